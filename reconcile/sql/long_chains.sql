-- Relative statements that refer to what is derived over two steps already.
--   episode, claim  which claim
select r.episode, r.claim
from related_claims r
join (select distinct fact from derived_claims where step = 2) as d on d.fact = r.base
left join circles x on x.episode = r.episode and x.claim = r.claim
where x.claim is null

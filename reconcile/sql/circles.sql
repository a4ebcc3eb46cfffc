-- Relative statements that would be derived from themselves: over none or one between.
--   episode, claim  which claim
select episode, claim
from related_claims
where base = fact
union
select r.episode, r.claim
from related_claims r
join derived_claims d on d.fact = r.base and d.base = r.fact

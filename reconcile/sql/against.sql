-- The weight of those who deny the value that stands.
--   fact_no
--   weight
select p.fact_no, cast(sum(p.weight) as bigint) as weight
from placed p
join stretches s on s.fact_no = p.fact_no and s.period = 0 and p.lo < s.hi and p.hi > s.lo
where p.period = 0 and p.denies
group by p.fact_no

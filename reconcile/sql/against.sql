-- The weight of those who deny the value that won.
select v.fact, cast(sum(v.weight) as bigint) as weight
from voices v
join winners w on w.fact = v.fact and v.lo < w.hi and v.hi > w.lo
where v.denies
group by v.fact

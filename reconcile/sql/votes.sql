-- Who takes part in the search for the value: of what lasts everybody, of what changes those who
-- agree with the newest voice, as far as they do.
select
    v.fact, v.episode, v.denies, v.published,
    case when v.speaks then 1 else 0 end as speaking,
    case when v.denies then -v.weight else v.weight end as weight,
    greatest(v.lo, coalesce(n.lo, v.lo)) as lo,
    least(v.hi, coalesce(n.hi, v.hi)) as hi
from voices v
left join newest n on n.fact = v.fact
where n.fact is null or (v.lo <= n.hi and v.hi >= n.lo)

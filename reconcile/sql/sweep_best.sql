-- The stretch with the greatest weight; among equals the one said last, then the narrowest.
select fact, lo, hi, weight
from (
    select
        s.fact, s.lo, s.hi, s.weight,
        row_number() over (
            partition by s.fact
            order by s.weight desc, max(v.published) desc nulls last, cast(s.hi - s.lo as float), s.lo
        ) as place
    from (
        select *, max(weight) over (partition by fact) as greatest_weight
        from {coverage}
        where speakers > 0 and hi is not null
    ) as s
    join {votes} v
        on v.fact = s.fact and v.speaking = 1 and v.lo <= s.lo and v.hi >= s.hi
    where s.weight = s.greatest_weight
    group by s.fact, s.lo, s.hi, s.weight
) as ordered
where place = 1

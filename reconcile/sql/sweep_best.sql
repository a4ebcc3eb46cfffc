-- The stretch with the greatest weight; among equals the one said last, then the narrowest.
--   fact_no
--   lo, hi  the stretch
--   weight  of all who cover it
with peaks as (
    select *, count(*) over (partition by fact_no) as equals
    from (
        select *, max(weight) over (partition by fact_no) as greatest_weight
        from {coverage}
        where speakers > 0 and hi is not null
    ) as covered
    where weight = greatest_weight
)
select fact_no, lo, hi, weight from peaks where equals = 1
union all
select fact_no, lo, hi, weight
from (
    select
        s.fact_no, s.lo, s.hi, s.weight,
        row_number() over (
            partition by s.fact_no
            order by max(v.day) desc nulls last, cast(s.hi - s.lo as float), s.lo
        ) as place
    from peaks s
    join {votes} v
        on v.fact_no = s.fact_no and v.speaking = 1 and v.lo <= s.lo and v.hi >= s.hi
    where s.equals > 1
    group by s.fact_no, s.lo, s.hi, s.weight
) as ordered
where place = 1

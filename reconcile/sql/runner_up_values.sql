-- The value of the strongest other group.
--   fact_no
--   value
select fact_no, value
from (
    select
        d.fact_no, d.value,
        row_number() over (
            partition by d.fact_no
            order by d.turn, d.width, d.weight desc, d.day desc nulls last, d.episode_no
        ) as place
    from dissent d
    join runners_up r on r.fact_no = d.fact_no
    where d.lo <= r.lo and d.hi >= r.hi
) as ordered
where place = 1

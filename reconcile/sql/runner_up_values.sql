-- The value of the strongest other group, and of what was said before.
select fact, older, value
from (
    select
        o.fact, o.older, o.value,
        row_number() over (
            partition by o.fact, o.older
            order by case when o.older then o.published end desc nulls last,
                o.turn, o.width, o.weight desc, o.published desc nulls last, o.episode
        ) as place
    from outvoted o
    left join runners_up r on r.fact = o.fact
    where o.older or (o.lo <= r.lo and o.hi >= r.hi)
) as ordered
where place = 1

-- Marzullo's algorithm: walk over all bounds in ascending order and add up who covers the stretch
-- from each bound to the next. At one point bounds open before they close; a denial opens first and
-- closes last, so that no value of the same bounds slips past it.
select
    fact,
    point as lo,
    lead(point) over (partition by fact order by point, place, episode) as hi,
    cast(sum(change) over (
        partition by fact order by point, place, episode
        rows between unbounded preceding and current row
    ) as bigint) as weight,
    cast(sum(speakers) over (
        partition by fact order by point, place, episode
        rows between unbounded preceding and current row
    ) as bigint) as speakers
from (
    select
        fact, episode, lo as point, case when denies then 0 else 1 end as place,
        weight as change, speaking as speakers
    from {votes}
    union all
    select fact, episode, hi, case when denies then 3 else 2 end, -weight, -speaking
    from {votes}
) as bounds

-- Marzullo's algorithm: walk over all bounds in ascending order and add up who covers the stretch
-- from each bound to the next. At one point bounds open before they close; a denial opens first and
-- closes last, so that no value of the same bounds slips past it.
--   fact_no
--   lo, hi    the stretch
--   weight    of all who cover it
--   speakers  how many of them speak
select
    fact_no,
    point as lo,
    lead(point) over (partition by fact_no order by point, place, episode_no) as hi,
    cast(sum(change) over walk as bigint) as weight,
    cast(sum(speakers) over walk as bigint) as speakers
from (
    select
        fact_no, episode_no, lo as point, case when denies then 0 else 1 end as place,
        weight as change, speaking as speakers
    from {votes}
    union all
    select fact_no, episode_no, hi, case when denies then 3 else 2 end, -weight, -speaking
    from {votes}
) as bounds
window walk as (
    partition by fact_no order by point, place, episode_no
    rows between unbounded preceding and current row
)

-- Who takes part in the search for the value of a period: all voices not yet placed. Of what
-- changes a claim weighs half as much for each half-life that it is older than the newest, and a
-- guess does not replace what somebody asserts.
--   fact_no, episode_no, day, lo, hi  see weighed_claims
--   speaking  1, or 0 for who denies or gives an example
--   denies    whether the weight is negative
--   weight    whole millionths
select
    fact_no, episode_no, day, lo, hi, denies,
    case when speaks and (not changing or rank = best_rank) then 1 else 0 end as speaking,
    case when denies then -fresh else fresh end as weight
from (
    select
        v.*,
        case
            when v.changing and v.day < v.newest
                then cast(round(v.weight * power(0.5, (v.newest - v.day) / p.half_life)) as bigint)
            else v.weight
        end as fresh
    from (
        select
            w.*,
            max(case when speaks then day end) over (partition by fact_no) as newest,
            min(case when speaks then rank end) over (partition by fact_no) as best_rank
        from (
            select *, turn + case when width < 1e300 then 0 else 2 end as rank from waiting
        ) as w
    ) as v
    cross join policy p
) as weighed

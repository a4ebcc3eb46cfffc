-- The most precise asserted claim of each period's group: it tells the value. What only says "more
-- than" tells none where another does.
--   fact_no, period
--   episode_no, claim  which claim
select fact_no, period, episode_no, claim
from (
    select
        *,
        row_number() over (
            partition by fact_no, period
            order by
                case when width < 1e300 then 0 else 1 end, turn, width, weight desc,
                day desc nulls last, episode_no
        ) as place
    from placed
    where member
) as ordered
where place = 1

-- The most precise asserted claim of the winning group: it tells the value.
select fact, claim, subject_key, attribute, benchmark_key, setting_key,
    value, low, high, unit, qualifier, stance
from (
    select
        *,
        row_number() over (
            partition by fact
            order by turn, width, weight desc, published desc nulls last, episode
        ) as place
    from members
) as ordered
where place = 1

-- For what changes with time: the voice that says how it stands now. A guess does not replace
-- what an episode asserts.
select fact, claim, episode, published, lo, hi
from (
    select
        v.*,
        row_number() over (
            partition by v.fact
            order by v.turn, v.published desc, v.width, v.weight desc, v.episode
        ) as place
    from voices v
    join attributes a on a.name = v.attribute
    where a.changing and v.speaks and v.published is not null
) as ordered
where place = 1

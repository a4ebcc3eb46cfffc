-- The weight of all who contradict or deny it.
select fact, cast(sum(weight) as bigint) as weight
from (
    select fact, weight from dissent
    union all
    select fact, weight from against
) as opposed
group by fact

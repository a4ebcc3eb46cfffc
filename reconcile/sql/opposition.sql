-- The weight of all who contradict or deny it.
--   fact_no
--   weight
select fact_no, cast(sum(weight) as bigint) as weight
from (
    select fact_no, weight from dissent
    union all
    select fact_no, weight from against
) as opposed
group by fact_no

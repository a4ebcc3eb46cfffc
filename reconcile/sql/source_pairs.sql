-- How often two shows met and agreed, seen from each.
--   one, other  sources.source
--   met, agreed how often
select one, other, cast(count(*) as bigint) as met, cast(sum(agreed) as bigint) as agreed
from (
    select one, other, agreed from meetings
    union all
    select other, one, agreed from meetings
) as both_ways
group by one, other

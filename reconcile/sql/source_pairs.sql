-- How often two shows met and agreed, seen from each.
--   one, other  sources.source
--   met, agreed how often
with pairs as (
    select one, other, count(*) as met, sum(agreed) as agreed
    from meetings
    group by one, other
)
select one, other, cast(sum(met) as bigint) as met, cast(sum(agreed) as bigint) as agreed
from (
    select one, other, met, agreed from pairs
    union all
    select other, one, met, agreed from pairs
) as both_ways
group by one, other

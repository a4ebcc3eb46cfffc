-- What share of its claims a show has right if all are alike: two that are right agree.
--   mean  in millionths
select cast(round(1000000 * greatest(0.1, least(0.95, sqrt(
    coalesce(sum(agreed) / sum(met), 0.5)
)))) as bigint) as mean
from source_pairs

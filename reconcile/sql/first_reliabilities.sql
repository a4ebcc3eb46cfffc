-- Where the search for the fixed point begins: all are alike.
--   source       sources.source
--   reliability  in millionths
--   moved        by how much it differs from the round before
select distinct p.one as source, m.mean as reliability, cast(1000000 as bigint) as moved
from source_pairs p
cross join mean_reliability m

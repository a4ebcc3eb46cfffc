-- One round: the reliability with which each show explains best how often it agreed with others of
-- the reliabilities so far, if two agree as often as both are right (least squares, rank one).
-- Meetings with an average show that went as usual are added: thin evidence stays near the mean.
--   source       sources.source
--   reliability  in millionths
--   moved        by how much it differs from the round before
select
    source, reliability, abs(reliability - before) as moved
from (
    select
        p.one as source, own.reliability as before,
        cast(round(least(980000, greatest(50000,
            1000000 * (
                cast(sum(p.agreed * r.reliability) as bigint) / 1e6
                + l.shrinkage * power(m.mean / 1e6, 3)
            ) / (
                cast(sum(p.met * cast(round(r.reliability * r.reliability / 1e6) as bigint))
                    as bigint) / 1e6
                + l.shrinkage * power(m.mean / 1e6, 2)
            )
        ))) as bigint) as reliability
    from source_pairs p
    join {before} r on r.source = p.other
    join {before} own on own.source = p.one
    cross join mean_reliability m
    cross join learning l
    group by p.one, own.reliability, m.mean, l.shrinkage
) as round

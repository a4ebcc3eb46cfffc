-- The claims that can belong to a fact. What an episode without a date says of something that
-- changes does not count where others have a date, or a day is asked for.
--   fact_no  touched.fact_no
--   undated  whether it is left out for want of a date
--   (else the columns of keyed_claims)
select
    t.fact_no, k.claim, k.episode_no, k.source, k.day, k.start, k.unit, k.changing,
    k.value, k.lower, k.upper, k.lo, k.hi, k.width, k.turn, k.speaks, k.denies, k.relative,
    k.weight, k.sketch,
    k.changing and k.day is null and (
        r.as_of is not null
        or max(case when k.speaks then k.day end) over (partition by t.fact_no) is not null
    ) as undated
from keyed_claims k
join touched t on t.key = k.key
cross join reconciliation r
where k.reason is null

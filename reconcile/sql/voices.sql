-- Who speaks for a fact, with the weight that it has there: how it was said, how reliable the show
-- is, and how often the show has spoken of it already (of what changes: said the same).
--   weight  whole millionths
--   (else the columns of speakers)
select
    fact_no, claim, episode_no, source, day, changing, value, lower, upper, lo, hi, width, turn,
    speaks, denies, relative,
    cast(round(weight * source_weight * power(same_show, repetition - 1)) as bigint) as weight
from (
    select
        s.*, w.weight as source_weight, p.same_show,
        row_number() over (
            partition by s.fact_no, s.denies, s.source, case when s.changing then s.value end
            order by s.turn, s.width, s.weight desc, s.day nulls last, s.episode_no
        ) as repetition
    from speakers s
    left join echoes e on e.fact_no = s.fact_no and e.episode_no = s.episode_no
        and e.claim = s.claim
    join source_weights w on w.source = s.source
    cross join policy p
    where e.claim is null
) as counted

-- Who says in the same words what an earlier episode has said: a re-broadcast, or a second
-- transcript. Of what is said once for all only the first counts.
--   fact_no, episode_no, claim  the claim that is only an echo
with shingles as (
    select fact_no, episode_no, claim, denies, day, explode(sketch) as shingle
    from speakers
    where sketch is not null
),
shared as (
    select s.*
    from shingles s
    join (
        select fact_no, shingle from shingles group by fact_no, shingle having count(*) > 1
    ) as twice on twice.fact_no = s.fact_no and twice.shingle = s.shingle
)
select distinct later.fact_no, later.episode_no, later.claim
from (
    select l.fact_no, l.episode_no, l.claim, e.episode_no as earlier, count(*) as common
    from shared l
    join shared e on e.fact_no = l.fact_no and e.shingle = l.shingle and e.denies = l.denies
    where e.day < l.day
        or (e.day is not null and l.day is null)
        or (e.day is not distinct from l.day and e.episode_no < l.episode_no)
    group by l.fact_no, l.episode_no, l.claim, e.episode_no
) as later
cross join policy p
where later.common >= p.same_words

-- Who says in the same words what an earlier episode has said: a re-broadcast, or a second
-- transcript. Of what is said once for all only the first counts. Two sketches that share so many
-- hashes share a set of so many: what stands in a set with an earlier claim is its echo, and nobody
-- is compared with everybody else.
--   fact_no, episode_no, claim  the claim that is only an echo
with shingles as (
    select fact_no, episode_no, claim, denies, day, explode(sketch) as shingle
    from speakers
    where sketch is not null
),
sets as (
    select
        a.fact_no, a.episode_no, a.claim, a.denies, a.day,
        a.shingle as one, b.shingle as two, c.shingle as three, d.shingle as four
    from shingles a
    cross join policy p
    left join shingles b
        on p.same_words >= 2 and b.fact_no = a.fact_no and b.episode_no = a.episode_no
        and b.claim = a.claim and b.shingle > a.shingle
    left join shingles c
        on p.same_words >= 3 and c.fact_no = b.fact_no and c.episode_no = b.episode_no
        and c.claim = b.claim and c.shingle > b.shingle
    left join shingles d
        on p.same_words >= 4 and d.fact_no = c.fact_no and d.episode_no = c.episode_no
        and d.claim = c.claim and d.shingle > c.shingle
    where (p.same_words < 2 or b.shingle is not null)
        and (p.same_words < 3 or c.shingle is not null)
        and (p.same_words < 4 or d.shingle is not null)
)
select distinct fact_no, episode_no, claim
from (
    select
        fact_no, episode_no, claim,
        row_number() over (
            partition by fact_no, denies, one, two, three, four
            order by day nulls last, episode_no
        ) as place
    from sets
) as ordered
where place > 1

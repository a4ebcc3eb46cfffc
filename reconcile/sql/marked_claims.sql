-- Every claim with the fact that it would belong to and what it is besides.
--   fact_no          null where it belongs to none
--   undated          whether it has no day where one is needed
--   slip, echo, own  whether it is a slip of the tongue, an echo, the episode's own voice
select
    c.episode_no, c.claim, c.key, c.stance, c.value, c.lo, c.hi, c.reason, c.relative,
    t.fact_no, c.changing and c.day is null and u.fact_no is not null as undated,
    coalesce(n.slip, 0) = 1 as slip, coalesce(n.echo, 0) = 1 as echo, coalesce(n.own, 0) = 1 as own
from keyed_claims c
left join touched t on t.key = c.key and c.reason is null
left join (select distinct fact_no from weighed_claims where undated) as u
    on u.fact_no = t.fact_no
left join (
    select episode_no, claim, max(slip) as slip, max(echo) as echo, max(own) as own
    from (
        select episode_no, claim, 1 as slip, 0 as echo, 0 as own from slips
        union all
        select episode_no, claim, 0, 1, 0 from echoes
        union all
        select episode_no, claim, 0, 0, 1 from placed
    )
    group by episode_no, claim
) as n on n.episode_no = c.episode_no and n.claim = c.claim

-- The claims of other episodes in facts that were touched and are not at hand yet, save those that
-- have a value now.
--   (some of the columns of claims)
select
    c.id, c.episode, c.start, c.subject, c.attribute, c.benchmark, c.setting, c.value, c.lower,
    c.upper, c.unit, c.qualifier, c.stance, c.confidence, c.section, c.sketch,
    c.relation
from claims c
join fact_claims f on f.episode = c.episode and f.claim = c.id
left join derived_claims d on d.episode = c.episode and d.id = c.id
where d.id is null
    and f.key in (select key from {facts})
    and f.episode not in (select episode from changed_episodes)

-- What counts of the claims of the episodes that came or changed.
--   (some of the columns of claims)
select
    c.id, c.episode, c.start, c.subject, c.attribute, c.benchmark, c.setting, c.value, c.lower,
    c.upper, c.unit, c.qualifier, c.stance, c.confidence, c.section, c.sketch,
    c.relation
from claims c
where c.episode in (select episode from changed_episodes)

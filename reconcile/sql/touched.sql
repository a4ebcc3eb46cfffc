-- The facts that have to be made anew: those of claims that arrived or left, those that the user's
-- pins name, and those of relative statements, whose base may have changed.
--   key  fact_claims.key
--   fact_no  a short name for it within this run
select key, cast(row_number() over (order by key) as integer) as fact_no
from (
    select key from keyed_claims where key is not null
    union
    select f.key from fact_claims f
    where f.key is not null and f.episode in (select episode from changed_episodes)
    union
    select f.key
    from claims c
    join fact_claims f on f.episode = c.episode and f.claim = c.id
    where c.relation is not null and f.key is not null
    union
    select key from pins where exists (select 1 from changed_episodes)
) as keys

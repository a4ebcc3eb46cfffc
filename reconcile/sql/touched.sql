-- The facts that have to be made anew: those of claims that arrived or left, and those that the
-- user's pins name.
--   key  fact_claims.key
--   fact_no  a short name for it within this run
select key, cast(row_number() over (order by key) as integer) as fact_no
from (
    select key from keyed_claims where key is not null
    union
    select f.key from fact_claims f
    where f.key is not null and f.episode in (select episode from changed_episodes)
    union
    select key from pins where exists (select 1 from changed_episodes)
) as keys

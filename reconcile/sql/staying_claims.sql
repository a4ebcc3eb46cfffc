-- The claims of other episodes in facts that were touched and are not at hand yet.
--   (the columns of claims)
select c.*
from claims c
join fact_claims f on f.episode = c.episode and f.claim = c.id
where f.key in (select key from {facts})
    and f.episode not in (select episode from changed_episodes)

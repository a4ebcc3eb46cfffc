-- The episodes that came, went or changed since the facts were made.
--   episode  episodes.id
select coalesce(k.episode, r.episode) as episode
from known_episodes k
full join reconciled r on r.episode = k.episode
where k.state is distinct from r.state

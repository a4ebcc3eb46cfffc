-- Facts not yet at hand in which a show speaks whose weight has changed.
--   key      fact_claims.key
--   fact_no  a short name for it within this run
select
    key,
    cast(row_number() over (order by key) + (select count(*) from touched) as integer) as fact_no
from (
    select distinct f.key
    from fact_claims f
    join known_episodes k on k.episode = f.episode
    join source_weights w on w.source = k.source
    left join sources s on s.source = k.source
    where f.key is not null and w.weight is distinct from s.weight
        and f.key not in (select key from touched)
) as keys

-- The value of each period as it was said, or pinned.
--   fact_no, period
--   value, low, high, unit, qualifier, stance  as the claim has them
--   pinned  why the user set it
select
    s.fact_no, s.period,
    coalesce(p.value, d.value, c.value) as value,
    case when p.value is null then coalesce(d.low, c.low) else p.value end as low,
    case when p.value is null then coalesce(d.high, c.high) else p.value end as high,
    coalesce(p.unit, c.unit) as unit,
    case when p.value is null then coalesce(d.qualifier, c.qualifier) else 'exact' end as qualifier,
    case when p.value is null then coalesce(d.stance, c.stance) else 'asserted' end as stance,
    p.reason as pinned
from stretches s
join touched t on t.fact_no = s.fact_no
left join chosen ch on ch.fact_no = s.fact_no and ch.period = s.period
left join known_episodes k on k.episode_no = ch.episode_no
left join claims c on c.episode = k.episode and c.id = ch.claim
left join derived_claims d on d.episode = k.episode and d.id = ch.claim
left join pins p on p.key = t.key and s.period = 0

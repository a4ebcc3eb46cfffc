-- What became of every claim.
select
    k.claim, k.episode,
    c.fact,
    case
        when c.fact is null then null
        when k.stance = 'negated' then 'against'
        when k.stance = 'hypothetical' then 'hypothetical'
        when m.claim is not null and abs(k.value - c.value) <= 1e-9 * abs(c.value) then 'supports'
        when m.claim is not null then 'rounds'
        when k.lo <= w.lo and k.hi >= w.hi then 'repeated'
        when k.published < n.published then 'superseded'
        else 'contradicts'
    end as part,
    case
        when c.fact is not null then null
        when k.reason is not null then k.reason
        when k.stance = 'negated' then 'only denied'
        else 'only hypothetical'
    end as reason
from keyed_claims k
left join chosen c on c.fact = k.fact and k.reason is null
left join winners w on w.fact = c.fact
left join newest n on n.fact = c.fact
left join members m on m.fact = c.fact and m.episode = k.episode and m.claim = k.claim

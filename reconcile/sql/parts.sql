-- What became of every claim.
--   episode_no, claim
--   key, fact  the fact that it would belong to, and does
--   period     in which it plays its part
--   part, reason  see fact_claims
--   agrees     whether it says the value that stands
select
    k.episode_no, k.claim, k.key,
    case when f.fact_no is not null then k.key end as fact,
    case when f.fact_no is not null then s.period end as period,
    case
        when f.fact_no is null then null
        when k.stance = 'negated' then 'against'
        when k.stance = 'hypothetical' then 'hypothetical'
        when k.slip then 'slip'
        when k.echo then 'repeated'
        when s.fact_no is null then 'contradicts'
        when s.period > 0 and k.lo <= s.lo and k.hi >= s.hi then 'superseded'
        when k.relative and k.lo <= s.lo and k.hi >= s.hi then 'derived'
        when k.own and k.lo <= s.lo and k.hi >= s.hi
            and abs(k.value - v.value) <= 1e-9 * abs(v.value) then 'supports'
        when k.own and k.lo <= s.lo and k.hi >= s.hi then 'rounds'
        when k.lo <= s.lo and k.hi >= s.hi then 'repeated'
        else 'contradicts'
    end as part,
    case
        when f.fact_no is not null then null
        when k.reason is not null then k.reason
        when k.undated then 'no date'
        when k.stance = 'negated' then 'only denied'
        else 'only hypothetical'
    end as reason,
    s.period = 0 and k.lo <= s.lo and k.hi >= s.hi as agrees
from (
    select c.*, p.period
    from marked_claims c
    left join (
        select fact_no, episode_no, min(period) as period
        from placed
        where not denies
        group by fact_no, episode_no
    ) as p on p.fact_no = c.fact_no and p.episode_no = c.episode_no
) as k
left join (select distinct fact_no from stretches) as f
    on f.fact_no = k.fact_no and not k.undated
left join stretches s on s.fact_no = f.fact_no and s.period = coalesce(k.period, 0)
left join values_said v on v.fact_no = s.fact_no and v.period = s.period

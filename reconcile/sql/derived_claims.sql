-- Relative statements with the value that each comes to, where the fact that it refers to is known;
-- of what changes, by the value that held when it was said. What is derived is no more than a guess
-- and no surer than what it is derived from.
--   id, episode, start, sketch, subject, attribute, benchmark, setting, section, relation
--                 as in claims
--   value, low, high  in the unit of what it refers to
--   lower, upper      wider by what factors are rounded
--   unit, qualifier, stance, confidence  see claims
--   fact          fact_claims.key
--   base, period, base_value, step  see derivations
select
    c.id, c.episode, c.start, c.sketch, c.subject, c.attribute, c.benchmark, c.setting, c.section,
    c.relation,
    c.relation.factor * b.value as value, c.relation.low * b.low as low,
    c.relation.high * b.high as high,
    c.relation.low * b.low * (1 - p.derived_margin) as lower,
    c.relation.high * b.high * (1 + p.derived_margin) as upper,
    b.unit,
    case
        when c.relation.low * b.low is null then 'at_most'
        when c.relation.high * b.high is null then 'at_least'
        else 'about'
    end as qualifier,
    case when c.stance = 'asserted' then 'hedged' else c.stance end as stance,
    c.confidence * b.confidence * p.derived as confidence,
    b.fact, b.base, b.period, b.value as base_value, cast({step} as integer) as step
from (
    select
        r.episode, r.claim, r.fact, r.base, s.period, s.value, s.low, s.high, s.unit, f.confidence,
        row_number() over (
            partition by r.episode, r.claim
            order by
                case when coalesce(unix_date(s.valid_from) <= r.day, true) then s.period end
                    nulls last,
                s.period desc
        ) as place
    from related_claims r
    join facts f on f.id = r.base
    join periods s on s.fact = r.base
    left join circles x on x.episode = r.episode and x.claim = r.claim
    where x.claim is null
) as b
join claims c on c.episode = b.episode and c.id = b.claim
cross join policy p
where b.place = 1 and b.value > 0
    and coalesce(c.relation.low * b.low, c.relation.high * b.high) is not null

-- Claims with the fact that each would belong to, or the reason why it can belong to none.
-- lo and hi are the bounds of the claim, each drawn in by a hair: two figures that are rounded to
-- neighbouring digits touch in a point and do not agree. A claim of one point is widened by it.
-- Open sides reach to infinity. Weights are whole millionths: sums of them are the same in any order.
--   claim, episode_no, source, day, start   which claim, where, when
--   key          of the fact; null without a subject
--   subject_key, attribute, benchmark_key, setting_key, unit  what the key is made of
--   changing     whether the newest value stands
--   value        as said
--   lower, upper bounds as said, infinite where open
--   lo, hi       bounds that are compared: with what rounding adds, drawn in by a hair
--   width        between them, as a share of the value: small values are not the more precise
--   stance, turn who asserts is heard before who guesses
--   speaks       asserted or hedged
--   denies       negated
--   weight       by stance, qualifier and confidence
--   sketch       of its words
--   relative     whether it says how many times as much as another, and no value
--   reason       why it can belong to no fact
select
    claim, episode_no, source, day, start,
    case when subject_key <> '' then substr(md5(concat(
        subject_key, '|', attribute, '|', benchmark_key, '|', setting_key, '|', unit
    )), 1, 16) end as key,
    subject_key, attribute, benchmark_key, setting_key, unit, changing,
    value, lower, upper,
    case
        when reaches_to - reaches_from > 1e-8 * abs(value) then reaches_from + hair_below
        else reaches_from - hair_below
    end as lo,
    case
        when reaches_to - reaches_from > 1e-8 * abs(value) then reaches_to - hair_above
        else reaches_to + hair_above
    end as hi,
    (reaches_to - reaches_from) / case when value = 0 then 1 else abs(value) end as width,
    stance, turn,
    stance in ('asserted', 'hedged') as speaks,
    stance = 'negated' as denies,
    weight, sketch, relative,
    case
        when rejected is not null then concat('rejected: ', rejected)
        when barred is not null then barred
        when section = 'advertisement' then 'advertisement'
        when subject_key = '' then 'no subject'
        when relative and value is null then 'no base'
        when value is null or not abs(value) < 1e300 then 'no value'
        when benchmark_key = '' and needs_benchmark then 'no benchmark'
    end as reason
from (
    select
        *,
        case when slack > 0 then least(lower, value - slack) else lower end as reaches_from,
        case when slack > 0 then greatest(upper, value + slack) else upper end as reaches_to,
        case when abs(lower) < 1e300 then 1e-9 * abs(lower) else 0 end as hair_below,
        case when abs(upper) < 1e300 then 1e-9 * abs(upper) else 0 end as hair_above
    from (
        select
            c.id as claim, e.episode_no, e.source, e.day, e.barred, c.start, c.sketch,
            coalesce(s.key, '') as subject_key, c.attribute,
            coalesce(b.key, '') as benchmark_key, coalesce(t.key, '') as setting_key,
            c.value, c.unit, c.stance, c.section, c.relation is not null as relative, w.turn, x.reason as rejected,
            coalesce(a.changing, false) as changing,
            n.attribute is not null as needs_benchmark,
            cast(round(1000000 * w.weight * q.weight * c.confidence) as bigint) as weight,
            case when abs(c.lower) < 1e300 then c.lower else cast('-Infinity' as double) end as lower,
            case when abs(c.upper) < 1e300 then c.upper else cast('Infinity' as double) end as upper,
            case
                when c.qualifier <> 'exact' or a.changing or c.unit = 'percent' or not c.magnitude > 0
                    then 0
                when abs(c.value / c.magnitude - round(c.value / c.magnitude)) < 1e-9
                    then least(p.rounding * abs(c.value), c.magnitude / 2)
                when abs(10 * c.value / c.magnitude - round(10 * c.value / c.magnitude)) < 1e-9
                    then least(p.rounding * abs(c.value), c.magnitude / 20)
                else 0
            end as slack
        from (
            select *, case
                when value <> 0 and abs(value) < 1e300
                    then power(10, floor(log10(abs(value)) + 1e-12))
            end as magnitude
            from {claims}
        ) as c
        cross join policy p
        join known_episodes e on e.episode = c.episode
        left join names s on s.what = 'subject' and s.spelling = c.subject
        left join names b on b.what = 'benchmark' and b.spelling = c.benchmark
        left join names t on t.what = 'setting' and t.spelling = c.setting
        left join attributes a on a.name = c.attribute
        left join needs_benchmark n on n.attribute = c.attribute
        left join rejected x on x.what = 'claim' and x.name = c.id
        join stance_weights w on w.stance = c.stance
        join qualifier_weights q on q.qualifier = c.qualifier
    ) as bounded
) as compared

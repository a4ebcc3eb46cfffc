-- Every claim with the fact that it would belong to, or the reason why it belongs to none.
-- Subjects, benchmarks and settings are compared blind to case, spaces and hyphens.
-- lo and hi are the bounds of the claim, each drawn in by a hair: two figures that are rounded to
-- neighbouring digits touch in a point and do not agree. A claim of one point is widened by it.
-- Open sides reach to infinity.
select
    claim, episode, show_key, published, start,
    subject, subject_key, subject_kind, attribute, benchmark, benchmark_key, setting, setting_key,
    value, low, high, unit, qualifier, stance, confidence,
    substr(md5(concat(
        subject_key, '|', attribute, '|', benchmark_key, '|', setting_key, '|', unit
    )), 1, 16) as fact,
    case
        when section = 'advertisement' then 'advertisement'
        when subject_key = '' then 'no subject'
        when value is null or not abs(value) < 1e300 then 'no value'
        when benchmark_key = '' and needs_benchmark then 'no benchmark'
    end as reason,
    lower, upper,
    case when upper - lower > 1e-8 * abs(value) then lower + hair_below else lower - hair_below end
        as lo,
    case when upper - lower > 1e-8 * abs(value) then upper - hair_above else upper + hair_above end
        as hi
from (
    select
        c.id as claim, c.episode, e.published, c.start,
        coalesce(translate(lower(e.show), ' -‐‑–', ''), c.episode) as show_key,
        c.subject, coalesce(translate(lower(c.subject), ' -‐‑–', ''), '') as subject_key,
        c.subject_kind, c.attribute,
        c.benchmark, coalesce(translate(lower(c.benchmark), ' -‐‑–', ''), '') as benchmark_key,
        c.setting, coalesce(translate(lower(c.setting), ' -‐‑–', ''), '') as setting_key,
        c.value, c.low, c.high, c.unit, c.qualifier, c.stance, c.confidence, c.section,
        n.attribute is not null as needs_benchmark,
        case when abs(c.lower) < 1e300 then c.lower else cast('-Infinity' as double) end as lower,
        case when abs(c.upper) < 1e300 then c.upper else cast('Infinity' as double) end as upper,
        case when abs(c.lower) < 1e300 then 1e-9 * abs(c.lower) else 0 end as hair_below,
        case when abs(c.upper) < 1e300 then 1e-9 * abs(c.upper) else 0 end as hair_above
    from claims c
    join episodes e on e.id = c.episode
    left join needs_benchmark n on n.attribute = c.attribute
) as compared

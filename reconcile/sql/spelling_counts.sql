-- How many claims have each spelling and kind of those names.
--   what, key  see touched_names
--   spelling   as claims have it
--   kind       of a subject
--   claims     how many
with named as (
    select f.episode, f.claim, k.subject, k.benchmark, k.setting
    from fact_claims f
    join fact_keys k on k.fact = f.key
    where k.subject in (select key from touched_names where what = 'subject')
        or k.benchmark in (select key from touched_names where what = 'benchmark')
        or k.setting in (select key from touched_names where what = 'setting')
),
counted as (
    select
        n.subject as subject_key, n.benchmark as benchmark_key, n.setting as setting_key,
        c.subject, c.subject_kind, c.benchmark, c.setting, count(*) as claims
    from named n
    join claims c on c.episode = n.episode and c.id = n.claim
    group by n.subject, n.benchmark, n.setting, c.subject, c.subject_kind, c.benchmark, c.setting
)
select u.what, u.key, u.spelling, u.kind, cast(sum(u.claims) as bigint) as claims
from (
    select 'subject' as what, subject_key as key, subject as spelling, subject_kind as kind, claims
    from counted
    union all
    select 'benchmark', benchmark_key, benchmark, null, claims from counted
    union all
    select 'setting', setting_key, setting, null, claims from counted
) as u
join touched_names t on t.what = u.what and t.key = u.key
where u.spelling is not null
group by u.what, u.key, u.spelling, u.kind

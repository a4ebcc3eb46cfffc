-- Facts that nothing touched, one of whose names is shown otherwise now.
--   (the columns of facts)
select
    id, subject, subject_kind, attribute, benchmark, setting, value, low, high, lower, upper, unit,
    qualifier, stance, status, confidence, support, opposition, runner_up, claims, episodes, shows,
    first_said, last_said, valid_from, pinned
from (
    select
        f.id, coalesce(s.shown, f.subject) as subject,
        coalesce(s.kind, f.subject_kind) as subject_kind, f.attribute,
        coalesce(b.shown, f.benchmark) as benchmark, coalesce(t.shown, f.setting) as setting,
        f.value, f.low, f.high, f.lower, f.upper, f.unit, f.qualifier, f.stance, f.status,
        f.confidence, f.support, f.opposition, f.runner_up, f.claims, f.episodes, f.shows,
        f.first_said, f.last_said, f.valid_from, f.pinned,
        f.subject as old_subject, f.subject_kind as old_kind, f.benchmark as old_benchmark,
        f.setting as old_setting
    from facts f
    join fact_keys k on k.fact = f.id
    left join shown_names s on s.what = 'subject' and s.key = k.subject
    left join shown_names b on b.what = 'benchmark' and b.key = k.benchmark
    left join shown_names t on t.what = 'setting' and t.key = k.setting
    where f.id not in (select key from touched)
) as shown
where subject <> old_subject or subject_kind is distinct from old_kind
    or benchmark is distinct from old_benchmark or setting is distinct from old_setting

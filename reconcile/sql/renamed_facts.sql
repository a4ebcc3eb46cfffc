-- Facts that nothing touched, one of whose names is shown otherwise now.
--   id  facts.id
--   subject, subject_kind, benchmark, setting  as they are shown now
select id, subject, subject_kind, benchmark, setting
from (
    select
        f.id,
        coalesce(s.shown, f.subject) as subject, coalesce(s.kind, f.subject_kind) as subject_kind,
        coalesce(b.shown, f.benchmark) as benchmark, coalesce(t.shown, f.setting) as setting,
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

-- The new facts with the names that people read.
--   (the columns of facts)
select
    n.id, coalesce(s.shown, n.subject) as subject, s.kind as subject_kind, n.attribute,
    coalesce(b.shown, n.benchmark) as benchmark, coalesce(t.shown, n.setting) as setting,
    n.value, n.low, n.high, n.lower, n.upper, n.unit, n.qualifier, n.stance, n.status,
    n.confidence, n.support, n.opposition, n.runner_up, n.claims, n.episodes, n.shows,
    n.first_said, n.last_said, n.valid_from, n.pinned
from new_facts n
left join shown_names s on s.what = 'subject' and s.key = n.subject
left join shown_names b on b.what = 'benchmark' and b.key = n.benchmark
left join shown_names t on t.what = 'setting' and t.key = n.setting

-- The names of which claims arrived or left, or that a touched fact has.
--   what  subject, benchmark or setting
--   key   names.key
select 'subject' as what, k.subject as key
from fact_keys k join touched t on t.key = k.fact
union
select 'benchmark', k.benchmark
from fact_keys k join touched t on t.key = k.fact where k.benchmark <> ''
union
select 'setting', k.setting
from fact_keys k join touched t on t.key = k.fact where k.setting <> ''

-- The spellings of those names, with what each is shown as.
--   (the columns of names)
select n.what, n.spelling, n.key, s.shown, s.kind, f.family, n.merged
from names n
join shown_names s on s.what = n.what and s.key = n.key
left join families f on s.what = 'subject' and f.key = s.key

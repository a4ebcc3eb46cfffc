-- What each name is shown as: as a merge says, else the spelling that most claims have.
--   what, key  see touched_names
--   shown      the spelling
--   kind       of a subject
select s.what, s.key, coalesce(m.shown, p.shown, s.spelling) as shown, k.kind
from (
    select
        what, key, spelling,
        row_number() over (partition by what, key order by sum(claims) desc, spelling) as place
    from spelling_counts
    group by what, key, spelling
) as s
left join (
    select
        what, key, kind,
        row_number() over (partition by what, key order by sum(claims) desc, kind) as place
    from spelling_counts
    where kind is not null
    group by what, key, kind
) as k on k.what = s.what and k.key = s.key and k.place = 1
left join (
    select distinct stands_for as key, shown from merged_names
) as m on s.what = 'subject' and m.key = s.key
left join (
    select concat('=', spelling) as key, spelling as shown from split_names
) as p on s.what = 'subject' and p.key = s.key
where s.place = 1

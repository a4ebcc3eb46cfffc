-- The family of each subject: the longest name of a family that it begins with.
--   key     names.key
--   family  as the lexicon writes it
select key, family
from (
    select
        n.key, f.name as family,
        row_number() over (partition by n.key order by length(f.key) desc, f.name) as place
    from (select distinct key from shown_names where what = 'subject') as n
    join family_names f on substr(n.key, 1, length(f.key)) = f.key
) as ordered
where place = 1

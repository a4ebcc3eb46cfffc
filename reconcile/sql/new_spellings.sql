-- Names that no claim had before, with the key that each is compared by: its own, or after a merge
-- that of the name it stands for. A name that was split off is compared letter by letter.
--   what      subject, benchmark or setting
--   spelling  as claims have it
--   key       what it is compared by
--   merged    why it stands under another name or apart
select
    s.what, s.spelling,
    case
        when apart.spelling is not null then concat('=', s.spelling)
        else coalesce(m.stands_for, coalesce(name_key(s.spelling), ''))
    end as key,
    coalesce(apart.reason, m.reason) as merged
from (
    select 'subject' as what, subject as spelling from {claims}
    union
    select 'subject', relation.subject from {claims}
    union
    select 'benchmark', benchmark from {claims}
    union
    select 'setting', setting from {claims}
) as s
left join names n on n.what = s.what and n.spelling = s.spelling
left join split_names apart on s.what = 'subject' and apart.spelling = s.spelling
left join merged_names m on s.what = 'subject' and m.key = name_key(s.spelling)
where n.spelling is null and s.spelling is not null

-- What the user pinned, with the key of its fact. The one statement here that is not a SELECT: its
-- values are the user's, given as parameters.
INSERT INTO pins
select
    substr(md5(concat(
        subject_key, '|', attribute, '|', benchmark_key, '|', setting_key, '|', unit
    )), 1, 16),
    subject_key, attribute, benchmark_key, setting_key, unit, value, reason
from (
    select
        case
            when apart.spelling is not null then concat('=', apart.spelling)
            else coalesce(m.stands_for, name_key(said.subject))
        end as subject_key,
        said.attribute, coalesce(name_key(said.benchmark), '') as benchmark_key,
        coalesce(name_key(said.setting), '') as setting_key, said.unit, said.value, said.reason
    from (
        select
            cast($1 as varchar) as subject, cast($2 as varchar) as attribute,
            cast($3 as varchar) as benchmark, cast($4 as varchar) as setting,
            cast($5 as varchar) as unit, cast($6 as double) as value, cast($7 as varchar) as reason
    ) as said
    left join split_names apart on apart.spelling = said.subject
    left join merged_names m on m.key = name_key(said.subject)
) as pin

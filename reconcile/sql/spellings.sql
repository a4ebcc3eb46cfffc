-- The spelling that most claims have, of everything that is compared blind to spelling.
select what, key, spelling
from (
    select
        what, key, spelling,
        row_number() over (partition by what, key order by count(*) desc, spelling) as place
    from (
        select 'subject' as what, subject_key as key, subject as spelling from keyed_claims
        union all
        select 'kind', subject_key, subject_kind from keyed_claims
        union all
        select 'benchmark', benchmark_key, benchmark from keyed_claims
        union all
        select 'setting', setting_key, setting from keyed_claims
    ) as used
    where key <> '' and spelling is not null
    group by what, key, spelling
) as ranked
where place = 1

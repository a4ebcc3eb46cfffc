-- Every episode, numbered, with its source and what bars it from speaking.
--   episode     episodes.id
--   episode_no  its place among the ids: among equals the lowest speaks
--   source      the show as it is compared, or the episode itself where it has none; a show whose
--               name goes on where that of another ends ("Talk of Models: with Ann") is that other
--   name        of the show as the transcript writes it
--   day         of publication, in days since 1970; null where it is not known
--   barred      why it takes no part: published after the day asked for, or rejected by the user
--   extractor   of the episode
--   state       changes when anything about it changes that reconciliation asks for
with shows as (
    select distinct
        e.show as name,
        concat(trim(translate(lower(e.show), '"“”''’:|–', '')), ' ') as words
    from episodes e
    where coalesce(name_key(e.show), '') <> ''
),
same_shows as (
    select
        s.name,
        name_key(min_by(b.words, length(b.words))) as source
    from shows s
    join shows b
        on split_part(b.words, ' ', 1) = split_part(s.words, ' ', 1)
        and substr(s.words, 1, length(b.words)) = b.words
    where b.words = s.words or trim(b.words) like '% %'
    group by s.name
)
select
    k.*,
    md5(concat_ws('|', k.episode, k.extractor, k.source, k.name, cast(k.day as string))) as state
from (
    select
        e.id as episode,
        cast(row_number() over (order by e.id) as integer) as episode_no,
        coalesce(same.source, concat('episode ', e.id)) as source,
        e.show as name,
        cast(unix_date(e.published) as integer) as day,
        case
            when e.published > r.as_of then 'said later'
            when x.reason is not null then concat('rejected: ', x.reason)
        end as barred,
        e.extractor
    from episodes e
    cross join reconciliation r
    left join same_shows same on same.name = e.show
    left join (
        select what, name, min(reason) as reason from rejected group by what, name
    ) as x on (x.what = 'episode' and x.name = e.id)
        or (x.what = 'show' and x.name in (same.source, name_key(e.show)))
) as k

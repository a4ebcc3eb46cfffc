-- How much each show counts.
--   source, name    see sources
--   weight          1 is the average
--   reliability     null where evidence is too thin
--   meetings, agreements  counted
--   decided         learned, thin, set or frozen
select
    k.source, k.name,
    case
        when u.weight is not null then u.weight
        when l.frozen then coalesce(old.weight, 1)
        when coalesce(met.meetings, 0) < l.least then 1
        else greatest(l.step, l.step * round(
            ln(l.rivals * r.reliability / (1e6 - r.reliability))
            / ln(l.rivals * m.mean / (1e6 - m.mean)) / l.step
        ))
    end as weight,
    case when met.meetings >= l.least then round(r.reliability / 1e6 * 100) / 100 end as reliability,
    coalesce(met.meetings, 0) as meetings, coalesce(met.agreements, 0) as agreements,
    case
        when u.weight is not null then 'set'
        when l.frozen then 'frozen'
        when coalesce(met.meetings, 0) < l.least then 'thin'
        else 'learned'
    end as decided
from (
    select source, name
    from (
        select
            source, name,
            row_number() over (partition by source order by count(*) desc, name nulls last) as place
        from known_episodes
        group by source, name
    ) as spelt
    where place = 1
) as k
left join (
    select one, cast(sum(met) as bigint) as meetings, cast(sum(agreed) as bigint) as agreements
    from source_pairs
    group by one
) as met on met.one = k.source
left join reliabilities r on r.source = k.source
left join (
    select n.source, max(w.weight) as weight
    from set_weights w
    join (select distinct source, name_key(name) as key from known_episodes) as n
        on w.source in (n.key, n.source)
    group by n.source
) as u on u.source = k.source
left join sources old on old.source = k.source
cross join learning l
cross join mean_reliability m

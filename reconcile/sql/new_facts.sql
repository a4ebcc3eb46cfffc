-- What the claims come to.
select
    c.fact as id,
    subject.spelling as subject,
    kind.spelling as subject_kind,
    c.attribute,
    benchmark.spelling as benchmark,
    setting.spelling as setting,
    c.value, c.low, c.high,
    case when t.lower > cast('-Infinity' as double) then t.lower end as lower,
    case when t.upper < cast('Infinity' as double) then t.upper end as upper,
    c.unit, c.qualifier, c.stance,
    case
        when coalesce(r.weight, 0) >= p.contested * t.weight
            and r.fact is not null then 'contested'
        when a.weight >= p.contested * t.weight then 'contested'
        when before.value is not null then 'superseded'
        when t.episodes = 1 then 'single'
        when t.rounded = 1 then 'rounded'
        else 'agreed'
    end as status,
    round(t.weight / (t.weight + coalesce(o.weight, 0) + 1000000 * p.doubt), 4) as confidence,
    t.weight / 1000000 as support,
    coalesce(o.weight, 0) / 1000000 as opposition,
    case
        when r.weight >= p.contested * t.weight then other.value
        when a.weight >= p.contested * t.weight then null
        else before.value
    end as runner_up,
    s.claims, t.episodes, t.shows, t.first_said, t.last_said
from chosen c
join tallies t on t.fact = c.fact
join (
    select fact, count(*) as claims
    from parts
    where part in ('supports', 'rounds', 'repeated')
    group by fact
) as s on s.fact = c.fact
cross join policy p
left join runners_up r on r.fact = c.fact
left join runner_up_values other on other.fact = c.fact and not other.older
left join runner_up_values before on before.fact = c.fact and before.older
left join against a on a.fact = c.fact
left join opposition o on o.fact = c.fact
left join spellings subject on subject.what = 'subject' and subject.key = c.subject_key
left join spellings kind on kind.what = 'kind' and kind.key = c.subject_key
left join spellings benchmark on benchmark.what = 'benchmark' and benchmark.key = c.benchmark_key
left join spellings setting on setting.what = 'setting' and setting.key = c.setting_key

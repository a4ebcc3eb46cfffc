-- What the claims come to; subject, kind, benchmark and setting are filled in from names.
--   (the columns of facts)
select
    t.key as id, k.subject, cast(null as string) as subject_kind, k.attribute,
    nullif(k.benchmark, '') as benchmark, nullif(k.setting, '') as setting,
    v.value, v.low, v.high,
    case when y.lower > cast('-Infinity' as double) then y.lower end as lower,
    case when y.upper < cast('Infinity' as double) then y.upper end as upper,
    v.unit, v.qualifier, v.stance,
    case
        when n.status in ('pinned', 'contested') then n.status
        when before.value is not null then 'superseded'
        else n.status
    end as status,
    case
        when v.pinned is not null then 1
        else round(
            10000 * (y.weight / (y.weight + coalesce(o.weight, 0) + 1000000 * p.doubt))
        ) / 10000
    end as confidence,
    coalesce(y.weight, 0) / 1000000 as support,
    coalesce(o.weight, 0) / 1000000 as opposition,
    case
        when r.weight >= p.contested * coalesce(y.weight, 0) then other.value
        when n.status <> 'contested' then before.value
    end as runner_up,
    coalesce(s.claims, 0) as claims,
    coalesce(y.episodes, 0) as episodes, coalesce(y.shows, 0) as shows,
    date_from_unix_date(y.first_day) as first_said, date_from_unix_date(y.last_day) as last_said,
    n.valid_from, v.pinned
from values_said v
join touched t on t.fact_no = v.fact_no
join fact_keys k on k.fact = t.key
join new_periods n on n.fact = t.key and n.period = 0
cross join policy p
left join tallies y on y.fact_no = v.fact_no and y.period = 0
left join (
    select key, count(*) as claims
    from parts
    where agrees and part in ('supports', 'rounds', 'repeated', 'derived')
    group by key
) as s on s.key = t.key
left join runners_up r on r.fact_no = v.fact_no
left join runner_up_values other on other.fact_no = v.fact_no
left join values_said before on before.fact_no = v.fact_no and before.period = 1
left join opposition o on o.fact_no = v.fact_no
where v.period = 0

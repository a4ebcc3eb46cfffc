-- The values that each fact has had.
--   (the columns of periods)
select
    t.key as fact, v.period, v.value, v.low, v.high, v.unit, v.qualifier,
    case
        when v.pinned is not null then 'pinned'
        when v.period > 0 then 'superseded'
        when coalesce(r.weight, 0) >= p.contested * y.weight and r.fact_no is not null
            then 'contested'
        when a.weight >= p.contested * y.weight then 'contested'
        when y.outright = 0 then 'derived'
        when y.episodes = 1 then 'single'
        when y.rounded = 1 then 'rounded'
        else 'agreed'
    end as status,
    coalesce(y.weight, 0) / 1000000 as support,
    coalesce(y.episodes, 0) as episodes, coalesce(y.shows, 0) as shows,
    case when k.changing then date_from_unix_date(y.first_day) end as valid_from,
    case when k.changing then date_from_unix_date(newer.first_day) end as valid_to,
    date_from_unix_date(y.last_day) as last_said
from values_said v
join touched t on t.fact_no = v.fact_no
cross join policy p
left join (select distinct fact_no, changing from placed) as k on k.fact_no = v.fact_no
left join tallies y on y.fact_no = v.fact_no and y.period = v.period
left join tallies newer on newer.fact_no = v.fact_no and newer.period = v.period - 1
left join runners_up r on r.fact_no = v.fact_no
left join against a on a.fact_no = v.fact_no

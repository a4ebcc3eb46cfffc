-- Who stands behind the value of a period, counted.
--   fact_no, period
--   weight           of all members
--   episodes, shows  of those who speak
--   first_day, last_day
--   lower, upper     bounds that all share
--   rounded          whether some say another value within them
--   outright         whether some say it themselves, not by how many times as much as another
select
    m.fact_no, m.period,
    cast(sum(m.weight) as bigint) as weight,
    count(distinct case when m.speaks then m.episode_no end) as episodes,
    count(distinct case when m.speaks then m.source end) as shows,
    min(case when m.speaks then m.day end) as first_day,
    max(case when m.speaks then m.day end) as last_day,
    max(case when m.speaks then m.lower end) as lower,
    min(case when m.speaks then m.upper end) as upper,
    max(case
        when m.speaks and abs(m.value - v.value) > 1e-9 * abs(v.value) then 1 else 0
    end) as rounded,
    max(case when m.speaks and not m.relative then 1 else 0 end) as outright
from placed m
join values_said v on v.fact_no = m.fact_no and v.period = m.period
where m.member
group by m.fact_no, m.period

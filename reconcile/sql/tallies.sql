-- Who stands behind the value, counted.
select
    m.fact,
    cast(sum(m.weight) as bigint) as weight,
    count(distinct case when m.speaks then m.episode end) as episodes,
    count(distinct case when m.speaks then m.show_key end) as shows,
    min(case when m.speaks then m.published end) as first_said,
    max(case when m.speaks then m.published end) as last_said,
    max(case when m.speaks then m.lower end) as lower,
    min(case when m.speaks then m.upper end) as upper,
    max(case
        when m.speaks and abs(m.value - c.value) > 1e-9 * abs(c.value) then 1 else 0
    end) as rounded
from members m
join chosen c on c.fact = m.fact
group by m.fact

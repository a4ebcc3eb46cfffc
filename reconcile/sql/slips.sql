-- Values that are off by exactly a factor from what many more episodes say. Only claims far from
-- the middle of their fact are looked at.
--   fact_no, episode_no, claim  the claim to set apart
with closed as (
    select fact_no, episode_no, claim, unit, value, lo, hi
    from weighed_claims
    where speaks and not undated and value > 0 and lower > cast('-Infinity' as double)
        and upper < cast('Infinity' as double)
),
spread as (
    select c.fact_no, median(c.value) as middle
    from closed c
    join (
        select fact_no from closed group by fact_no having max(value) > 90 * min(value)
    ) as wide on wide.fact_no = c.fact_no
    group by c.fact_no
),
suspects as (
    select c.*
    from closed c
    join spread s on s.fact_no = c.fact_no
    where c.value < s.middle / 50 or c.value > s.middle * 50
),
backed as (
    select s.fact_no, s.episode_no, s.claim, f.factor, count(distinct o.episode_no) as backing
    from suspects s
    join slip_factors f on f.unit is null or f.unit = s.unit
    join closed o
        on o.fact_no = s.fact_no and o.value < s.hi * f.factor and o.value > s.lo * f.factor
    group by s.fact_no, s.episode_no, s.claim, f.factor
),
alike as (
    select s.fact_no, s.episode_no, s.claim, count(distinct o.episode_no) as own
    from suspects s
    join closed o on o.fact_no = s.fact_no and o.lo < s.hi and o.hi > s.lo
    group by s.fact_no, s.episode_no, s.claim
)
select distinct b.fact_no, b.episode_no, b.claim
from backed b
join alike a on a.fact_no = b.fact_no and a.episode_no = b.episode_no and a.claim = b.claim
cross join policy p
where b.backing >= 2 and b.backing >= p.slip_strength * a.own

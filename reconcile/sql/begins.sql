-- Of what changes: the day on which the period began that ends with the newest voice. Going back in
-- time, who says the value counts for it and who says another against; it began with the claim at
-- which most speaks for it. Without older voices the period takes all.
--   fact_no
--   begins  day; null where nothing is older
select b.fact_no, b.begins
from (
    select fact_no, min(day) as begins
    from (
        select *, max(case when agrees then tally end) over (partition by fact_no) as most
        from (
            select
                w.fact_no, w.day, w.lo <= s.lo and w.hi >= s.hi as agrees,
                sum(case when w.lo <= s.lo and w.hi >= s.hi then w.weight else -w.weight end)
                    over (partition by w.fact_no order by w.day desc) as tally
            from waiting w
            join {stretches} s on s.fact_no = w.fact_no
            where w.changing and w.speaks and w.day is not null
        ) as walked
    ) as ranked
    where agrees and tally = most
    group by fact_no
) as b
join (
    select fact_no, min(case when speaks then day end) as oldest from waiting group by fact_no
) as o on o.fact_no = b.fact_no
where o.oldest < b.begins

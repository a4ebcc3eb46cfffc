-- Voices with the period that they belong to.
--   period  0 is the one that stands
--   member  whether the voice's bounds hold the stretch that won
--   (else the columns of voices)
select
    cast({period} as integer) as period, w.*,
    not w.denies and w.lo <= s.lo and w.hi >= s.hi as member
from waiting w
join {stretches} s on s.fact_no = w.fact_no
left join begins b on b.fact_no = w.fact_no
where b.begins is null or w.day >= b.begins

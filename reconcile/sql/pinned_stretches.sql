-- The stretches that won, and in their place what the user pinned.
--   fact_no
--   lo, hi  the stretch
select w.fact_no, w.lo, w.hi
from winners w
left join (select t.fact_no from pins p join touched t on t.key = p.key) as p
    on p.fact_no = w.fact_no
where p.fact_no is null
union all
select t.fact_no, p.value - 1e-9 * abs(p.value), p.value + 1e-9 * abs(p.value)
from pins p
join touched t on t.key = p.key

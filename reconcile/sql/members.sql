-- The voices whose bounds hold the stretch that won.
select v.*
from voices v
join winners w on w.fact = v.fact and v.lo <= w.lo and v.hi >= w.hi
where not v.denies

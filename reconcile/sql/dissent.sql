-- Those of them who contradict, as votes for a runner-up.
select fact, episode, denies, published, 1 as speaking, weight, lo, hi
from outvoted
where not older

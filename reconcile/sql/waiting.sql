-- The voices that are older than the period just found.
--   (the columns of voices)
select w.*
from {before} w
join begins b on b.fact_no = w.fact_no
where w.day < b.begins

-- Those who contradict the value that stands, as votes for a runner-up.
--   (the columns of votes, and turn, width and value)
select fact_no, episode_no, day, lo, hi, denies, 1 as speaking, weight, turn, width, value
from placed
where period = 0 and speaks and not member

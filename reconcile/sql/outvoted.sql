-- The voices that say another value, and whether time explains it: what an older episode said of
-- a changing attribute is history.
select
    v.*,
    n.published is not null and v.published is not null and v.published < n.published as older
from voices v
join winners w on w.fact = v.fact
left join newest n on n.fact = v.fact
left join members m on m.fact = v.fact and m.episode = v.episode
where v.speaks and m.fact is null

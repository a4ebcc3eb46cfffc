-- An episode speaks once for a fact: by its most precise asserted claim; by a guess or an example
-- only where it asserts nothing. What it denies is said apart.
--   (the columns of weighed_claims)
select * from (
    select
        w.*,
        row_number() over (
            partition by w.fact_no, w.episode_no, w.denies
            order by w.turn, w.width, w.weight desc, w.start, w.claim
        ) as place
    from weighed_claims w
    left join slips s
        on s.fact_no = w.fact_no and s.episode_no = w.episode_no and s.claim = w.claim
    where not w.undated and s.claim is null
) as ordered
where place = 1

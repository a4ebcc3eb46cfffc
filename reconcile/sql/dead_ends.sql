-- Relative statements that refer to a known fact and make none, with the reason; found last, for
-- making facts anew says only that they have no base.
--   (the columns of fact_claims)
select f.claim, f.episode, f.fact, f.part, r.reason, f.key, f.period
from fact_claims f
join (
    select episode, claim, 'circle' as reason from circles
    union all
    select episode, claim, 'long chain' from long_chains
) as r on r.episode = f.episode and r.claim = f.claim

-- The claims that can belong to a fact, with what each is worth. Weights are whole millionths:
-- sums of them are the same in any order.
select
    k.*,
    k.upper - k.lower as width,
    s.turn,
    k.stance in ('asserted', 'hedged') as speaks,
    k.stance = 'negated' as denies,
    cast(round(1000000 * s.weight * q.weight * k.confidence) as bigint) as claim_weight
from keyed_claims k
join stance_weights s on s.stance = k.stance
join qualifier_weights q on q.qualifier = k.qualifier
where k.reason is null

-- An episode counts once for a fact: by its weightiest asserted claim, among equals the most
-- precise; by a guess or an example only where it asserts nothing. What it denies is a voice of its own.
-- Further episodes of the same show that say the same value count less and less.
select
    fact, claim, episode, show_key, published,
    subject_key, attribute, benchmark_key, setting_key,
    value, low, high, unit, qualifier, stance, lower, upper, lo, hi, width,
    turn, speaks, denies,
    cast(round(claim_weight * power(p.same_show, repetition - 1)) as bigint) as weight
from (
    select
        *,
        row_number() over (
            partition by fact, denies, show_key, value order by claim_weight desc, published, episode
        ) as repetition
    from (
        select
            *,
            row_number() over (
                partition by fact, episode, denies
                order by turn, claim_weight desc, width, start, claim
            ) as place
        from weighed_claims
    ) as ordered
    where place = 1
) as v
cross join policy p

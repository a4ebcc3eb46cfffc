-- Relative statements without a value yet, with the fact that each refers to.
--   episode, claim  which claim
--   fact   fact_claims.key
--   base   key of the fact that it refers to
--   day    of publication, in days since 1970; null where it is not known
select
    f.episode, f.claim, f.key as fact,
    substr(md5(concat(
        other.key, '|', c.relation.attribute, '|', k.benchmark, '|', k.setting, '|', k.unit
    )), 1, 16) as base,
    e.day
from fact_claims f
join claims c on c.episode = f.episode and c.id = f.claim
join fact_keys k on k.fact = f.key
join names other on other.what = 'subject' and other.spelling = c.relation.subject
join known_episodes e on e.episode = f.episode
where f.reason = 'no base'

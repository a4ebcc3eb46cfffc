-- What the facts that claims arrived for are compared by.
--   (the columns of fact_keys)
select distinct
    key as fact, subject_key as subject, attribute, benchmark_key as benchmark,
    setting_key as setting, unit
from keyed_claims
where key is not null and key not in (select fact from fact_keys)
union
select key, subject_key, attribute, benchmark_key, setting_key, unit
from pins
where key not in (select fact from fact_keys)

-- The stretch of values that won each period.
--   fact_no, period
--   lo, hi  the stretch
select fact_no, cast({period} as integer) as period, lo, hi from {stretches}

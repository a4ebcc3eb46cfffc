-- Shows that spoke of the same lasting fact between closed bounds, each by its most precise claim.
-- In a ring of many each meets the next two: enough to compare all, and few enough for large facts.
--   fact        fact_claims.key
--   one, other  sources.source
--   agreed      1 where their bounds meet
with shows as (
    select *
    from (
        select
            s.fact_no, s.source, s.lo, s.hi,
            row_number() over (
                partition by s.fact_no, s.source
                order by s.turn, s.width, s.day nulls last, s.episode_no
            ) as place
        from speakers s
        left join echoes e on e.fact_no = s.fact_no and e.episode_no = s.episode_no
            and e.claim = s.claim
        where e.claim is null and s.speaks and not s.changing
            and s.lower > cast('-Infinity' as double) and s.upper < cast('Infinity' as double)
    ) as ordered
    where place = 1
),
mixed as (
    select t.key as fact, s.source, s.lo, s.hi, md5(concat(s.source, t.key)) as seat
    from shows s
    join touched t on t.fact_no = s.fact_no
),
seated as (
    select
        fact, source, lo, hi,
        lead(source, 1) over ring as second, lead(lo, 1) over ring as second_lo,
        lead(hi, 1) over ring as second_hi,
        lead(source, 2) over ring as third, lead(lo, 2) over ring as third_lo,
        lead(hi, 2) over ring as third_hi
    from mixed
    window ring as (partition by fact order by seat, source)
)
select fact, source as one, second as other,
    case when lo < second_hi and hi > second_lo then 1 else 0 end as agreed
from seated
where second is not null
union all
select fact, source, third, case when lo < third_hi and hi > third_lo then 1 else 0 end
from seated
where third is not null

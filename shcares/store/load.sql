-- The figures, from the frame `incoming`: number the periods, then the series, then write the rows in that order.

insert into period
select row_number() over (order by period_start, period_end, period), period, period_start, period_end, pooled, pandemic
from (select distinct period, period_start, period_end, pooled, pandemic from incoming)
order by period_start, period_end, period;

insert into series
select
    row_number() over (order by indicator_id, area_code, sex, age, category_type, category),
    indicator_id, area_code, sex, age, category_type, category
from (
    select distinct
        indicator_id, area_code, sex, age,
        coalesce(category_type, '') as category_type, coalesce(category, '') as category
    from incoming
)
order by indicator_id, area_code, sex, age, category_type, category;

insert into observation
select
    series.series_id, period.period_id, incoming.value, incoming.lower_ci, incoming.upper_ci, incoming.count,
    incoming.denominator, incoming.ci_method, incoming.source_id, incoming.note
from incoming
join series on
    series.indicator_id = incoming.indicator_id
    and series.area_code = incoming.area_code
    and series.sex = incoming.sex
    and series.age = incoming.age
    and series.category_type = coalesce(incoming.category_type, '')
    and series.category = coalesce(incoming.category, '')
join period on
    period.period = incoming.period
    and period.period_start = incoming.period_start
    and period.period_end = incoming.period_end
order by series.series_id, period.period_id;

insert into coverage
select
    series.indicator_id,
    arg_min(period.period, period.period_id),
    arg_max(period.period, (period.period_end, period.period_start)),
    max(period.period_end),
    count(distinct series.area_code),
    count(*)
from observation
join series using (series_id)
join period using (period_id)
group by series.indicator_id
order by series.indicator_id;

-- the sexes, ages and categories one indicator is published for, with what each holds
select
    members.sex, members.age, members.category_type, members.category, members.headline,
    arg_min(observation.period, observation.period_start) as first_period,
    arg_max(observation.period, (observation.period_end, observation.period_start)) as last_period,
    count(distinct members.area_code) as areas,
    count(*) as observations
from series_in_words as members
join (
    select series_id, period, period_start, period_end from observation join period using (period_id)
) as observation using (series_id)
where members.indicator_id = $indicator_id
group by members.sex, members.age, members.category_type, members.category, members.headline
order by members.headline desc, members.category_type nulls first, members.category, members.age, members.sex;

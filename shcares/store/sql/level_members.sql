-- level_members
-- the sexes, ages and categories in which the indicators of one level are published for these types of area, and how
-- many different values there are
select
    series_in_words.indicator_id, series_in_words.sex, series_in_words.age, series_in_words.category,
    list_sort(list(distinct series_in_words.area_type)) as area_types,
    max(period.period_end) as last_period_end,
    count(distinct observation.value) as different_values
from series_in_words
join observation using (series_id)
join period using (period_id)
where
    series_in_words.level = $level
    and list_contains($area_types::varchar[], series_in_words.area_type)
group by series_in_words.indicator_id, series_in_words.sex, series_in_words.age, series_in_words.category
order by series_in_words.indicator_id, series_in_words.sex, series_in_words.age, series_in_words.category nulls first;

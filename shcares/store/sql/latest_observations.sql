-- the latest headline value of these indicators in these areas (all if none is named); a row without a value only if
-- the area never had one
select
    indicator_id, indicator_short_name, area_code, area_name, area_short_name, area_type, sex, age, category_type,
    category, headline, period, period_start, period_end, pooled, pandemic, value, lower_ci, upper_ci, count,
    denominator, ci_method, note, source_id, unit, unit_label, decimals, polarity, statistic, level, population
from observation_in_words
where
    indicator_id in (select unnest($indicator_ids::varchar[]))
    and list_contains(coalesce($area_codes::varchar[], [area_code]), area_code)
    and headline
qualify row_number() over (
    partition by series_id order by value is null, period_end desc, period_start desc, period
) = 1
order by indicator_id, area_code, sex, age;

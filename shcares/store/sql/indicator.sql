-- one indicator with its source, what it holds, and the latest headline value of one area
select
    shown.indicator_id, shown.name, shown.short_name, shown.definition, shown.unit, shown.unit_label, shown.decimals,
    shown.polarity, shown.statistic, shown.multiplier, shown.population, shown.level, shown.year_type, shown.rolling,
    shown.repeat_events, shown.interval_rule, shown.headline_sex, shown.headline_age, shown.why, shown.life_course,
    shown.headline_set, shown.external_id, shown.superseded_by, shown.related, shown.priorities, shown.focus_areas,
    shown.source_id, shown.publisher, shown.dataset, shown.release, shown.licence, shown.attribution, shown.retrieved,
    shown.frequency, shown.next_due, shown.via, shown.url, shown.source_note, shown.first_period, shown.last_period,
    shown.last_period_end, shown.areas, shown.observations,
    latest.period as latest_period, latest.value as latest_value, latest.lower_ci as latest_lower_ci,
    latest.upper_ci as latest_upper_ci
from indicator_in_words as shown
left join (
    select indicator_id, period, value, lower_ci, upper_ci
    from observation_in_words
    where indicator_id = $indicator_id and area_code = $area_code and headline and value is not null
    qualify row_number() over (partition by indicator_id order by period_end desc, period_start desc, period) = 1
) as latest using (indicator_id)
where shown.indicator_id = $indicator_id
order by shown.indicator_id;

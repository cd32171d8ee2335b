-- the plan's key measures as printed, with their objective, their published series and whether the two compare
select
    key_measure.measure_id, key_measure.label, key_measure.priority_id, priority.title as priority_title,
    key_measure.position, key_measure.objective, objective.text as objective_text, key_measure.printed,
    key_measure.asks_kind, key_measure.asks_amount, key_measure.asks_area, key_measure.counted,
    key_measure.baseline_printed, key_measure.baseline, key_measure.baseline_period, key_measure.target_printed,
    key_measure.target,
    key_measure.direction, key_measure.unit, key_measure.decimals, key_measure.indicator_id,
    indicator.short_name as indicator_short_name, indicator.polarity, key_measure.target_comparable,
    key_measure.target_reason, key_measure.match, key_measure.section,
    coalesce(beside.indicator_ids, []) as context,
    coalesce(noted.flags, []) as flags
from key_measure
join priority on priority.priority_id = key_measure.priority_id
left join objective
    on objective.priority_id = key_measure.priority_id and objective.letter = key_measure.objective
left join indicator on indicator.indicator_id = key_measure.indicator_id
left join (
    select measure_id, list(indicator_id order by position) as indicator_ids from measure_context group by measure_id
) as beside on beside.measure_id = key_measure.measure_id
left join (
    select measure_id, list(flag_id order by position) as flags from measure_flag group by measure_id
) as noted on noted.measure_id = key_measure.measure_id
order by priority.position, key_measure.position;

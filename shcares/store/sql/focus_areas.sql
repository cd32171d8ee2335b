-- the parts of each factor of one model: the indicators its composite stands on, and how many are hung on it in all
select
    focus_area.focus_area_id, factor.factor_id, factor.name as factor_name, focus_area.position, focus_area.name,
    focus_area.printed_name, focus_area.printed_weight, focus_area.source_weight,
    coalesce(measured.ids, []) as measured,
    coalesce(used.indicators, 0) as indicators
from focus_area
join factor using (factor_id)
left join (
    select focus_area_id, list(indicator_id order by position) as ids from model_indicator group by focus_area_id
) as measured using (focus_area_id)
left join (
    select focus_area_id, count(*) as indicators
    from indicator_topic where focus_area_id is not null group by focus_area_id
) as used using (focus_area_id)
where factor.model_id = $model_id
order by factor.position, focus_area.position;

-- where each authority stands on each indicator of one model, with the mean and spread of them all
select
    standing.focus_area_id, standing.indicator_id, standing.area_code, area.short_name as area_short_name,
    standing.period, standing.value, standing.z,
    count(*) over one as areas, avg(standing.value) over one as mean, stddev_samp(standing.value) over one as sd
from standing
join model_indicator using (focus_area_id, indicator_id)
join focus_area using (focus_area_id)
join factor using (factor_id)
join area using (area_code)
where factor.model_id = $model_id
window one as (partition by standing.focus_area_id, standing.indicator_id)
order by factor.position, focus_area.position, model_indicator.position, standing.area_code;

-- values of one indicator as they stood in earlier extracts
select
    indicator_id, area_code, area.short_name as area_short_name, vintage.sex, vintage.period, vintage.extract,
    vintage.value
from vintage
join area using (area_code)
where indicator_id = $indicator_id
order by area_code, vintage.sex, vintage.period, vintage.extract;

-- the areas of one group
select area_group.group_id, area_group.group_name, area_code, area.name, area.short_name, area.area_type
from area_group
join area using (area_code)
where area_group.group_id = $group_id
order by area.short_name, area_code;

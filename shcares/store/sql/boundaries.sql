-- outlines of the areas of one type, as well-known binary
select boundary.area_code, area.name, area.short_name, boundary.area_type, boundary.geometry
from boundary
join area using (area_code)
where boundary.area_type = $area_type
order by boundary.area_code;

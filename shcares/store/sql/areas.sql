-- areas of these types (all types if none is named)
select area_code, name, short_name, area_type, parent_code, valid_from, valid_to, continued_as, note
from area
where list_contains(coalesce($area_types::varchar[], [area_type]), area_type)
order by area_type, short_name, area_code;

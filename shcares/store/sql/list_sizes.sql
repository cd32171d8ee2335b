-- numbers of registered patients over time on one basis, in these areas (all if none is named)
select
    area_code, area.short_name as area_short_name, area.area_type, list_size.date, list_size.sex, list_size.age_band,
    list_size.patients, list_size.basis, list_size.source_id
from list_size
join area using (area_code)
where
    list_size.basis = $basis
    and list_contains(coalesce($area_codes::varchar[], [area_code]), area_code)
order by area_code, list_size.sex, list_size.age_band, list_size.date;

-- where the patients of these practices live (all practices if none is named); area_code is blank where not known
select
    registration.practice_code, practice_area.parent_code as network_code, registration.area_code,
    area.short_name as area_short_name, registration.date, registration.patients, registration.source_id
from registration
join area as practice_area on practice_area.area_code = registration.practice_code
left join area on area.area_code = registration.area_code
where list_contains(coalesce($practice_codes::varchar[], [registration.practice_code]), registration.practice_code)
order by registration.practice_code, registration.area_code nulls last, registration.date;

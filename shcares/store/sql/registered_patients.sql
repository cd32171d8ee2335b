-- the latest number of registered patients of every network, practice and the sub-ICB
select
    area_code, area.name as area_name, area.short_name as area_short_name, area.area_type, area.parent_code,
    list_size.date, list_size.patients, list_size.source_id
from list_size
join area using (area_code)
where
    list_size.basis = 'registered' and list_size.sex = 'Persons' and list_size.age_band = 'All ages'
    and list_size.patients is not null and area.area_type in ('network', 'practice', 'sub_icb')
qualify row_number() over (partition by area_code order by list_size.date desc) = 1
order by area.area_type, area.short_name, area_code;

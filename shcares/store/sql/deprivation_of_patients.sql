-- registered patients of each network by the national decile (2019) of the neighbourhood they live in; decile is blank
-- where the neighbourhood is not known, and network where the practice belongs to none
select
    practice_area.parent_code as network_code, network.short_name as network_short_name, registration.date,
    deprivation.decile, sum(registration.patients)::bigint as patients
from registration
join area as practice_area on practice_area.area_code = registration.practice_code
left join area as network on network.area_code = practice_area.parent_code
left join deprivation
    on deprivation.area_code = registration.area_code
    and deprivation.edition = '2019' and deprivation.domain = 'imd'
where registration.date = (select max(registration.date) from registration)
group by practice_area.parent_code, network.short_name, registration.date, deprivation.decile
order by network.short_name nulls last, deprivation.decile nulls last;

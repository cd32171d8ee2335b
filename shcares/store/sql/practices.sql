-- the practices of the plan and of the networks
select
    practice.practice_code, area.name, area.short_name, practice.official_name, practice.plan_name, practice.map_key,
    practice.plan_network, practice.network_code, network.name as network_name,
    network.short_name as network_short_name, practice.status, practice.open_date, practice.close_date,
    practice.address, practice.postcode, practice.longitude, practice.latitude, practice.match, practice.note,
    practice.source_id
from practice
join area on area.area_code = practice.practice_code
left join area as network on network.area_code = practice.network_code
order by network.short_name nulls last, area.short_name, practice.practice_code;

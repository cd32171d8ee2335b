-- the borough's neighbourhoods in one edition and domain of the indices of deprivation
select
    deprivation.area_code, area.name as area_name, area.short_name as area_short_name, area.area_type,
    deprivation.edition, deprivation.domain, deprivation.score, deprivation.rank, deprivation.decile,
    deprivation.source_id
from deprivation
join area using (area_code)
where
    deprivation.edition = $edition and deprivation.domain = $domain
    and (
        deprivation.area_code in (select lsoa11_code from lookup)
        or deprivation.area_code in (select lsoa21_code from lookup)
    )
order by deprivation.area_code;

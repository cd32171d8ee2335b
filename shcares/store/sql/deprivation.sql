-- deprivation
-- every area held in one edition of the indices of deprivation, each domain a row, areas outside the borough too
select
    deprivation.area_code, area.short_name as area_short_name, area.area_type, deprivation.domain, deprivation.score,
    deprivation.rank, deprivation.decile, deprivation.source_id
from deprivation
join area using (area_code)
where deprivation.edition = $edition
order by deprivation.area_code, deprivation.domain;

-- the borough's neighbourhoods and residents (mid-2020 estimate) in each national decile of one edition; residents is
-- blank where a neighbourhood of that decile has no estimate for mid-2020 under the same boundaries
select
    deprivation.decile,
    count(*) as lsoas,
    case when count(residents.population) = count(*) then sum(residents.population)::double end as residents,
    count(residents.population) as lsoas_with_population
from deprivation
left join (
    select area_code, population from population
    where year = 2020 and basis = 'mid_year_estimate' and sex = 'Persons' and age_band = 'All ages'
) as residents using (area_code)
where
    deprivation.edition = $edition and deprivation.domain = 'imd' and deprivation.decile is not null
    and (area_code in (select lsoa11_code from lookup) or area_code in (select lsoa21_code from lookup))
group by deprivation.decile
order by deprivation.decile;

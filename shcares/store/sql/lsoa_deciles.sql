-- how many of the borough's neighbourhoods are in each national decile (1 = most deprived) of one edition
select decile, count(*) as lsoas
from deprivation
where
    edition = $edition and domain = 'imd' and decile is not null
    and (area_code in (select lsoa11_code from lookup) or area_code in (select lsoa21_code from lookup))
group by decile
order by decile;

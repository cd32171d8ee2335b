-- which neighbourhoods of 2011 became which of 2021, and the wards they lie in
select lsoa11_code, lsoa21_code, change, msoa11_code, ward19_code, ward24_code
from lookup
order by lsoa11_code, lsoa21_code;

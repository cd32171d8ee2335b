-- which data the store was built from, and when
select digest, built_at, data_date
from build_info
order by built_at;

-- the first period after each break in the series of these indicators (all of them if none is named)
select indicator_id, position, period, reason
from indicator_break
where list_contains(coalesce($indicator_ids::varchar[], [indicator_id]), indicator_id)
order by indicator_id, position;

-- the caveats of these indicators (all of them if none is named)
select indicator_id, position, text
from indicator_note
where list_contains(coalesce($indicator_ids::varchar[], [indicator_id]), indicator_id)
order by indicator_id, position;

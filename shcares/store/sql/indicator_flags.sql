-- the notes on the plan's figures that touch these indicators, through the key measures they answer or stand beside
select used.indicator_id, used.measure_id, flag.flag_id, flag.kind, flag.title, flag.note, flag.arithmetic, flag.certainty
from (
    select indicator_id, measure_id from key_measure where indicator_id is not null
    union
    select indicator_id, measure_id from measure_context
) as used
join measure_flag using (measure_id)
join flag using (flag_id)
where list_contains(coalesce($indicator_ids::varchar[], [used.indicator_id]), used.indicator_id)
order by used.indicator_id, flag.position, used.measure_id;

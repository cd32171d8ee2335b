-- the notes on each key measure's figures
select measure_id, flag_id, flag.kind, flag.title, flag.note, flag.arithmetic, flag.certainty, flag.section
from measure_flag
join flag using (flag_id)
join key_measure using (measure_id)
join priority using (priority_id)
order by priority.position, key_measure.position, measure_flag.position;

-- every note on the plan's figures, with the key measures it touches
select
    flag.flag_id, flag.position, flag.kind, flag.title, flag.note, flag.arithmetic, flag.certainty, flag.section,
    coalesce(touched.measures, []) as measures
from flag
left join (
    select flag_id, list(measure_id order by measure_id) as measures from measure_flag group by flag_id
) as touched using (flag_id)
order by flag.position;

-- the figures the plan gives for each priority, with the notes on them
select
    priority.priority_id, priority_fact.position, fact_id, priority_fact.text, priority_fact.section,
    priority_fact.value, priority_fact.unit, coalesce(noted.flags, []) as flags
from priority_fact
join priority using (priority_id)
left join (
    select fact_id, list(flag_id order by flag.position) as flags
    from fact_flag join flag using (flag_id) group by fact_id
) as noted using (fact_id)
order by priority.position, priority_fact.position;

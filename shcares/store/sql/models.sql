-- the models of what shapes health, with the outcomes set beside each
select
    model.model_id, model.position, model.name, model.short_name, model.source, model.note,
    coalesce(beside.outcomes, []) as outcomes
from model
left join (
    select model_id, list(indicator_id order by position) as outcomes from model_outcome group by model_id
) as beside using (model_id)
order by model.position;

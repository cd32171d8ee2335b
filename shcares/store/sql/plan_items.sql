-- the plan's other statements of one kind (of every kind if none is named), with the notes on them
select
    kind, item_id, plan_item.position, plan_item.section, plan_item.title, plan_item.text, plan_item.parent_id,
    plan_item.value, plan_item.unit, plan_item.printed, plan_item.practice_code, coalesce(noted.flags, []) as flags
from plan_item
left join (
    select item_flag.kind, item_id, list(flag_id order by flag.position) as flags
    from item_flag join flag using (flag_id) group by item_flag.kind, item_id
) as noted using (kind, item_id)
where kind = coalesce($kind, kind)
order by kind, plan_item.position;

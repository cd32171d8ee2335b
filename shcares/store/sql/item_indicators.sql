-- the indicators that would show the plan's statements of one kind moving
select item_indicator.item_id, item_indicator.position, item_indicator.indicator_id
from item_indicator
join plan_item using (kind, item_id)
where kind = $kind
order by plan_item.position, item_indicator.position;

-- the indicators of the borough shown around the key measures of each priority, under their headings
select
    priority.priority_id, supporting_indicator.group_position, supporting_group.heading,
    supporting_indicator.position, supporting_indicator.indicator_id
from supporting_indicator
join supporting_group
    on supporting_group.priority_id = supporting_indicator.priority_id
    and supporting_group.position = supporting_indicator.group_position
join priority on priority.priority_id = supporting_indicator.priority_id
order by priority.position, supporting_indicator.group_position, supporting_indicator.position;

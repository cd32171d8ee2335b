-- the practice registers shown with each priority, and what those stand for that are proxies
select priority.priority_id, priority_register.position, priority_register.indicator_id, priority_register.note
from priority_register
join priority using (priority_id)
order by priority.position, priority_register.position;

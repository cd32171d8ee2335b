-- the lettered objectives of each priority
select priority.priority_id, objective.letter, objective.position, objective.text
from objective
join priority using (priority_id)
order by priority.position, objective.position;

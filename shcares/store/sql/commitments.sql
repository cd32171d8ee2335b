-- what partners said they would do towards each objective
select priority.priority_id, objective.letter, commitment.position, commitment.number, commitment.text
from commitment
join objective using (priority_id, letter)
join priority using (priority_id)
order by priority.position, objective.position, commitment.position;

-- the plan's priorities
select priority_id, position, title, statement, section
from priority
order by position;

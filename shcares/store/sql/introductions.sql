-- the text that introduces each priority
select priority.priority_id, introduction.position, introduction.heading, introduction.text
from introduction
join priority using (priority_id)
order by priority.position, introduction.position;

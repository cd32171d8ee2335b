-- the plan's sections as it numbers them (one number is used twice)
select position, number, title
from plan_section
order by position;

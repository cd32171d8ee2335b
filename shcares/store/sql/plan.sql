-- the plan's own words about itself
select title, partnership, vision, mission, target_year_printed, document
from plan
order by title;

-- towns and villages to name on a map
select name, kind, longitude, latitude, source_id
from place_label
order by name, kind;

-- England's spread of one indicator over one type of area
select indicator_id, area_type, period, quantile, value, areas, source_id
from distribution
where indicator_id = $indicator_id and area_type = $area_type
order by period, quantile;

-- one model added up on the source's weights: every authority, overall, by factor and by focus area
select
    level, item_id, area_code, area.short_name as area_short_name, score, lower_ci, upper_ci, rank, rank_lower,
    rank_upper, areas
from composite
join area using (area_code)
where model_id = $model_id
order by level, item_id, rank, area_code;

-- resident populations on one basis, in these areas (all if none is named)
select
    area_code, area.short_name as area_short_name, area.area_type, population.year, population.basis, population.sex,
    population.age_band, population.population, population.source_id
from population
join area using (area_code)
where
    population.basis = $basis
    and list_contains(coalesce($area_codes::varchar[], [area_code]), area_code)
order by area_code, population.year, population.sex, population.age_band;

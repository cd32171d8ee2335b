-- All of England in a store: every practice and every upper-tier authority, with made-up codes and copied shapes of figures.
-- Nothing here is a figure of anywhere; it is weight to measure with, made and thrown away by the bench.

insert into area (area_code, name, short_name, area_type, parent_code)
select format('ZP{:05d}', n), format('Made-up practice {}', n), format('Made-up practice {}', n), 'practice', 'E38000172'
from range(1, $practices + 1) as made (n);

insert into area (area_code, name, short_name, area_type, parent_code)
select format('ZA{:05d}', n), format('Made-up authority {}', n), format('Made-up authority {}', n), 'authority', 'E92000001'
from range(1, $authorities + 1) as made (n);

-- The longest series of the borough, as many as make the wanted number of rows.
create temporary table pattern as
with counted as (
    select series_id, count(*) as rows
    from observation
    join series using (series_id)
    where series.area_code = 'E08000013'
    group by series_id
),
ranked as (
    select series_id, rows, sum(rows) over (order by rows desc, series_id) as rows_so_far
    from counted
)
select series.series_id, indicator_id, sex, age, category_type, category
from ranked
join series using (series_id)
where rows_so_far - rows < $observations / ($practices + $authorities);

create temporary table made_series as
select
    (select max(series_id) from series) + row_number() over (order by pattern.series_id, area.area_code) as series_id,
    pattern.series_id as pattern_id, pattern.indicator_id, area.area_code,
    pattern.sex, pattern.age, pattern.category_type, pattern.category
from pattern
cross join area
where area.area_code like 'ZP%' or area.area_code like 'ZA%';

insert into series
select series_id, indicator_id, area_code, sex, age, category_type, category
from made_series
order by series_id;

insert into observation
select
    made_series.series_id, observation.period_id, observation.value, observation.lower_ci, observation.upper_ci,
    observation.count, observation.denominator, observation.ci_method, observation.source_id, observation.note
from made_series
join observation on observation.series_id = made_series.pattern_id
order by made_series.series_id, observation.period_id;

update coverage
set areas = found.areas, observations = found.observations
from (
    select series.indicator_id, count(distinct series.area_code) as areas, count(*) as observations
    from observation
    join series using (series_id)
    group by series.indicator_id
) as found
where found.indicator_id = coverage.indicator_id;

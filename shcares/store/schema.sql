-- The store: every table, its keys and what its values may be. The last guard before a number reaches a page.
-- Keys that an observation repeats millions of times are numbered (series, period): the keys stay small, and rows
-- written in that order are found without reading the rest. Readers use the views at the end.

create table build_info (
    digest varchar primary key check (length(digest) = 16),
    built_at timestamp not null,
    data_date date not null
);

create table source (
    source_id varchar primary key,
    publisher varchar not null,
    dataset varchar not null,
    release varchar not null,
    licence varchar not null,
    attribution varchar not null,
    retrieved date not null,
    frequency varchar not null check (frequency in ('annual', 'quarterly', 'monthly', 'one-off', 'ended')),
    refresh varchar not null check (refresh in ('manual')),
    next_due date,
    via varchar,
    url varchar,
    note varchar,
    check (next_due is null or frequency not in ('one-off', 'ended'))
);

create table area (
    area_code varchar primary key,
    name varchar not null,
    short_name varchar not null,
    area_type varchar not null check (area_type in (
        'country', 'region', 'city_region', 'authority', 'icb', 'sub_icb', 'nhs_region', 'network', 'practice',
        'lsoa11', 'lsoa21', 'msoa11', 'msoa21', 'ward19', 'ward24'
    )),
    parent_code varchar references area (area_code),
    valid_from date,
    valid_to date,
    continued_as varchar references area (area_code),
    note varchar,
    check (parent_code <> area_code),
    check (continued_as <> area_code),
    check (valid_from <= valid_to)
);

create table area_group (
    group_id varchar not null,
    group_name varchar not null,
    area_code varchar not null references area (area_code),
    primary key (group_id, area_code)
);

create table boundary (
    area_type varchar not null,
    area_code varchar not null references area (area_code),
    geometry blob not null,
    primary key (area_type, area_code)
);

create table place_label (
    name varchar not null,
    kind varchar not null,
    longitude double not null check (longitude between -9 and 2),
    latitude double not null check (latitude between 49 and 61),
    source_id varchar not null references source (source_id),
    primary key (name, kind)
);

create table plan (
    title varchar primary key,
    partnership varchar not null,
    vision varchar not null,
    mission varchar not null,
    target_year_printed varchar not null,
    document varchar not null
);

create table plan_section (
    position integer primary key,
    number varchar not null,
    title varchar not null
);

create table priority (
    priority_id varchar primary key,
    position integer not null unique,
    title varchar not null,
    statement varchar not null,
    section varchar not null
);

create table introduction (
    priority_id varchar not null references priority (priority_id),
    position integer not null,
    heading varchar not null,
    text varchar not null,
    primary key (priority_id, position)
);

create table priority_fact (
    fact_id varchar primary key,
    priority_id varchar not null references priority (priority_id),
    position integer not null,
    text varchar not null,
    section varchar not null,
    value double,
    unit varchar,
    unique (priority_id, position)
);

create table objective (
    priority_id varchar not null references priority (priority_id),
    letter varchar not null,
    position integer not null,
    text varchar not null,
    primary key (priority_id, letter)
);

create table commitment (
    priority_id varchar not null,
    letter varchar not null,
    position integer not null,
    number integer,
    text varchar not null,
    primary key (priority_id, letter, position),
    foreign key (priority_id, letter) references objective (priority_id, letter)
);

create table flag (
    flag_id varchar primary key,
    position integer not null,
    kind varchar not null check (kind in ('contradiction', 'series_match')),
    title varchar not null,
    note varchar not null,
    certainty varchar not null check (certainty in ('certain', 'likely', 'not verified')),
    section varchar not null,
    arithmetic varchar
);

-- A model of what shapes health: factors, their focus areas, and the indicators that stand for each.
create table model (
    model_id varchar primary key,
    position integer not null unique,
    name varchar not null,
    short_name varchar not null,
    source varchar not null,
    note varchar not null
);

create table factor (
    factor_id varchar primary key,
    model_id varchar not null references model (model_id),
    position integer not null,
    name varchar not null,
    printed_name varchar,
    printed_weight double check (printed_weight >= 0),
    source_weight double check (source_weight >= 0)
);

create table focus_area (
    focus_area_id varchar primary key,
    factor_id varchar not null references factor (factor_id),
    position integer not null,
    name varchar not null,
    printed_name varchar,
    printed_weight double check (printed_weight >= 0),
    source_weight double check (source_weight >= 0)
);

create table indicator (
    indicator_id varchar primary key,
    name varchar not null check (length(name) <= 70),
    short_name varchar not null check (length(short_name) <= 32),
    definition varchar not null,
    unit varchar not null check (unit in (
        'percent', 'per_1000', 'per_10000', 'per_100000', 'years', 'score', 'mean_0_10', 'ratio', 'count', 'gbp',
        'gbp_per_week', 'km', 'metres', 'rank', 'decile', 'proportion', 'tco2e_per_head', 'micrograms_per_m3',
        'patients'
    )),
    unit_label varchar not null,
    decimals integer not null check (decimals >= 0),
    polarity varchar not null check (polarity in ('high_is_good', 'low_is_good', 'neutral')),
    statistic varchar not null check (statistic in (
        'proportion', 'crude_rate', 'dsr', 'isr', 'mean', 'median', 'life_expectancy', 'slope_index', 'score',
        'index', 'rank', 'ratio', 'count', 'modelled'
    )),
    multiplier double not null check (multiplier > 0),
    population varchar not null check (population in (
        'resident', 'registered', 'pupils', 'births', 'service_users', 'households', 'workers', 'areas', 'other'
    )),
    level varchar not null check (level in ('borough', 'practice', 'small_area')),
    source_id varchar not null references source (source_id),
    year_type varchar not null check (year_type in (
        'calendar', 'financial', 'academic', 'index', 'survey', 'snapshot', 'census'
    )),
    rolling boolean not null,
    repeat_events boolean not null,
    interval_rule varchar not null check (interval_rule in ('published', 'derive', 'none')),
    headline_sex varchar not null check (headline_sex in ('Persons', 'Male', 'Female')),
    headline_age varchar not null check (headline_age <> ''),
    why varchar not null,
    life_course varchar not null check (life_course in (
        'starting_well', 'developing_well', 'living_well', 'ageing_well', 'whole_life'
    )),
    headline_set boolean not null,
    external_id varchar
);

create table model_indicator (
    focus_area_id varchar not null references focus_area (focus_area_id),
    position integer not null,
    indicator_id varchar not null references indicator (indicator_id),
    primary key (focus_area_id, indicator_id),
    unique (focus_area_id, position)
);

create table model_outcome (
    model_id varchar not null references model (model_id),
    position integer not null,
    indicator_id varchar not null references indicator (indicator_id),
    primary key (model_id, indicator_id),
    unique (model_id, position)
);

-- Where each authority stands on each indicator of a model, in standard deviations; above 0 is worse than the mean.
create table standing (
    focus_area_id varchar not null,
    indicator_id varchar not null,
    area_code varchar not null references area (area_code),
    period varchar not null,
    value double not null,
    z double not null,
    primary key (focus_area_id, indicator_id, area_code),
    foreign key (focus_area_id, indicator_id) references model_indicator (focus_area_id, indicator_id)
);

-- Those standings added up on the source's weights, with what other indicators and weights would have given.
create table composite (
    model_id varchar not null references model (model_id),
    level varchar not null check (level in ('overall', 'factor', 'focus_area')),
    item_id varchar not null,
    area_code varchar not null references area (area_code),
    score double not null,
    lower_ci double not null,
    upper_ci double not null,
    rank integer not null check (rank >= 1),
    rank_lower integer not null check (rank_lower >= 1),
    rank_upper integer not null,
    areas integer not null,
    primary key (model_id, level, item_id, area_code),
    check (lower_ci <= score and score <= upper_ci),
    check (rank_lower <= rank and rank <= rank_upper and rank_upper <= areas)
);

create table indicator_break (
    indicator_id varchar not null references indicator (indicator_id),
    position integer not null,
    period varchar not null,
    reason varchar not null,
    primary key (indicator_id, position)
);

create table indicator_note (
    indicator_id varchar not null references indicator (indicator_id),
    position integer not null,
    text varchar not null,
    primary key (indicator_id, position)
);

create table indicator_topic (
    indicator_id varchar not null references indicator (indicator_id),
    position integer not null,
    priority_id varchar references priority (priority_id),
    focus_area_id varchar references focus_area (focus_area_id),
    primary key (indicator_id, position),
    unique (indicator_id, priority_id),
    unique (indicator_id, focus_area_id),
    check ((priority_id is null) <> (focus_area_id is null))
);

create table indicator_link (
    indicator_id varchar not null references indicator (indicator_id),
    relation varchar not null check (relation in ('superseded_by', 'related')),
    other_id varchar not null references indicator (indicator_id),
    position integer not null,
    primary key (indicator_id, relation, other_id),
    check (indicator_id <> other_id)
);

create table key_measure (
    measure_id varchar primary key,
    label varchar not null check (length(label) <= 32),
    priority_id varchar not null references priority (priority_id),
    objective varchar,
    position integer not null,
    printed varchar not null,
    asks_kind varchar not null check (asks_kind in ('below', 'change_percent', 'change_units', 'best', 'nothing')),
    asks_amount double,
    asks_area varchar,
    counted varchar,
    baseline_printed varchar,
    baseline double,
    baseline_period varchar,
    target_printed varchar,
    target double,
    direction varchar check (direction in ('up', 'down')),
    unit varchar not null,
    decimals integer not null check (decimals >= 0),
    indicator_id varchar references indicator (indicator_id),
    target_comparable boolean not null,
    target_reason varchar,
    match varchar not null check (match in ('yes', 'rounds', 'near', 'old', 'mismatch', 'not_found', 'none')),
    section varchar not null,
    foreign key (priority_id, objective) references objective (priority_id, letter),
    check (target_comparable or target_reason is not null),
    check ((asks_kind in ('change_percent', 'change_units')) = (asks_amount is not null)),
    check ((asks_kind in ('below', 'best')) = (asks_area is not null))
);

create table measure_flag (
    measure_id varchar not null references key_measure (measure_id),
    flag_id varchar not null references flag (flag_id),
    position integer not null,
    primary key (measure_id, flag_id)
);

create table measure_context (
    measure_id varchar not null references key_measure (measure_id),
    indicator_id varchar not null references indicator (indicator_id),
    position integer not null,
    primary key (measure_id, indicator_id)
);

-- What is shown around the key measures of a priority.
create table supporting_group (
    priority_id varchar not null references priority (priority_id),
    position integer not null,
    heading varchar not null,
    primary key (priority_id, position),
    unique (priority_id, heading)
);

create table supporting_indicator (
    priority_id varchar not null,
    group_position integer not null,
    position integer not null,
    indicator_id varchar not null references indicator (indicator_id),
    primary key (priority_id, indicator_id),
    unique (priority_id, group_position, position),
    foreign key (priority_id, group_position) references supporting_group (priority_id, position)
);

create table priority_register (
    priority_id varchar not null references priority (priority_id),
    position integer not null,
    indicator_id varchar not null references indicator (indicator_id),
    note varchar,
    primary key (priority_id, indicator_id),
    unique (priority_id, position)
);

create table fact_flag (
    fact_id varchar not null references priority_fact (fact_id),
    flag_id varchar not null references flag (flag_id),
    primary key (fact_id, flag_id)
);

create table practice (
    practice_code varchar primary key references area (area_code),
    official_name varchar not null,
    plan_name varchar,
    map_key integer unique check (map_key between 1 and 33),
    plan_network varchar,
    network_code varchar references area (area_code),
    status varchar not null check (status in ('active', 'dormant', 'closed')),
    open_date date,
    close_date date,
    address varchar,
    postcode varchar,
    longitude double check (longitude between -9 and 2),
    latitude double check (latitude between 49 and 61),
    match varchar not null check (match in ('confirmed', 'by_elimination', 'not_in_plan')),
    note varchar,
    source_id varchar not null references source (source_id),
    check ((longitude is null) = (latitude is null))
);

create table practice_event (
    practice_code varchar not null references practice (practice_code),
    date date,
    event varchar not null check (event in (
        'merged_into', 'took_in', 'renamed', 'moved', 'closed', 'dormant', 'left_network'
    )),
    other_code varchar,
    certainty varchar not null check (certainty in ('published', 'inferred')),
    note varchar,
    source_id varchar not null references source (source_id),
    unique (practice_code, date, event, other_code)
);

create table plan_item (
    kind varchar not null,
    item_id varchar not null,
    position integer not null,
    section varchar not null,
    title varchar,
    text varchar not null,
    parent_id varchar,
    value double,
    unit varchar,
    printed varchar,
    practice_code varchar references practice (practice_code),
    primary key (kind, item_id),
    unique (kind, position)
);

create table item_indicator (
    kind varchar not null,
    item_id varchar not null,
    position integer not null,
    indicator_id varchar not null references indicator (indicator_id),
    primary key (kind, item_id, indicator_id),
    unique (kind, item_id, position),
    foreign key (kind, item_id) references plan_item (kind, item_id)
);

create table item_flag (
    kind varchar not null,
    item_id varchar not null,
    flag_id varchar not null references flag (flag_id),
    primary key (kind, item_id, flag_id),
    foreign key (kind, item_id) references plan_item (kind, item_id)
);

create table list_size (
    area_code varchar not null references area (area_code),
    date date not null,
    sex varchar not null check (sex in ('Persons', 'Male', 'Female')),
    age_band varchar not null,
    patients integer check (patients >= 0),
    basis varchar not null check (basis in ('registered', 'qof', 'nhsbsa')),
    source_id varchar not null references source (source_id),
    primary key (area_code, date, sex, age_band, basis)
);

create table population (
    area_code varchar not null references area (area_code),
    year integer not null,
    basis varchar not null check (basis in ('mid_year_estimate', 'imd_denominator', 'census')),
    sex varchar not null check (sex in ('Persons', 'Male', 'Female')),
    age_band varchar not null,
    population integer not null check (population >= 0),
    source_id varchar not null references source (source_id),
    primary key (area_code, year, basis, sex, age_band)
);

create table registration (
    practice_code varchar not null references area (area_code),
    area_code varchar references area (area_code),
    date date not null,
    patients integer not null check (patients >= 0),
    source_id varchar not null references source (source_id),
    unique (practice_code, area_code, date)
);

create table deprivation (
    edition varchar not null check (edition in ('2010', '2015', '2019', '2025')),
    area_code varchar not null references area (area_code),
    domain varchar not null check (domain in (
        'imd', 'income', 'employment', 'education', 'health', 'crime', 'housing', 'environment', 'idaci', 'idaopi'
    )),
    score double,
    rank integer check (rank >= 1),
    decile integer check (decile between 1 and 10),
    source_id varchar not null references source (source_id),
    primary key (edition, area_code, domain)
);

create table lookup (
    lsoa11_code varchar not null references area (area_code),
    lsoa21_code varchar not null references area (area_code),
    change varchar not null,
    msoa11_code varchar not null references area (area_code),
    ward19_code varchar not null references area (area_code),
    ward24_code varchar not null references area (area_code),
    primary key (lsoa11_code, lsoa21_code)
);

create table distribution (
    indicator_id varchar not null references indicator (indicator_id),
    area_type varchar not null,
    period varchar not null,
    quantile double not null check (quantile between 0 and 1),
    value double not null,
    areas integer not null check (areas >= 1),
    source_id varchar not null references source (source_id),
    primary key (indicator_id, area_type, period, quantile)
);

create table vintage (
    indicator_id varchar not null references indicator (indicator_id),
    area_code varchar not null references area (area_code),
    sex varchar not null check (sex in ('Persons', 'Male', 'Female')),
    period varchar not null,
    extract integer not null,
    value double not null,
    primary key (indicator_id, area_code, sex, period, extract)
);

-- Numbered in the order of their dates.
create table period (
    period_id integer primary key,
    period varchar not null,
    period_start date not null,
    period_end date not null,
    pooled boolean not null,
    pandemic boolean not null,
    unique (period, period_start, period_end),
    check (period_start <= period_end)
);

-- Numbered in the order of their keys; '' stands for no category, so that the key has no gaps.
create table series (
    series_id integer primary key,
    indicator_id varchar not null references indicator (indicator_id),
    area_code varchar not null references area (area_code),
    sex varchar not null check (sex in ('Persons', 'Male', 'Female')),
    age varchar not null check (age <> ''),
    category_type varchar not null,
    category varchar not null,
    unique (indicator_id, area_code, sex, age, category_type, category),
    check ((category_type = '') = (category = ''))
);

create table observation (
    series_id integer not null references series (series_id),
    period_id integer not null references period (period_id),
    value double,
    lower_ci double,
    upper_ci double,
    count double check (count >= 0),
    denominator double check (denominator >= 0),
    ci_method varchar not null check (ci_method in ('published', 'wilson', 'byar', 'exact', 'dobson', 'none')),
    source_id varchar not null references source (source_id),
    note varchar,
    primary key (series_id, period_id),
    check (lower_ci <= value and value <= upper_ci),
    check ((lower_ci is null) = (upper_ci is null)),
    check (lower_ci is null or value is not null),
    check ((ci_method = 'none') = (lower_ci is null)),
    check (value is not null or note is not null)
);

-- What each indicator holds, counted once when the store is built.
create table coverage (
    indicator_id varchar primary key references indicator (indicator_id),
    first_period varchar not null,
    last_period varchar not null,
    last_period_end date not null,
    areas bigint not null,
    observations bigint not null
);

create view series_in_words as
select
    series.series_id, series.indicator_id, series.area_code,
    area.name as area_name, area.short_name as area_short_name, area.area_type,
    series.sex, series.age,
    nullif(series.category_type, '') as category_type,
    nullif(series.category, '') as category,
    series.sex = indicator.headline_sex and series.age = indicator.headline_age and series.category = '' as headline,
    indicator.short_name as indicator_short_name, indicator.unit, indicator.unit_label, indicator.decimals,
    indicator.polarity, indicator.statistic, indicator.level, indicator.population
from series
join indicator using (indicator_id)
join area using (area_code);

create view observation_in_words as
select
    series_in_words.*,
    observation.period_id, period.period, period.period_start, period.period_end, period.pooled, period.pandemic,
    observation.value, observation.lower_ci, observation.upper_ci, observation.count, observation.denominator,
    observation.ci_method, observation.source_id, observation.note
from observation
join series_in_words using (series_id)
join period using (period_id);

create view indicator_in_words as
select
    indicator.indicator_id, indicator.name, indicator.short_name, indicator.definition, indicator.unit,
    indicator.unit_label, indicator.decimals, indicator.polarity, indicator.statistic, indicator.multiplier,
    indicator.population, indicator.level, indicator.year_type, indicator.rolling, indicator.repeat_events,
    indicator.interval_rule, indicator.headline_sex, indicator.headline_age, indicator.why, indicator.life_course,
    indicator.headline_set, indicator.external_id,
    superseded.other_id as superseded_by,
    coalesce(related.ids, []) as related,
    coalesce(topic.priorities, []) as priorities,
    coalesce(topic.focus_areas, []) as focus_areas,
    indicator.source_id, source.publisher, source.dataset, source.release, source.licence, source.attribution,
    source.retrieved, source.frequency, source.next_due, source.via, source.url, source.note as source_note,
    coverage.first_period, coverage.last_period, coverage.last_period_end,
    coalesce(coverage.areas, 0) as areas,
    coalesce(coverage.observations, 0) as observations
from indicator
join source using (source_id)
left join coverage using (indicator_id)
left join (
    select indicator_id, other_id from indicator_link where relation = 'superseded_by'
) as superseded using (indicator_id)
left join (
    select indicator_id, list(other_id order by position) as ids
    from indicator_link where relation = 'related' group by indicator_id
) as related using (indicator_id)
left join (
    select
        indicator_id,
        list(priority_id order by position) filter (where priority_id is not null) as priorities,
        list(focus_area_id order by position) filter (where focus_area_id is not null) as focus_areas
    from indicator_topic group by indicator_id
) as topic using (indicator_id);

-- every source, with how many observations came from it
select
    source.source_id, source.publisher, source.dataset, source.release, source.licence, source.attribution,
    source.retrieved, source.frequency, source.refresh, source.next_due, source.via, source.url, source.note,
    coalesce(used.observations, 0) as observations
from source
left join (
    select source_id, count(*) as observations from observation group by source_id
) as used using (source_id)
order by source.publisher, source.dataset, source.source_id;

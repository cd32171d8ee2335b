-- mergers, moves, closures and new names of practices; other_name is blank where the other is not among the areas
select
    practice_event.practice_code, practice_area.short_name, practice_event.date, practice_event.event,
    practice_event.other_code, other.short_name as other_short_name, practice_event.certainty, practice_event.note,
    practice_event.source_id
from practice_event
join area as practice_area on practice_area.area_code = practice_event.practice_code
left join area as other on other.area_code = practice_event.other_code
order by practice_event.practice_code, practice_event.date nulls last, practice_event.event, practice_event.other_code;

-- the factors of one model
select factor_id, position, name, printed_name, printed_weight, source_weight
from factor
where model_id = $model_id
order by position;

-- the factors of the contributions model
select factor_id, position, name, printed_name, printed_weight, source_weight
from factor
order by position;

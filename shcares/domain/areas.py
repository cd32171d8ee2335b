"""The few area codes the product is about."""

ENGLAND = "E92000001"
NORTH_WEST = "E12000002"
CITY_REGION = "E47000004"
ST_HELENS = "E08000013"
SUB_ICB = "E38000172"
CITY_REGION_GROUP = "liverpool_city_region"
MERSEYSIDE_GROUP = "merseyside"

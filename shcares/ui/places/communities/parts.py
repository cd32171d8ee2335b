"""The views of a care community's page, by the words on their tabs; a link may open any of them."""

PATIENTS, PRACTICES, BESIDE, GEOGRAPHIES = "Its patients", "Its practices", "Side by side", "Who lives where"
PARTS = (PATIENTS, PRACTICES, BESIDE, GEOGRAPHIES)

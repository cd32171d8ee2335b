"""Where patients live and who serves whom: registrations by neighbourhood, turned into the care communities' places.

A care community is a list of practices. Its place is where more of its patients live than any other community's.
"""

import pandas as pd

from shcares.stats.catchments import catchment, share_at_home
from shcares.ui import lineage, reads

OTHERS = "others"
"""Column of the patients whose practice belongs to none of the four networks."""


@lineage.remember()
def patients() -> pd.DataFrame:
    """Registrations with `decile` and `score` (Index of Multiple Deprivation 2019) and `community`, of where they live.

    `decile` and `score` are NaN where the neighbourhood is not known; `community` is the code of the network that
    leads there, "" outside the borough. `network_code` is "" for practices in none of the four networks.
    """
    rows = reads.registrations()
    index = reads.deprivation("2019")
    index = index[index["domain"] == "imd"].set_index("area_code")
    leading = by_place()["leading"]
    return rows.assign(
        network_code=rows["network_code"].fillna(""),
        decile=rows["area_code"].map(index["decile"]),
        score=rows["area_code"].map(index["score"]),
        community=rows["area_code"].map(leading).fillna(""),
        inside=rows["area_code"].isin(leading.index),
    )


@lineage.remember()
def by_place() -> pd.DataFrame:
    """One row a neighbourhood of 2011 in the borough, indexed by its code: who its residents are registered with.

    A column of patients for each network code, `others`, `networks` (the four together), `leading` and `runner_up`
    (network codes), `share` and `runner_up_share` (of the four networks' patients there, 0 to 1), `holding`.
    """
    codes = reads.networks()["area_code"].tolist()
    rows = reads.registrations()
    inside = rows[rows["area_code"].isin(reads.lookup()["lsoa11_code"])]
    served = inside.assign(list=inside["network_code"].where(inside["network_code"].isin(codes), OTHERS))
    counts = served.pivot_table(index="area_code", columns="list", values="patients", aggfunc="sum", fill_value=0)
    people = counts.reindex(columns=[*codes, OTHERS], fill_value=0)
    held = catchment(people[codes].to_numpy())
    return people.assign(
        networks=people[codes].sum(axis=1),
        leading=[codes[place] for place in held.leading],
        share=held.share,
        runner_up=[codes[place] for place in held.runner_up],
        runner_up_share=held.runner_up_share,
        holding=held.holding,
        name=[reads.area_name(code) for code in people.index],
    )


@lineage.remember()
def share_in_own_community() -> float:
    """Of the borough's residents on the four networks' lists, the share (0 to 1) who live in their own community."""
    share = share_at_home(by_place()[reads.networks()["area_code"].tolist()].to_numpy())
    return share if share is not None else float("nan")


def registered_on() -> pd.Timestamp:
    """The day the registrations by neighbourhood were counted."""
    return pd.Timestamp(reads.registrations()["date"].iloc[0])

"""Period labels: what they span, and which are refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shcares.domain.periods import Period, decimal_year, parse_period
from shcares.domain.vocabulary import YearType

SPANS = """
label                   | year type | first day  | last day   | years | pooled
2019                    | calendar  | 2019-01-01 | 2019-12-31 | 1     | no
2019/20                 | financial | 2019-04-01 | 2020-03-31 | 1     | no
2019/20                 | academic  | 2019-09-01 | 2020-08-31 | 1     | no
2019/20                 | survey    | 2019-11-01 | 2020-10-31 | 1     | no
1999/00                 | financial | 1999-04-01 | 2000-03-31 | 1     | no
2017-19                 | calendar  | 2017-01-01 | 2019-12-31 | 3     | yes
1998-00                 | calendar  | 1998-01-01 | 2000-12-31 | 3     | yes
2017/18-19/20           | financial | 2017-04-01 | 2020-03-31 | 3     | yes
2019/20 Q3              | financial | 2019-10-01 | 2019-12-31 | 0.25  | no
2019/20 Q4              | financial | 2020-01-01 | 2020-03-31 | 0.25  | no
2023 Q4                 | snapshot  | 2023-10-01 | 2023-12-31 | 0.25  | no
2017/18 Q1-2021/22 Q4   | financial | 2017-04-01 | 2022-03-31 | 5     | yes
2021-03-21              | census    | 2021-03-21 | 2021-03-21 | 0     | no
Nov 2025                | snapshot  | 2025-11-01 | 2025-11-30 | 0     | no
Feb 2024                | snapshot  | 2024-02-01 | 2024-02-29 | 0     | no
"""

REFUSED = {
    "": "is not a period such as",
    "HI 2019": "is not a period such as",
    " 2019": "is not a period such as",
    "2019-Q1": "is not a period such as",
    "2019-20-21": "is not a day of the calendar",
    "Sept 2020": "is not a period such as",
    "0000": "is not a period such as",
    "9999": "is not a period such as",
    "2019/20 Q5": "is not a period such as",
    "２０１９": "is not a period such as",
    "2019/21": "the second year does not follow the first",
    "2019/21 Q1": "the second year does not follow the first",
    "2017/18-19/21": "the last year does not follow the one before",
    "2017/18-15/16": "pools more than 20 years",
    "2019-12": "pools more than 20 years; a month is written Nov 2025",
    "2021-02-30": "is not a day of the calendar",
    "2021/22 Q4-2017/18 Q1": "ends before it starts",
}


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()[1:]]


@pytest.mark.parametrize(("label", "year_type", "start", "end", "years", "pooled"), rows(SPANS))
def test_a_label_spans_the_days_its_year_type_says(
    label: str, year_type: str, start: str, end: str, years: str, pooled: str
) -> None:
    period = parse_period(label, YearType(year_type))
    assert period == Period(label, date.fromisoformat(start), date.fromisoformat(end))
    assert period.years == float(years)
    assert period.pooled == (pooled == "yes")


@pytest.mark.parametrize(("label", "reason"), REFUSED.items())
def test_a_label_that_is_no_period_is_refused_with_its_reason(label: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r".+") as caught:
        parse_period(label)
    assert repr(label) in str(caught.value)
    assert reason in str(caught.value)


@given(st.text(alphabet="0123456789/- QNovFeb", max_size=22), st.sampled_from(list(YearType)))
def test_any_text_is_either_a_period_in_order_or_refused(label: str, year_type: YearType) -> None:
    try:
        period = parse_period(label, year_type)
    except ValueError:
        return
    assert period.start <= period.end


def test_the_middle_of_a_year_is_half_a_year_on() -> None:
    assert decimal_year(date(2026, 1, 1)) == 2026
    assert round(decimal_year(date(2026, 7, 2)), 2) == 2026.5

"""Ages are never shared out within a band: what the bands cannot tell stays a range."""

import pytest

from shcares.domain.ages import AgeSpan, age_span, people_aged

BANDS = {"0-4": 10, "5-9": 20, "10-14": 30, "15-19": 40, "20+": 100, "All ages": 200}


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("Under 18 yrs", AgeSpan(0, 18)),
        ("10-24 yrs", AgeSpan(10, 25)),
        ("65+ yrs", AgeSpan(65, 200)),
        ("85+", AgeSpan(85, 200)),
        ("All ages", AgeSpan(0, 200)),
    ],
)
def test_labels_are_read_as_spans(label: str, span: AgeSpan) -> None:
    assert age_span(label) == span


def test_a_label_that_is_no_age_is_refused_with_what_was_found() -> None:
    with pytest.raises(ValueError, match="'working age' is no age"):
        age_span("working age")


@pytest.mark.parametrize(
    ("label", "people"),
    [
        ("All ages", (200, 200)),
        ("10+ yrs", (170, 170)),
        ("Under 18 yrs", (60, 100)),
        ("18+ yrs", (100, 140)),
        ("4-5 yrs", (0, 30)),
    ],
)
def test_people_of_a_span_are_exact_where_the_bands_end_there_and_a_range_elsewhere(
    label: str, people: tuple[int, int]
) -> None:
    assert people_aged(label, BANDS) == people

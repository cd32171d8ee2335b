"""What the three people ask every day is answered on the screen within three actions, as the store has it."""

from collections import Counter

import pytest

from shcares.ui import opening
from tests.app.everyday import ANALYST, LEAD, PRESENTER, QUESTIONS, Question
from tests.app.everyday_screen import stands
from tests.app.everyday_visit import arrive


@pytest.mark.parametrize("question", QUESTIONS, ids=[f"{one.page}: {one.asks}" for one in QUESTIONS])
def test_the_answer_of_the_store_stands_on_the_screen(question: Question) -> None:
    app = arrive(question.page)
    for action in question.actions:
        app = action.does(app)
        assert not app.exception, f"{action} ends in an error: {app.exception[0].value}"
    answers = question.answer(opening.store())
    for answer in [answers] if isinstance(answers, str) else answers:
        assert stands(answer, app), f"{question.who} asks: {question.asks} Not on the screen: {answer}"


def test_there_are_forty_questions_and_twelve_of_each_person() -> None:
    asked = Counter(question.who for question in QUESTIONS)
    assert len({question.asks for question in QUESTIONS}) == len(QUESTIONS) >= 40
    assert set(asked) == {LEAD, ANALYST, PRESENTER}
    assert min(asked.values()) >= 12


@pytest.mark.parametrize("question", QUESTIONS, ids=[f"{one.page}: {one.asks}" for one in QUESTIONS])
def test_no_answer_is_more_than_three_actions_away(question: Question) -> None:
    assert len(question.actions) <= 3


def test_a_figure_of_another_row_or_part_of_a_number_is_no_answer() -> None:
    app = arrive("overview")
    assert stands("Obesity in Year 6 … 25.1%", app)
    assert not stands("Obesity in Year 6 … 13.1%", app)
    assert not stands("5.1% … 2024/25", app)
    assert not stands("25.1% … Obesity in Year 6", app)

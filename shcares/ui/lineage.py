"""Answers kept for all sessions, each remembering which questions to the store it rests on."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, ParamSpec, TypeVar, cast

import streamlit as st

from shcares.export.figure import Question
from shcares.store import connection

P = ParamSpec("P")
R = TypeVar("R")

_heard: ContextVar[dict[Question, None] | None] = ContextVar("heard", default=None)


@contextmanager
def recording() -> Iterator[dict[Question, None]]:
    """Collect every question asked inside, of the store itself or by an answer already kept; in order, once each."""
    outer, inner = _heard.get(), dict[Question, None]()
    token = _heard.set(inner)
    hearing = connection.listener.set(_hear)
    try:
        yield inner
    finally:
        connection.listener.reset(hearing)
        _heard.reset(token)
        if outer is not None:
            outer.update(inner)


@contextmanager
def asking(name: str, **parameters: Any) -> Iterator[None]:
    """Record this one question in place of whatever is asked inside, which answers several at once."""
    token, hearing = _heard.set(None), connection.listener.set(None)
    try:
        yield
    finally:
        connection.listener.reset(hearing)
        _heard.reset(token)
        _hear(name, parameters)


def _hear(name: str, parameters: dict[str, Any]) -> None:
    heard = _heard.get()
    if heard is not None:
        heard[Question(name, tuple((key, _text(value)) for key, value in sorted(parameters.items())))] = None


def _text(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list | tuple) else "" if value is None else str(value)


class Remembered(Generic[P, R]):
    """A function whose answers are kept. What comes back is shared: readers never change it."""

    def __init__(self, function: Callable[P, R], max_entries: int | None) -> None:
        """Keep the answers of `function`, at most so many of them."""

        @functools.wraps(function)
        def traced(*args: P.args, **kwargs: P.kwargs) -> tuple[R, dict[Question, None]]:
            with recording() as heard:
                answer = function(*args, **kwargs)
            return answer, heard

        self._kept = cast(Any, st.cache_resource(show_spinner=False, max_entries=max_entries)(traced))
        functools.update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer, worked out or kept; its questions count for whoever asks."""
        answer, heard = self._kept(*args, **kwargs)
        outer = _heard.get()
        if outer is not None:
            outer.update(heard)
        return cast(R, answer)

    def clear(self) -> None:
        """Forget every answer."""
        self._kept.clear()


def remember(max_entries: int | None = None) -> Callable[[Callable[P, R]], Remembered[P, R]]:
    """Keep a function's answers for the life of the process, for all sessions."""
    return lambda function: Remembered(function, max_entries)

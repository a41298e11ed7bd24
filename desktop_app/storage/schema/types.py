"""Column types over Text and Integer, which both STRICT tables and SQLAlchemy support.

Every other type of SQLAlchemy compiles to a name that STRICT refuses. What a column may hold is said twice on
purpose: here for the program, and as a named CHECK for any other hand that reaches the file.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import CheckConstraint, Column, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from desktop_app.domain.errors import EnvironmentProblem

Word = TypeVar("Word", bound=StrEnum)

DAY_GLOB = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
INSTANT_GLOB = f"{DAY_GLOB}T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z"


_PLAIN = re.compile(r"[\w:.-]{0,32}", re.ASCII)


def _unreadable_value(value: object) -> EnvironmentProblem:
    """Return the problem of an unreadable value; the value is included only if it looks like a day or a word."""
    shown = str(value)
    return EnvironmentProblem("value_unreadable", code=shown if _PLAIN.fullmatch(shown) else type(value).__name__)


class DayText(TypeDecorator[date]):
    """A civil day as ISO Gregorian text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        """Return a day as ``2023-01-30``."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:  # noqa: ANN401, ARG002
        """Return the day from its text."""
        try:
            return None if value is None else date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise _unreadable_value(value) from error


class TimeText(TypeDecorator[str]):
    """A time of day as ``HH:MM``, or empty."""

    impl = Text
    cache_ok = True


class InstantText(TypeDecorator[str]):
    """An instant in UTC, ISO text that ends in ``Z``; empty if it has not happened."""

    impl = Text
    cache_ok = True


class YesNo(TypeDecorator[bool]):
    """A bool as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Return 0 or 1."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bool | None:  # noqa: ANN401, ARG002
        """Return the bool of 0 or 1."""
        return None if value is None else bool(value)


class WordText(TypeDecorator[Word], Generic[Word]):
    """A word of a closed list (``StrEnum``) as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[Word]) -> None:
        super().__init__()
        self.words = words
        self._by_text = {word.value: word for word in words}

    def process_bind_param(self, value: Word | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text of a word; another text is a programming error."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Word | None:  # noqa: ANN401, ARG002
        """Return the word of a text."""
        try:
            return None if value is None else self._by_text.get(value) or self.words(value)
        except ValueError as error:
            raise _unreadable_value(value) from error


def quoted(words: type[StrEnum] | list[str]) -> str:
    """Return texts as an SQL list, in the given order."""
    return ", ".join("'" + str(word).replace("'", "''") + "'" for word in words)


def check_of(column: Column[Any]) -> CheckConstraint | None:
    """Return the CHECK for the type of a column, named after the column; None for plain text and numbers."""
    body = _body(column.name, column.type)
    if body is None:
        return None
    return CheckConstraint(body, name=f"ck_{column.table.name}_{column.name}")


def _body(name: str, kind: TypeEngine[Any]) -> str | None:
    match kind:
        case DayText():
            # date() moves 30 February into March and gives NULL for month 13: IS refuses both, = lets NULL pass
            return f"{name} GLOB '{DAY_GLOB}' AND date({name}) IS {name}"
        case TimeText():
            return f"{name} = '' OR {name} GLOB '[01][0-9]:[0-5][0-9]' OR {name} GLOB '2[0-3]:[0-5][0-9]'"
        case InstantText():
            return f"{name} = '' OR ({name} GLOB '{INSTANT_GLOB}' AND datetime({name}) IS NOT NULL)"
        case YesNo():
            return f"{name} IN (0, 1)"
        case WordText():
            return f"{name} IN ({quoted(kind.words)})"
    return None

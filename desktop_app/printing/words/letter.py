"""The words that letters share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

SUBJECT: Final = "موضوع"
TO: Final = "به"
GREETING: Final = "با سلام و احترام"
_GREETINGS: Final = ("با سلام", "سلام", "با احترام", "بااحترام")
_SHORT: Final = 40
"""Letters of a line that only greets, at most."""
ATTACHMENTS: Final = "پیوست‌ها"
COPIES: Final = "رونوشت"
DOTS: Final = "." * 24


THAT: Final = {"person": "شما", "unit": "آن واحد", "agency": "آن دستگاه"}
"""How a sentence means whom the letter is for."""


def unit(name: str) -> str:
    """A unit that a letter is for."""
    return f"{TO}: {name}"


def post_and_party(parts: Sequence[str]) -> str:
    """The post of a member and the party that named him."""
    return "، ".join(parts)


def head_of_unit(name: str) -> str:
    """The head of a unit."""
    return f"مسئول: {name}"


def liaison(name: str) -> str:
    """The liaison of a unit."""
    return f"رابط: {name}"


def people(parts: Sequence[str]) -> str:
    """Head and liaison of a unit in one line."""
    return " – ".join(parts)


def meeting(kind: str, number: str, committee: str) -> str:
    """A meeting by its kind and number; ``kind`` is a word of :data:`KINDS`."""
    return f"جلسهٔ {kind} شمارهٔ\u00a0{number or DOTS} {committee}"


KINDS: Final = {"ordinary": "عادی", "extraordinary": "فوق‌العادهٔ"}
"""Kinds of meeting as they stand before «شمارهٔ …»."""


def weekday_and_day(weekday: str, day: str) -> str:
    """A day in a sentence: «روز دوشنبه ۱۴۰۲/۰۲/۱۱»."""
    return f"روز {weekday} {day}"


def header(title: str, addressee: str) -> str:
    """The running header of a letter: what it is, and for whom."""
    return f"{title} – {addressee}" if addressee else title


def greeting_of(paragraphs: Sequence[str], *, to_somebody: bool) -> tuple[str, Sequence[str]]:
    """The greeting of a letter, and the paragraphs below it: an operator who greets is not doubled.

    A first line that is a greeting stands as such; one that goes on is left where it is, and nothing greets before it.
    """
    first = paragraphs[0].strip()
    if not first.startswith(_GREETINGS):
        return (GREETING if to_somebody else ""), paragraphs
    if len(paragraphs) > 1 and len(first) <= _SHORT:
        return first, paragraphs[1:]
    return "", paragraphs

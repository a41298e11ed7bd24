"""Persian texts common to all letters."""

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
    """Return a unit as addressee."""
    return f"{TO}: {name}"


def post_and_party(parts: Sequence[str]) -> str:
    """Return the post of a member and the nominating party."""
    return "، ".join(parts)


def head_of_unit(name: str) -> str:
    """Return the head of a unit."""
    return f"مسئول: {name}"


def liaison(name: str) -> str:
    """Return the liaison of a unit."""
    return f"رابط: {name}"


def people(parts: Sequence[str]) -> str:
    """Return head and liaison of a unit in one line."""
    return " – ".join(parts)


def meeting(kind: str, number: str, committee: str) -> str:
    """Return a meeting by kind and number; ``kind`` is a word of :data:`KINDS`."""
    return f"جلسهٔ {kind} شمارهٔ\u00a0{number or DOTS} {committee}"


KINDS: Final = {"ordinary": "عادی", "extraordinary": "فوق‌العادهٔ"}
"""Kinds of meeting as they stand before «شمارهٔ …»."""


def weekday_and_day(weekday: str, day: str) -> str:
    """Return a day for a sentence: «روز دوشنبه ۱۴۰۲/۰۲/۱۱»."""
    return f"روز {weekday} {day}"


def header(title: str, addressee: str) -> str:
    """Return the running header of a letter: its name and its addressee."""
    return f"{title} – {addressee}" if addressee else title


def greeting_of(paragraphs: Sequence[str], *, to_somebody: bool) -> tuple[str, Sequence[str]]:
    """Return the greeting of a letter and the other paragraphs; a typed greeting is not doubled.

    A first line that is a greeting stands as such; one that goes on is left where it is, and nothing greets before it.
    """
    first = paragraphs[0].strip()
    if not first.startswith(_GREETINGS):
        return (GREETING if to_somebody else ""), paragraphs
    if len(paragraphs) > 1 and len(first) <= _SHORT:
        return first, paragraphs[1:]
    return "", paragraphs

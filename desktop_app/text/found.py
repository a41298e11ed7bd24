"""Words for what a check of the data finds: the kind of fault, and the record by its kind and name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from desktop_app.text import finding_details
from desktop_app.text.commands import FINDINGS
from desktop_app.text.finding_details import kind_of, numbered
from desktop_app.text.papers.attached_files import files_named
from desktop_app.text.recovery import KINDS
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.parts import filled


class Finding(Protocol):
    """What is asked of a finding to name it."""

    @property
    def kind(self) -> str:
        """Its key."""

    @property
    def subject(self) -> str:
        """The kind of record, or what else it is about."""

    @property
    def id(self) -> int:
        """Of the record, 0 for none."""


def once_each(said: Iterable[str]) -> list[tuple[str, int]]:
    """Each different sentence, with how often it was said; its words end with that number where it is more than once."""
    often = Counter(said)
    return [(one if count == 1 else f"{one}، {persian(count)} بار", count) for one, count in often.items()]


def first_said(said: Sequence[str], most: int) -> str:
    """The first of what was found, and how many more there are."""
    named = once_each(said)[:most]
    return f"{'؛ '.join(one for one, _count in named)}{and_more(len(said) - sum(count for _one, count in named))}"


def found(kind: str, subject: str, number: int, name: str = "") -> str:
    """What the check found, for somebody who knows no table; by its own number only where no name can be read."""
    named = name or (numbered(subject, number) if subject in KINDS and number else "")
    return f"{FINDINGS[kind]} ({named})" if named else FINDINGS[kind]


_FILE: Final = "file"
_PLACE: Final = re.compile(r"\b([a-z_]+) (\d+)")


def found_at(kind: str, subject: str, number: int, detail: str, name: str = "") -> str:
    """One line of the answer of ``check``: records by their names where they can be read, and the rest as it was found."""
    if subject == _FILE and _PLACE.search(detail):
        return f"{FINDINGS[kind]} · {files_named(detail)}"
    told = finding_details.told(kind, subject, detail)
    told = _PLACE.sub(lambda one: numbered(one[1], int(one[2])) if one[1] in KINDS else one[0], told)
    told = persian(told) if told.isdecimal() else told
    return " · ".join(filled(FINDINGS[kind], record(subject, number, name), told))


def record(subject: str, number: int, name: str) -> str:
    """A record by its kind and name, without one by its own number."""
    if name:
        # the name of a person or a unit does not say what it is the name of
        return name if name.startswith(KINDS[subject].split()[0]) else f"{KINDS[subject]}: {name}"
    return numbered(subject, number) if number else kind_of(subject)


def trouble(sentence: str, count: int) -> str:
    """What is wrong, with how many other things the check found."""
    return f"{sentence}{and_more(count - 1)}."


def and_more(count: int) -> str:
    """After the first that is named: that there are others."""
    return f"؛ {persian(count)} نادرستی دیگر هم هست" if count else ""

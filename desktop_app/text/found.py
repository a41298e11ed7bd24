"""Words for what a check of the data finds: the kind of fault, and the record by its kind and name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from desktop_app.text import finding_details
from desktop_app.text.commands import FINDINGS
from desktop_app.text.finding_details import kind_of, numbered
from desktop_app.text.papers.attached_files import files_named
from desktop_app.text.recovery import KINDS, name_in_words
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right


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

    @property
    def name(self) -> str:
        """What its record is known by; empty where that was not read."""


def found_one(one: Finding) -> str:
    """What the check found, with its record by the name that was read with it."""
    return found(str(one.kind), one.subject, one.id, known_by(one.subject, one.name) if one.name else "")


def found_first(first: Sequence[Finding], count: int) -> str:
    """Those that are named of ``count`` findings, and how many more there are."""
    named = [found_one(one) for one in first]
    more = count - len(named)
    return f"{'؛ '.join(named)}{and_more(more)}"


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


_OF: Final = re.compile(r"(meeting|minutes_version) (\d+(?:-\d+)?)", re.ASCII)


def nameless_run(first: int, last: int) -> str:
    """In place of the names of records whose ids follow each other, none of which could be read."""
    count = last - first + 1
    return f"نام آن‌ها خوانده نشد؛ شمارهٔ درونی {persian(first)} تا {persian(last)}، {persian(count)} ردیف"


def known_by(kind: str, name: str) -> str:
    """A record by its name; minutes are known by their meeting and version, a task by its resolution.

    A name such as «meeting 3» is that of what the record belongs to.
    """
    of = _OF.fullmatch(name)
    if of is not None:
        owner = known_by(of[1], of[2]) if of[1] == "minutes_version" else f"جلسهٔ {persian(of[2])}"
        return f"{KINDS[kind]} – {owner}"
    if kind == "minutes_version":
        meeting, _dash, version = name.partition("-")
        named = f"صورت‌جلسهٔ جلسهٔ {name_in_words('meeting', meeting)}"
        return f"{named}، نسخهٔ {persian(version)}" if version else named
    if kind == "task":
        return f"وظیفهٔ مصوبهٔ «{name}»"
    return f"{KINDS.get(kind, kind)} «{name_in_words(kind, name)}»"


def written(kinds: Mapping[str, tuple[int, int]]) -> str:
    """Of some kinds of records: how many ids were once given, also of what was removed, and how many came over."""
    once = _listed(f"{persian(given)} {KINDS[kind]}" for kind, (given, _came) in kinds.items())
    came = _listed(f"{persian(came)} {KINDS[kind]}" for kind, (_given, came) in kinds.items())
    return (
        f"به گواهی شماره‌های فایل {once} نوشته شده بود، که شاید برخی را خود دفتر برداشته باشد؛ "
        f"از آن‌ها {came} به دست آمد."
    )


Recovered = tuple[str, int, Mapping[str, tuple[int, int]]]
"""When a recovery was, how much did not come, and of which kinds how many were once written and how many came."""
RECOVERIES: Final = 3
"""So many are told of."""


def recovered(every: Sequence[Recovered], kept: str) -> str:
    """The lasting line about recoveries, the newest first, and where their reports lie."""
    told = [
        _recovered(one, "پیش از آن بازیابی" if place else "بازیابی") for place, one in enumerate(every[:RECOVERIES])
    ]
    more = len(every) - RECOVERIES
    told += [f"پیش از آن‌ها {persian(more)} بازیابی دیگر."] if more > 0 else []
    where = "گزارش آن و فایل آسیب‌دیده" if len(every) == 1 else "گزارش آن‌ها و فایل‌های آسیب‌دیده"
    return f"{' '.join(told)} {where} در «{left_to_right(kept)}» است."


def _recovered(one: Recovered, begin: str) -> str:
    day, missing, kinds = one
    known = {kind: numbers for kind, numbers in kinds.items() if kind in KINDS}
    lost = f" {persian(missing)} ردیف چنان که نوشته شده بود به دست نیامد." if missing else ""
    return f"{begin} در {day}.{lost}{f' {written(known)}' if known else ''}"


def _listed(names: Iterable[str]) -> str:
    *before, last = names
    return f"{'، '.join(before)} و {last}" if before else last


_FILE: Final = "file"
_PLACE: Final = re.compile(r"\b([a-z_]+) (\d+)")


def found_at(kind: str, subject: str, number: int, detail: str, name: str = "") -> str:
    """One line of the answer of ``check``: records by their names where they can be read, and the rest as it was found."""
    if subject == _FILE and _PLACE.search(detail):
        return f"{FINDINGS[kind]} · {files_named(detail)}"
    told = finding_details.told(kind, subject, detail)
    told = _PLACE.sub(lambda one: numbered(one[1], int(one[2])) if one[1] in KINDS else one[0], told)
    told = persian(told) if told.isdecimal() else told
    return " · ".join(part for part in (FINDINGS[kind], _place(subject, number, name), told) if part)


def _place(subject: str, number: int, name: str) -> str:
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

"""Report of a salvage as text, for window, file, paper and command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from desktop_app.words import recovery as words
from desktop_app.words.finding_details import detail_text


class _Row(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def name(self) -> str: ...


class _Report(Protocol):
    """Interface of a salvage report, for its texts."""

    @property
    def at(self) -> str: ...
    @property
    def kept(self) -> int: ...
    @property
    def rows(self) -> Sequence[_Row]: ...
    @property
    def lost(self) -> int: ...


class Listed(NamedTuple):
    """One row of the report, or several consecutive rows without names."""

    record: str
    name: str
    reason: str


def summary_of(report: _Report) -> str:
    """Return the summary line of the report."""
    return words.summary(report.kept, report.lost, len(report.rows) - report.lost)


def report_text(report: _Report, moment: Callable[[str], str]) -> str:
    """Return the lines of the report; ``moment`` formats an instant."""
    lines = [words.made_on(moment(report.at)), summary_of(report)]
    if report.rows:
        lines += ["", words.LISTED, *(f"{one.record} {one.name}: {one.reason}." for one in listed(report))]
        lines += ["", words.NEXT]
    return "\n".join(lines) + "\n"


def listed(report: _Report) -> Iterator[Listed]:
    """Return the rows of the report."""
    for run in _runs(report.rows):
        one, last = run[0], run[-1]
        name = f"«{one.name}»" if one.name else words.numbers(one.id, last.id)
        yield Listed(
            words.KINDS[one.kind],
            name,
            words.reason(one.reason, one.field and detail_text("value", one.kind, one.field)),
        )


# ---- inside


def _runs(rows: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    """Group nameless rows of one kind and reason with consecutive ids into one line."""
    run: list[_Row] = []
    for one in rows:
        if run and _goes_on(run[-1], one):
            run.append(one)
            continue
        if run:
            yield run
        run = [one]
    if run:
        yield run


def _goes_on(last: _Row, one: _Row) -> bool:
    nameless = not (one.name or last.name)
    return nameless and (one.kind, one.reason, one.field, one.id) == (last.kind, last.reason, last.field, last.id + 1)

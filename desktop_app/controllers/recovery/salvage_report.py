"""Report of a salvage in words: as the text that the page shows and that lies beside the file, and for its paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.documents.salvage_report_document import ListedRecord, SalvageContents
from desktop_app.domain.read_models.salvage import ListedRow, SalvageReport
from desktop_app.domain.text.digits import persian_time
from desktop_app.text import recovery as words


def summary_of(report: SalvageReport) -> str:
    """The line over it."""
    return words.summary(report.kept, report.lost, len(report.rows) - report.lost)


def report_text(report: SalvageReport) -> str:
    """Every line of it."""
    day, time = local_moment(report.at)
    lines = [words.made_on(format_words(day), persian_time(time)), summary_of(report)]
    if report.rows:
        lines += ["", words.LISTED, *(f"{one.record} {one.name}: {one.reason}." for one in _records(report))]
        lines += ["", words.NEXT]
    return "\n".join(lines) + "\n"


def report_contents(report: SalvageReport, source: str, kept_in: str) -> SalvageContents:
    """The same for a paper; ``source`` is the file that was read, ``kept_in`` where it will be kept."""
    return SalvageContents(
        summary=summary_of(report),
        sources=(words.read_from(source), words.kept_there(kept_in)),
        listed=tuple(_records(report)),
    )


def _records(report: SalvageReport) -> Iterator[ListedRecord]:
    for run in _runs(report.rows):
        one, last = run[0], run[-1]
        name = f"«{one.name}»" if one.name else words.numbers(one.id, last.id)
        yield ListedRecord(record=words.KINDS[one.kind], name=name, reason=words.reason(one.reason, one.field))


def _runs(rows: Sequence[ListedRow]) -> Iterator[Sequence[ListedRow]]:
    """Rows that take one line together: nameless ones of one kind and reason whose ids follow each other."""
    run: list[ListedRow] = []
    for one in rows:
        if run and _goes_on(run[-1], one):
            run.append(one)
            continue
        if run:
            yield run
        run = [one]
    if run:
        yield run


def _goes_on(last: ListedRow, one: ListedRow) -> bool:
    nameless = not (one.name or last.name)
    return nameless and (one.kind, one.reason, one.field, one.id) == (last.kind, last.reason, last.field, last.id + 1)

"""Report of a recovery in words: as the text that the page shows and that lies beside the file, and for its paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.documents.recovery_report_document import CameOver, MissingRecord, RecoveryContents
from desktop_app.domain.read_models.recovery_report import NamedRecord, RecoveryReport
from desktop_app.domain.text.digits import persian_time
from desktop_app.text import found as found_words
from desktop_app.text import recovery as words


def summary_of(report: RecoveryReport) -> str:
    """The line over it."""
    line = words.summary(report.came, len(report.records), report.unproven, all_known=report.all_known)
    written = {one.kind: (one.given, one.came) for one in report.scarce}
    return f"{line} {found_words.written(written)}" if written else line


def report_text(report: RecoveryReport) -> str:
    """Every line of it."""
    day, time = local_moment(report.at)
    lines = [words.made_on(format_words(day), persian_time(time)), summary_of(report), ""]
    if report.records:
        lines.append(words.LINES_RECORDS)
        lines += [_record_line(report, run) for run in _runs(report)]
        lines += ["", words.NEXT, ""]
    lines += [words.left_line(one) for one in _left(report)]
    lines += [words.links_line(report.links_kept, report.links_found), "", words.LINES_TABLES]
    lines += [words.table_line(one.kind, one.came, one.unproven) for one in report.tables if one.came]
    return "\n".join(lines) + "\n"


def report_contents(report: RecoveryReport, source: str, kept_in: str) -> RecoveryContents:
    """The same for a paper; ``source`` is the file that was read, ``kept_in`` where it will be kept."""
    return RecoveryContents(
        summary=summary_of(report),
        sources=(words.read_from(source), words.kept_there(kept_in)),
        missing=tuple(
            MissingRecord(
                record=words.KINDS[one.kind],
                id=one.id,
                name=_named(report, run),
                fate=words.fate_line(one.kind, one.fate),
            )
            for run in _runs(report)
            for one in run[:1]
        ),
        left=tuple(f"{one}." for one in _left(report)),
        chain=words.links_line(report.links_kept, report.links_found),
        tables=tuple(
            CameOver(record=words.KINDS[one.kind], came=one.came, unproven=one.unproven)
            for one in report.tables
            if one.came
        ),
    )


def _runs(report: RecoveryReport) -> Iterator[Sequence[NamedRecord]]:
    """Records that take one line together: nameless ones of one kind and fate whose ids follow each other."""
    run: list[NamedRecord] = []
    for one in report.records:
        goes_on = run and not (one.name or run[-1].name or _known_by(report, one) or _known_by(report, run[-1]))
        if goes_on and (one.kind, one.fate, one.id) == (run[-1].kind, run[-1].fate, run[-1].id + 1):
            run.append(one)
            continue
        if run:
            yield run
        run = [one]
    if run:
        yield run


def _named(report: RecoveryReport, run: Sequence[NamedRecord]) -> str:
    one, last = run[0], run[-1]
    if one is not last:
        return found_words.nameless_run(one.id, last.id)
    return _known_by(report, one) or (words.name_in_words(one.kind, one.name) if one.name else words.nameless(one.id))


def _record_line(report: RecoveryReport, run: Sequence[NamedRecord]) -> str:
    one = run[0]
    if one is run[-1]:
        return words.record_line(one.kind, one.id, one.name, one.fate, _known_by(report, one))
    return f"{words.KINDS[one.kind]} ({_named(report, run)}): {words.fate_line(one.kind, one.fate)}."


def _known_by(report: RecoveryReport, one: NamedRecord) -> str:
    """Minutes by their meeting, as the office knows them; nothing of records that bear a name of their own."""
    name = report.names.get((one.kind, one.id), "") if one.kind == "minutes_version" else ""
    return found_words.known_by(one.kind, name) if name else ""


def _left(report: RecoveryReport) -> list[str]:
    """What the check says of the recovered records, by the names under which the report tells of them."""
    names = {
        (one.kind, one.id): f"{words.KINDS[one.kind]} «{words.name_in_words(one.kind, one.name)}»"
        for one in report.records
        if one.name
    }
    names |= {(kind, number): found_words.known_by(kind, name) for (kind, number), name in report.names.items()}
    return [
        found_words.found(one.kind, one.subject, one.id, names.get((one.subject, one.id), "")) for one in report.left
    ]

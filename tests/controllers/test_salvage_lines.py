"""Report of a salvage in words: nameless rows that follow each other take one line, each with its reason."""

from __future__ import annotations

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.findings import ListedRow, Reason, SalvageReport
from desktop_app.window.backups.restore_run import moment
from desktop_app.words import recovery as words
from desktop_app.words.salvage_lines import listed, report_text, summary_of

AT = "2023-05-13T08:00:07Z"


def report(*rows: ListedRow) -> SalvageReport:
    return SalvageReport(at=AT, committee="کمیته", kept=12, rows=rows, classification=Classification.NORMAL)


def test_nameless_rows_that_follow_each_other_take_one_line() -> None:
    rows = [ListedRow("person", number, Reason.UNREAD) for number in (3, 4, 5, 7)]
    rows.append(ListedRow("person", 8, Reason.DIFFERS))
    told = [(one.name, one.reason) for one in listed(report(*rows))]
    assert told == [
        (words.numbers(3, 5), words.REASONS["unread"]),
        (words.numbers(7, 7), words.REASONS["unread"]),
        (words.numbers(8, 8), words.REASONS["differs"]),
    ]


def test_a_row_whose_name_was_read_is_told_by_it_and_by_the_field() -> None:
    (one,) = listed(report(ListedRow("unit", 2, Reason.REFUSED, "name", "واحد فنی")))
    assert (one.record, one.name) == (words.KINDS["unit"], "«واحد فنی»")
    assert one.reason == words.reason("refused", "نام")


def test_what_is_kept_without_a_proof_is_counted_apart_from_what_is_lost() -> None:
    made = report(ListedRow("unit", 2, Reason.UNPROVEN), ListedRow("unit", 9, Reason.UNREAD))
    assert summary_of(made) == words.summary(12, 1, 1)
    text = report_text(made, moment)
    assert text.splitlines()[0] == words.made_on(moment(AT))
    assert words.NEXT in text


def test_where_nothing_is_lacking_nothing_is_listed() -> None:
    text = report_text(report(), moment)
    assert words.LISTED not in text
    assert words.summary(12, 0, 0) in text

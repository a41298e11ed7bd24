"""What a released template prints, line by line, to be held against what it prints now.

``python -m tests.printing.released NAME`` writes the file of a paper whose template is released next.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.documents.snapshots import canonical_json, minutes_from_json
from desktop_app.domain.documents.typography import Sheet, Typography
from desktop_app.domain.documents.year_book_document import YearBookDocument
from tests.printing import letter_registers
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as office
from tests.printing import report_documents as reports
from tests.printing.generated_year import generated_year
from tests.printing.office_papers import printed
from tests.printing.oracles import stream
from tests.printing.oracles.content import Page
from tests.printing.report_reader import read

DATA: Final = Path(__file__).parent / "data"


def _of_minutes(book: YearBookDocument, template: int) -> YearBookDocument:
    """The book with minutes of one template: theirs is raised by itself."""
    frozen = [replace(minutes_from_json(one.snapshot), template=template) for one in book.minutes]
    pairs = zip(book.minutes, frozen, strict=True)
    return replace(book, minutes=tuple(replace(one, snapshot=canonical_json(told)) for one, told in pairs))


RELEASED: Final[dict[str, Any]] = {
    "invitation-1": replace(office.INVITATION, template=1),
    "extract-1": replace(office.EXTRACT, template=1),
    "reminder-1": replace(office.REMINDER, template=1),
    "letters-register-1": replace(letter_registers.REGISTER, template=1),
    "letter-1": replace(office.WHOLE_LETTER, template=1),
    "matrix-1": replace(reports.matrix(7, 5, name=reports.LONG_UNIT), template=1),
    "matrix-1-a5": replace(reports.matrix(9, 3), template=1, typography=Typography(sheet=Sheet.A5)),
    "monthly-report-1": replace(reports.REPORT, template=1),
    "monthly-report-2": replace(reports.REPORT, template=2),
    "year-book-1": replace(_of_minutes(generated_year(3), 3), template=1),
    "year-book-2": replace(_of_minutes(generated_year(3), 3), template=2),
}
"""Papers by the names of their files."""


def kept(name: str) -> list[str]:
    """As it was written down."""
    return (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def told(name: str) -> list[str]:
    """Every line and every rule with its page and place."""
    document = RELEASED[name]
    of_reports = ("letters-register", "matrix", "monthly", "year-book")
    pages = read(document).pages if name.startswith(of_reports) else stream.read(printed(document))
    return [one for page in pages for one in (*_lines(page), *_strokes(page))]


def _lines(page: Page) -> Iterator[str]:
    for line in reader.lines_of([page]):
        yield f"{line.page}\t{line.y:.1f}\t{line.left:.1f}\t{line.right:.1f}\t{line.size:g}\t{line.visual}"


def _strokes(page: Page) -> Iterator[str]:
    for one in page.strokes:
        place = "\t".join(f"{side:.1f}" for side in (one.x0, one.y0, one.x1, one.y1))
        yield f"{page.number}\t{place}\t{'filled' if one.filled else 'rule'}"


if __name__ == "__main__":
    for chosen in sys.argv[1:]:
        (DATA / f"{chosen}.txt").write_text("\n".join(told(chosen)) + "\n", encoding="utf-8")

"""Letters that are printed to be entered, over a real office: what the page tells after the print stays true."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.widgets.paper.printer import Printed, PrintJob
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import letters as registers
from desktop_app.words import papers as words
from desktop_app.words.refusals import sentence
from tests.bootstrap.test_papers_waiting import Slow, Stage, slow, stage
from tests.shown import texts
from tests.widgets.typing import type_text

__all__ = ["slow", "stage"]
LETTERS = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=4)


@pytest.fixture
def letters(stage: Stage, slow: Slow) -> Stage:
    """Extracts that are in no row of the register yet; whatever is made after their print is made slowly."""
    slow.gate.set()
    stage.controller.show_order(LETTERS)
    stage.rest()
    assert stage.page.ui.printButton.text() == words.PRINT_AND_ENTER
    print_pages = stage.tray.print_pages

    def then_slowly(job: PrintJob, progress: Callable[[int, int], object]) -> Printed | None:
        slow.gate.clear()
        return print_pages(job, progress)

    stage.tray.print_pages = then_slowly  # type: ignore[method-assign]
    return stage


def _rows(stage: Stage) -> int:
    """The rows of the register of outgoing papers that are not struck."""
    with stage.office.context.read() as work:
        return sum(one.struck_on is None for one in work.outgoing_papers.where())


def _newest(stage: Stage, count: int) -> tuple[int, ...]:
    """The rows that were made last."""
    with stage.office.context.read() as work:
        return tuple(one.row for one in sorted(work.outgoing_papers.where(), key=lambda one: one.id))[-count:]


def _settle(stage: Stage, slow: Slow) -> None:
    """What is made anew after the print is told of, and then there."""
    making = words.MAKING.rstrip("…")
    stage.bot.waitUntil(lambda: not slow.gate.is_set() and stage.told.startswith(making), timeout=15_000)
    slow.gate.set()
    stage.rest()


@contextmanager
def _locked(stage: Stage) -> Iterator[None]:
    """Another program writes the database."""
    with closing(sqlite3.connect(stage.folder / DATABASE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.parametrize("case", ["no printer", "part of the pages"])
def test_a_refusal_of_the_print_stays_over_the_paper_that_is_made_anew(letters: Stage, slow: Slow, case: str) -> None:
    before = _rows(letters)
    if case == "no printer":
        letters.tray.copies = None
    else:
        letters.tray.pages = (0,)
    letters.page.ui.printButton.click()
    _settle(letters, slow)
    assert letters.told == (words.NO_PRINTER if case == "no printer" else words.NOT_WHOLE)
    assert _rows(letters) == before
    assert letters.page.ui.printButton.text() == words.PRINT_AND_ENTER
    # the next word of the operator ends it
    type_text(letters.page.form.ui.number, "۱۲")
    assert letters.told == ""


def test_letters_that_were_printed_and_not_entered_are_told_until_they_are_entered(letters: Stage, slow: Slow) -> None:
    foot: list[tuple[str, Tone]] = []
    letters.controller.status_message.connect(lambda text, tone: foot.append((text, tone)))
    before = _rows(letters)
    with _locked(letters):
        letters.page.ui.printButton.click()
        _settle(letters, slow)
    (job,) = letters.tray.jobs
    assert letters.told == words.NOT_ENTERED
    assert sentence(EnvironmentProblem("data_locked", code="SQLITE_BUSY")) in texts(letters.page)
    assert foot == [(words.NOT_ENTERED, Tone.WARNING)]
    assert _rows(letters) == before
    letters.press_band()
    letters.rest()
    entered = _rows(letters) - before
    assert entered == job.count > 1
    assert len(letters.tray.jobs) == 1, "nothing is printed once more"
    assert letters.told == registers.registered(_newest(letters, entered))
    assert letters.page.ui.printButton.text() == words.PRINT


def test_a_row_that_is_taken_back_or_made_again_changes_head_button_and_band(letters: Stage, slow: Slow) -> None:
    letters.page.ui.printButton.click()
    _settle(letters, slow)
    count = letters.tray.jobs[0].count
    for _turn in range(2):
        stood = _rows(letters)
        assert letters.told == registers.registered(_newest(letters, count))
        assert letters.page.ui.printButton.text() == words.PRINT
        assert words.NO_ROWS in texts(letters.page)
        letters.page.ui.printButton.click()
        letters.rest()
        assert _rows(letters) == stood, "the button says that it enters nothing"
        letters.controller.undo()
        assert letters.page.ui.printButton.text() == words.PRINT_AND_ENTER, "at once, for a key may follow"
        assert letters.told == ""
        slow.gate.set()
        letters.rest()
        assert letters.page.ui.printButton.text() == words.PRINT_AND_ENTER
        assert words.rows_to_come(count) in texts(letters.page)
        assert letters.told == ""
        assert _rows(letters) == stood - count
        letters.controller.redo()
        letters.rest()

"""What is typed is kept though nobody pauses, goes with its record, and the foot tells where it is at every moment."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.store.work import Work
from desktop_app.widgets.feedback.dialogs import Question
from desktop_app.widgets.feedback.form_sheet import FormSheet, RowForm
from desktop_app.widgets.fields.writing_area import WritingArea, WritingField
from desktop_app.window.kit import draft_keeper
from desktop_app.words import shell as words
from desktop_app.words.refusals import sentence
from tests import patience
from tests.bootstrap.conftest import Run, Start
from tests.writing_places import PLACES, Ground, come_to, ids_of

SHORT_MS = 60
DRAFT = "پیش‌نویس ذخیره شد"


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are kept at once, so that the tests do not wait for them."""
    monkeypatch.setattr(draft_keeper, "KEEP_MS", SHORT_MS)


def kept(folder: Path) -> dict[tuple[str, str], str]:
    """What the table holds, by kind and field."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        return {(kind, name): text for kind, name, text in raw.execute("SELECT kind, field, content FROM draft")}


def ground(start: Start, folder: Path) -> tuple[Run, Ground]:
    """The program over a meeting whose minutes are being written."""
    run = start(folder)
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)
    assert run.opening.screens is not None
    return run, Ground(run.window, run.opening.screens, *ids_of(folder))


def foot(run: Run) -> str:
    """What stands at the foot."""
    return run.window.ui.status.text()


class Leaving:
    """Gives up what is typed whenever it is asked."""

    def __call__(self, question: Question) -> str:
        """Leave."""
        keys = [choice.key for choice in question.choices]
        return "leave" if "leave" in keys else keys[-1]


def test_what_is_typed_is_kept_while_it_is_typed_and_goes_when_it_is_given_up(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, at = ground(start, begun_folder)
    monkeypatch.setattr(run.dialogs, "ask", Leaving())
    for kind in PLACES:
        field = come_to(at, kind)
        QTest.keyClicks(field, "abc")
        assert foot(run) == words.UNSAVED, kind
        run.until(lambda: any("abc" in text for text in kept(begun_folder).values()))
        run.until(lambda: foot(run) not in (words.UNSAVED, words.SAVING))
        assert foot(run).startswith(DRAFT), kind
        for sheet in run.window.findChildren(FormSheet):
            sheet.leave()
        if isinstance(field, WritingArea | WritingField):
            field.settle()
        else:
            assert at.screens.may_leave() or kind == "free letter"
        if kind != "free letter":
            run.until(lambda: not kept(begun_folder))


def test_a_clause_is_recorded_when_it_is_left_and_its_draft_goes_with_it(start: Start, begun_folder: Path) -> None:
    run, at = ground(start, begun_folder)
    area = come_to(at, "clause")
    assert isinstance(area, WritingArea)
    QTest.keyClicks(area, "x")
    run.until(lambda: bool(kept(begun_folder)))
    area.settle()
    assert kept(begun_folder) == {}
    run.until(lambda: foot(run).startswith("ذخیره شد"))


def test_a_form_that_is_given_up_takes_its_draft_along(start: Start, begun_folder: Path) -> None:
    run, at = ground(start, begun_folder)
    title = come_to(at, "agenda item")
    QTest.keyClicks(title, "abc")
    run.until(lambda: kept(begun_folder) == {("meeting", "new_item.titleEdit"): "abc"})
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert title.isVisible()
    QTest.keyClick(title, Qt.Key.Key_Escape)
    run.until(lambda: kept(begun_folder) == {})
    run.until(lambda: foot(run) == words.SAVED)


def test_a_refused_write_is_told_until_one_is_done(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = EnvironmentProblem("storage_full")
    run, at = ground(start, begun_folder)
    area = come_to(at, "clause")
    assert isinstance(area, WritingArea)

    def refuse(_work: Work) -> None:
        raise full

    with monkeypatch.context() as broken:
        broken.setattr(Work, "commit", refuse)
        QTest.keyClicks(area, "x")
        area.settle()
        run.until(lambda: foot(run) == words.not_saved(sentence(full)))
        assert foot(run).count("ذخیره نشد") == 1
    run.until(lambda: bool(kept(begun_folder)))
    run.until(lambda: "ذخیره نشد" not in foot(run))
    assert "ذخیره شده است" not in foot(run)


def test_a_letter_that_is_in_no_file_is_not_told_as_saved_on_another_page(start: Start, begun_folder: Path) -> None:
    run, at = ground(start, begun_folder)
    QTest.keyClicks(come_to(at, "free letter"), "abc")
    run.until(lambda: bool(kept(begun_folder)))
    at.screens.open("resolutions")
    # that nothing comes after it can only be waited for
    patience.let_pass(2 * SHORT_MS)
    assert foot(run).startswith(DRAFT)
    assert kept(begun_folder)


def test_typing_that_goes_on_does_not_put_the_keeping_off(start: Start, begun_folder: Path) -> None:
    _run, at = ground(start, begun_folder)
    area = come_to(at, "clause")
    for _ in range(60):
        QTest.keyClicks(area, "x")
        patience.let_pass(5)
        if kept(begun_folder):
            break
    assert kept(begun_folder), "nothing was kept while the keys did not rest"


def _refuse(_work: Work) -> None:
    raise EnvironmentProblem("storage_full")


def test_what_was_given_up_while_the_disk_was_full_goes_when_it_can(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, at = ground(start, begun_folder)
    title = come_to(at, "agenda item")
    QTest.keyClicks(title, "abc")
    run.until(lambda: bool(kept(begun_folder)))
    with monkeypatch.context() as broken:
        broken.setattr(Work, "commit", _refuse)
        QTest.keyClick(title, Qt.Key.Key_Escape)
        QTest.keyClick(title, Qt.Key.Key_Escape)
        run.until(lambda: "ذخیره نشد" in foot(run))
    run.until(lambda: not kept(begun_folder))
    run.until(lambda: foot(run) == words.SAVED)


def test_what_a_rule_refused_is_told_no_more_once_it_is_given_up(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, at = ground(start, begun_folder)
    title = come_to(at, "agenda item")
    QTest.keyClicks(title, "abc")
    run.until(lambda: foot(run).startswith(DRAFT))

    def refuse(_work: Work) -> None:
        raise RuleBroken("demo_not_empty")

    with monkeypatch.context() as broken:
        broken.setattr(Work, "commit", refuse)
        at.one(RowForm).save()
    run.until(lambda: foot(run) == words.not_saved(sentence(RuleBroken("demo_not_empty"))))
    QTest.keyClick(title, Qt.Key.Key_Escape)
    QTest.keyClick(title, Qt.Key.Key_Escape)
    run.until(lambda: foot(run) == words.SAVED)


def test_after_a_log_off_that_was_cancelled_the_window_asks_again(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, at = ground(start, begun_folder)
    monkeypatch.setattr(run.dialogs, "ask", lambda _question: "stay")
    title = come_to(at, "agenda item")
    QTest.keyClicks(title, "abc")
    at.screens.prepare_for_session_end()
    assert at.screens.may_close()
    QTest.keyClicks(title, "d")
    assert not at.screens.may_close()

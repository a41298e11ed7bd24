"""The next start says what typing was kept and leads to it; a record that is another by now is never written over."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from desktop_app import wiring
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.services.minutes.clauses import remove_clause
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.store.work import Work
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.fields.drafted import text_of
from desktop_app.window.kit import draft_keeper
from desktop_app.window.shell import words
from desktop_app.window.shell.form_drafts import FormDraftsOffer
from desktop_app.words import shell as shell_words
from desktop_app.words.refusals import sentence
from tests import patience
from tests.bootstrap.conftest import Run, Start, clock_on
from tests.bootstrap.test_typed_drafts import foot, kept
from tests.conftest import DEMO_DAY
from tests.shown import texts
from tests.whole import deciding
from tests.writing_places import Ground, come_to, ids_of

TEXT = "نوشتهٔ بازیافته"
KINDS = ("clause", "new clause", "background of an item", "task", "free letter", "scheduling")
SAVED_WHEN_LEFT = ("clause", "new clause")
"""Kinds that the page records by itself; the others have a form with a button."""


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_keeper, "KEEP_MS", 60)


def _begin(start: Start, folder: Path, ids: tuple[int, int, int]) -> tuple[Run, Ground, FormDraftsOffer]:
    run = start(folder)
    run.window.activateWindow()
    run.until(lambda: run.window.isActiveWindow() or QApplication.activeModalWidget() is not None)
    assert run.opening.screens is not None
    assert run.opening.form_drafts is not None
    return run, Ground(run.window, run.opening.screens, *ids), run.opening.form_drafts


def _leave_drafts(folder: Path, *places: DraftField) -> None:
    office = wiring.open_office(folder, clock_on(DEMO_DAY))
    with office.drafts() as work:
        work.put_drafts(dict.fromkeys(places, TEXT))
        work.commit()
    office.close()


def test_a_draft_with_a_damaged_instant_is_offered_all_the_same(start: Start, demo_folder: Path) -> None:
    """It kept the program from looking after the data: no check, and no backup."""
    with closing(sqlite3.connect(demo_folder / DATABASE_NAME)) as connection, connection:
        ((uid,),) = connection.execute("SELECT uid FROM meeting WHERE id = 6").fetchall()
        draft = ("meeting", uid, "place.place", TEXT, "6023-05-10T08:00:00Z")
        connection.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?)", draft)
    run = start(demo_folder)
    assert run.opening.form_drafts is not None
    dialog = run.opening.form_drafts.dialog
    assert dialog is not None
    assert TEXT in texts(dialog)
    assert len(dialog.cards) == 1
    dialog.reject()


# one of each way back: what the page records by itself, a form in a page, and a page that is the form
@pytest.mark.parametrize("kind", deciding(KINDS, {"clause", "background of an item", "free letter"}))
def test_what_a_crash_left_is_put_where_it_was_typed(
    start: Start, begun_folder: Path, tmp_path: Path, kind: str
) -> None:
    ids = ids_of(begun_folder)
    run = start(begun_folder)
    run.window.activateWindow()
    assert run.opening.screens is not None
    at = Ground(run.window, run.opening.screens, *ids)
    QTest.keyClicks(come_to(at, kind), "abc")
    run.until(lambda: bool(kept(begun_folder)))
    left = kept(begun_folder)
    # as a crash leaves it: nothing was asked, and nothing given up
    crashed = shutil.copytree(begun_folder, tmp_path / "crashed")
    again, at, offer = _begin(start, crashed, ids)
    assert offer.dialog is not None
    assert [card.open_button.isEnabled() for card in offer.dialog.cards] == [True]
    assert foot(again) == shell_words.waiting(1)
    offer.dialog.cards[0].open_button.click()
    (text,) = left.values()
    again.until(lambda: text in _shown_texts(at))
    assert shell_words.kept_at("") not in foot(again), "the foot tells when it was kept"
    assert "ذخیره شده است" not in foot(again)
    if kind in SAVED_WHEN_LEFT:
        _leave_field()
        again.until(lambda: kept(crashed) == {})
        assert _recorded(crashed) == [text]
    else:
        # the form waits for its button, and its draft is where it was
        again.until(lambda: kept(crashed) == left)


def _leave_field() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def _recorded(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        return [text for (text,) in raw.execute("SELECT text FROM clause WHERE text LIKE 'abc%'")]


def _shown_texts(at: Ground) -> list[str]:
    every = at.window.findChildren(QWidget)
    return [text_of(one) for one in every if isinstance(one, QLineEdit | QTextEdit) and one.isVisible()]


def test_a_text_whose_record_is_gone_or_final_is_shown_and_never_written_over(start: Start, begun_folder: Path) -> None:
    ids = ids_of(begun_folder)
    office = wiring.open_office(begun_folder, clock_on(DEMO_DAY))
    with office.context.read() as work:
        (clause,) = work.clauses.where(minutes_version_id=ids[2])
        final = work.clauses.where(minutes_version_id=1)[0]
    office.close()
    _leave_drafts(begun_folder, DraftField("clause", clause.id, "text."), DraftField("clause", final.id, "text."))
    office = wiring.open_office(begun_folder, clock_on(DEMO_DAY))
    remove_clause(office.context, clause.id)
    office.close()
    run, _at, offer = _begin(start, begun_folder, ids)
    assert offer.dialog is not None
    assert [card.open_button.isVisible() for card in offer.dialog.cards] == [False, False]
    offer.dialog.cards[0].copy_button.click()
    assert QApplication.clipboard().text() == TEXT
    assert kept(begun_folder)
    offer.dialog.cards[0].drop_button.click()
    offer.dialog.cards[1].drop_button.click()
    assert kept(begun_folder) == {}
    assert foot(run) == shell_words.SAVED


def test_what_is_put_off_stays_in_reach(start: Start, begun_folder: Path) -> None:
    ids = ids_of(begun_folder)
    _leave_drafts(begun_folder, DraftField("paper", 0, "letter.text"), DraftField("meeting", 0, "scheduling.placeEdit"))
    run, _at, offer = _begin(start, begun_folder, ids)
    assert offer.dialog is not None
    offer.dialog.reject()
    assert run.window.band.isVisible()
    assert run.window.band.title() == words.left(2)
    assert foot(run) == shell_words.waiting(2)
    run.window.band.action_button().click()
    assert offer.dialog is not None
    assert len(offer.dialog.cards) == 2


def test_typing_in_the_same_place_leaves_what_was_put_off(start: Start, begun_folder: Path) -> None:
    ids = ids_of(begun_folder)
    _leave_drafts(begun_folder, DraftField("meeting", ids[0], "new_item.titleEdit"))
    run, at, offer = _begin(start, begun_folder, ids)
    assert offer.dialog is not None
    offer.dialog.reject()
    title = come_to(at, "agenda item")
    QTest.keyClicks(title, "abc")
    run.until(lambda: "abc" in kept(begun_folder).values())
    assert TEXT in kept(begun_folder).values()
    QTest.keyClick(title, Qt.Key.Key_Escape)
    QTest.keyClick(title, Qt.Key.Key_Escape)
    run.until(lambda: "abc" not in kept(begun_folder).values())
    assert list(kept(begun_folder).values()) == [TEXT]
    run.window.band.action_button().click()
    assert offer.dialog is not None
    assert len(offer.dialog.cards) == 1


def test_a_text_whose_field_the_form_has_no_more_stays_among_what_was_found(start: Start, begun_folder: Path) -> None:
    ids = ids_of(begun_folder)
    places = [DraftField("meeting", ids[0], f"new_item.{name}") for name in ("titleEdit", "noSuchEdit")]
    _leave_drafts(begun_folder, *places)
    run, at, offer = _begin(start, begun_folder, ids)
    assert offer.dialog is not None
    offer.dialog.cards[0].open_button.click()
    run.until(lambda: ("meeting", "new_item.titleEdit") in kept(begun_folder))
    # that nothing more is kept can only be waited for
    patience.let_pass(4 * draft_keeper.KEEP_MS)
    assert sorted(field.rpartition("~")[2] for _kind, field in kept(begun_folder)) == [
        "new_item.noSuchEdit",
        "new_item.titleEdit",
    ]
    assert text_of(at.field("titleEdit")) == TEXT
    assert run.window.band.title() == words.left(1)


def _refuse(_work: Work) -> None:
    raise EnvironmentProblem("storage_full")


def test_a_discarding_that_is_refused_is_told_and_the_text_stays(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = ids_of(begun_folder)
    _leave_drafts(begun_folder, DraftField("paper", 0, "letter.text"))
    run, _at, offer = _begin(start, begun_folder, ids)
    assert offer.dialog is not None
    card = offer.dialog.cards[0]
    with monkeypatch.context() as broken:
        broken.setattr(Work, "commit", _refuse)
        card.drop_button.click()
    assert card.drop_button.isEnabled()
    said = [notice.accessibleName() for notice in card.findChildren(NoticeLine)]
    assert said == [sentence(EnvironmentProblem("storage_full"))]
    offer.dialog.reject()
    assert run.window.band.title() == words.left(1)
    assert list(kept(begun_folder).values()) == [TEXT]


def test_what_cannot_be_read_at_the_start_is_told_and_offered_again(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = ids_of(begun_folder)
    place = DraftField("meeting", ids[0], "new_item.titleEdit")
    _leave_drafts(begun_folder, place)
    with monkeypatch.context() as broken:
        broken.setattr(Work, "set_drafts_aside", _refuse)
        run, at, offer = _begin(start, begun_folder, ids)
    assert run.window.band.title() == words.NOT_READ
    QTest.keyClicks(come_to(at, "agenda item"), "abc")
    run.until(lambda: set(kept(begun_folder).values()) == {TEXT, "abc"})
    run.window.band.action_button().click()
    assert offer.dialog is not None
    assert len(offer.dialog.cards) == 1

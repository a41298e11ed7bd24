"""Data that are only looked at: minutes that are being written, and the paper of others, are only read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app import wiring
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.services.minutes.minutes import to_review
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.window.kit.destinations import OpenMinutes, OpenPaper
from desktop_app.window.minutes import words as minutes_words
from desktop_app.window.minutes.closing import ClosingPart
from desktop_app.window.minutes.format import CLOSING_ITEM, SIGNERS_ITEM
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.window.signing import scan_words
from desktop_app.window.signing import words as paper_words
from desktop_app.window.signing.page import PaperPage
from desktop_app.words import signing as signing_words
from tests.bootstrap.conftest import Start, clock_before
from tests.bootstrap.only_read import ALT, CHANGING, CONTROL, EXTRA, NONE, Looking, looking, names, press, seen
from tests.bootstrap.test_history_page import forge
from tests.bootstrap.test_typed_drafts import ground
from tests.conftest import DEMO_DAY
from tests.shown import action, texts

__all__ = ["looking"]


def test_draft_minutes_are_shown_as_they_stand_and_not_as_final(looking: Looking) -> None:
    page = looking.page(OpenMinutes(looking.place.version), MinutesPage)
    assert isinstance(page, MinutesPage)
    sheet = page.sheet()
    assert sheet is not None
    assert (sheet.editable, sheet.can_drop, sheet.can_withdraw) == (False, False, False)
    assert sheet.version.state is MinutesState.DRAFT
    assert not {"finalise", "read", "signerAdd", "signersReset"} & seen(page)
    assert not page.strip.isVisible()
    assert not page.ui.bandHolder.isVisible(), "nothing says that they are final"
    body = page.paper.blocks[looking.place.item].body
    assert body is not None
    assert not body.new_clause.isVisible()
    wishes: list[object] = []
    for wish in (
        page.signals.clause_moved,
        page.signals.clause_removed,
        page.signals.contribution_moved,
        page.signals.contribution_removed,
    ):
        wish.connect(lambda *told: wishes.append(told))
    (card,), (said,) = body.cards.values(), body.lines.values()
    for area in (card.area, said.area):
        assert area.isReadOnly()
        press(area, ((Qt.Key.Key_Up, ALT), (Qt.Key.Key_Delete, CONTROL), (Qt.Key.Key_Return, NONE)))
    assert wishes == []
    page.open_part(CLOSING_ITEM)
    assert not page.closing.ui.closing.isEnabled()
    fresh = ClosingPart(page.signals)
    hints = {str(one.property("hint_text")) for one in fresh.findChildren(Field)} - {""}
    fresh.deleteLater()
    assert hints
    assert not hints & set(texts(page.closing)), "nothing helps to fill what cannot be filled"
    page.open_part(SIGNERS_ITEM)
    assert minutes_words.SIGNERS_BY_RULE in texts(page.signers), "a draft without signers says why"
    page.choose(looking.place.item, card_id := next(iter(body.cards)))
    assert page.chosen() == (looking.place.item, card_id)
    assert not page.side.turn.isVisible()
    action(page, "F7").trigger()
    assert page.ui.stack.currentWidget() is page.ui.writing
    page.commands.open_menu(page.ui.more)
    assert page.commands.menu is not None
    told = names(page.commands.menu)
    page.commands.menu.close()
    assert minutes_words.COPY_TEXT in told
    assert minutes_words.BACK_TO_DRAFT not in told
    looking.is_untouched()


def test_minutes_that_wait_to_be_read_do_not_go_back_to_writing(start: Start, begun_folder: Path) -> None:
    office = wiring.open_office(begun_folder, clock_before(DEMO_DAY))
    try:
        with office.context.read() as work:
            version = max(one.id for one in work.versions.where())
        to_review(office.context, version)
    finally:
        office.close()
    forge(begun_folder, EXTRA)
    looking = Looking(*ground(start, begun_folder))
    page = looking.page(OpenMinutes(version), MinutesPage)
    assert isinstance(page, MinutesPage)
    page.commands.open_menu(page.ui.more)
    assert page.commands.menu is not None
    assert minutes_words.BACK_TO_DRAFT not in names(page.commands.menu)
    page.commands.menu.close()


@pytest.mark.parametrize("state", [MinutesState.FINAL, MinutesState.SIGNED])
def test_the_paper_is_only_looked_at(looking: Looking, state: MinutesState) -> None:
    version = max(one.id for one in looking.versions() if one.state is state)
    page = looking.page(OpenPaper(version), PaperPage)
    assert isinstance(page, PaperPage)
    looking.run.until(page.ui.printButton.isEnabled)
    assert not {"signAll", "strikeBatch", "notify", "closeMeeting", "amend", "addScan"} & seen(page)
    assert not page.trip.signers.day_field.isVisible()
    told = texts(page)
    assert (signing_words.AFTER_SIGNATURES in told) is (state is MinutesState.FINAL)
    assert scan_words.NOT_SCANNED in told, "what is still to come is told all the same"
    waits = signing_words.days_waiting(1).split(" ", 1)[1]
    assert any(waits in one for one in told) is (state is MinutesState.FINAL)
    for row in page.trip.signers.findChildren(ItemRow):
        row.setFocus()
        press(row, (*CHANGING, (Qt.Key.Key_Space, NONE)))
        row.menu_requested.emit(row.rect().center())
        assert QApplication.activePopupWidget() is None
    looking.is_untouched()


def test_what_is_printed_of_data_that_are_only_looked_at_is_recorded_nowhere(looking: Looking) -> None:
    version = max(one.id for one in looking.versions() if one.state is MinutesState.FINAL)
    page = looking.page(OpenPaper(version), PaperPage)
    assert isinstance(page, PaperPage)
    looking.run.until(page.ui.printButton.isEnabled)
    assert page.ui.printButton.text() == paper_words.PRINT_SIGNED
    folder = looking.office.folder.folder
    before = sorted(folder.rglob("*"))
    page.ui.printButton.click()
    assert looking.run.printer.jobs
    QApplication.processEvents()
    assert sorted(folder.rglob("*")) == before
    asking = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert not {paper_words.PRINT_AGAIN, paper_words.RECORD_AGAIN} & set(asking)

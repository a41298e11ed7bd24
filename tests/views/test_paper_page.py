"""The print page on screen: the round trip of each state, its keys, and messages that come in time and go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.committee import Party, PartyCode
from desktop_app.domain.meetings import Meeting
from desktop_app.domain.minutes import MinutesState, MinutesVersion, Printing, Signer
from desktop_app.domain.sheets import PaperSheet, SignerRow, VersionRow
from desktop_app.text import paper_page as words
from desktop_app.views.paper_page import WAIT_MS, PaperPage
from desktop_app.widgets.page_canvas import PageImage
from desktop_app.widgets.pill import PartyMark
from desktop_app.widgets.state_mark import Shape, StateMark
from tests.widgets.typing import CONTROL

PROVINCE = Party(id=1, committee_id=1, code=PartyCode.PROVINCE, name="استانداری مازندران", short_name="استانداری")
CENTER = Party(id=2, committee_id=1, code=PartyCode.CENTER, name="مرکز ملی فضای مجازی", short_name="مرکز ملی")
VERSION = MinutesVersion(
    id=5, meeting_id=1, version=1, state=MinutesState.FINAL, finalised_at="2023-05-01T08:55:00Z", originals=2
)
PRINTED = Printing(id=1, minutes_version_id=5, at="2023-05-01T09:01:00Z", copies=8, path="m.pdf", sha256="0" * 64)


def _signer(number: int, name: str, party: Party, signatures: int) -> SignerRow:
    signer = Signer(id=number, minutes_version_id=5, ordinal=number, party_id=party.id, name=name, post="عضو")
    return SignerRow(signer=signer, party=party, signatures=signatures)


def _sheet(version: MinutesVersion = VERSION, **changed: Any) -> PaperSheet:
    sheet = PaperSheet(
        version=version,
        meeting=Meeting(id=1, committee_id=1, number=5, day=date(2023, 5, 1)),
        code="ABCDEFGH23456789",
        sample=False,
        printings=(PRINTED,),
        signers=(_signer(1, "بهمن سروستانه", PROVINCE, 2), _signer(2, "مهرداد ستوده‌منش", CENTER, 1)),
        versions=(),
        acts=(),
        can_print_for_pen=version.state is MinutesState.FINAL,
        can_withdraw=False,
    )
    return replace(sheet, **changed)


@pytest.fixture
def page(qtbot: QtBot) -> PaperPage:
    made = PaperPage()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _draw(_page: int, width: int) -> PageImage:
    return PageImage(b"\xff" * (width * width * 4), width, width)


def _lines(page: PaperPage) -> list[QWidget]:
    """The lines of the round trip, from above."""
    items = [page.ui.steps.itemAt(place) for place in range(page.ui.steps.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [widget for widget in widgets if widget is not None]


def _told(page: PaperPage) -> list[str]:
    return [label.text() for line in _lines(page) for label in line.findChildren(QLabel) if label.text()]


def _marks(page: PaperPage) -> list[Shape]:
    return [mark._shape for line in _lines(page) for mark in line.findChildren(StateMark)]


def test_a_final_version_tells_its_whole_way(page: PaperPage) -> None:
    page.show_sheet(_sheet())
    told = _told(page)
    assert page.ui.title.text() == "صورت‌جلسهٔ جلسهٔ پنجم"
    assert [word for word in told if word in {words.FINAL, words.PRINTED, words.NOT_PRINTED}] == [
        words.FINAL,
        words.PRINTED,
    ]
    assert "نسخهٔ ۱ · کد \u2066ABCDEFGH23456789\u2069" in told
    assert "۱۱ اردیبهشت، ۱۲:۲۵" in told, "the hour of the office, wherever the machine stands"
    assert "۸ نسخه · ۱۱ اردیبهشت، ۱۲:۳۱" in told
    assert "۱ از ۲ امضا" in told
    assert page.ui.printButton.text() == words.PRINT


def test_a_signature_on_one_original_alone_is_not_enough(page: PaperPage) -> None:
    page.show_sheet(_sheet())
    assert _marks(page)[-2:] == [Shape.DISC_CHECK, Shape.PLAIN_RING]
    names = [mark.accessibleName() for line in _lines(page)[-2:] for mark in line.findChildren(StateMark)]
    assert names == [words.SIGNED, words.NOT_SIGNED]
    page.show_sheet(_sheet(signers=(_signer(1, "بهمن سروستانه", PROVINCE, 2),)))
    assert "۱ از ۱ امضا" in _told(page)
    assert _marks(page)[-1] is Shape.DISC_CHECK


def test_parties_are_told_apart_by_form(page: PaperPage) -> None:
    page.show_sheet(_sheet())
    assert len(page.ui.roundTrip.findChildren(PartyMark)) == 2


def test_what_was_not_printed_waits(page: PaperPage) -> None:
    page.show_sheet(_sheet(printings=()))
    assert words.NOT_PRINTED in _told(page)
    assert words.PRINTED not in _told(page)


def test_a_draft_is_no_paper_for_the_pen(page: PaperPage) -> None:
    draft = replace(VERSION, state=MinutesState.DRAFT, finalised_at="")
    page.show_sheet(_sheet(draft, code="", printings=(), signers=()))
    assert _told(page) == [words.NOT_FINAL, words.NOT_FINAL_WHY]
    assert page.ui.printButton.text() == words.PRINT_DRAFT


def test_a_withdrawn_version_is_void_and_says_why(page: PaperPage) -> None:
    gone = replace(VERSION, state=MinutesState.WITHDRAWN)
    row = VersionRow(
        id=5, version=1, state=gone.state, code="", finalised_at="", reason="نام یک عضو نادرست بود", printed_copies=8
    )
    page.show_sheet(_sheet(gone, versions=(row,)))
    assert _told(page)[-2:] == [words.VOID, "نام یک عضو نادرست بود"]
    assert Shape.DIAMOND in _marks(page)
    page.show_sheet(_sheet(gone))
    assert _told(page)[-1] == words.VOID_WHY


def test_a_sample_bears_no_code(page: PaperPage) -> None:
    page.show_sheet(_sheet(code="", sample=True))
    assert f"نسخهٔ ۱ · {words.SAMPLE_CODE}" in _told(page)


def test_the_next_sheet_replaces_the_round_trip(page: PaperPage) -> None:
    page.show_sheet(_sheet())
    before = len(_told(page))
    page.show_sheet(_sheet())
    assert len(_told(page)) == before


# ---- keys and buttons


@pytest.mark.parametrize(
    ("key", "held", "signal"),
    [
        (Qt.Key.Key_P, CONTROL, "print_requested"),
        (Qt.Key.Key_S, CONTROL, "save_requested"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "back_requested"),
    ],
)
def test_each_action_has_its_key(
    qtbot: QtBot, page: PaperPage, key: Qt.Key, held: Qt.KeyboardModifier, signal: str
) -> None:
    page.show_pages(2, _draw)
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(page.ui.pages.canvas, key, held)


def test_nothing_is_saved_or_printed_while_there_are_no_pages(qtbot: QtBot, page: PaperPage) -> None:
    page.show_pages(0, None)
    with qtbot.assertNotEmitted(page.print_requested), qtbot.assertNotEmitted(page.save_requested):
        qtbot.keyClick(page, Qt.Key.Key_P, CONTROL)
        qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)
    assert not page.ui.saveButton.isEnabled()
    page.show_pages(1, _draw)
    assert page.ui.saveButton.isEnabled()
    assert page.ui.pages.canvas.hasFocus()


def test_every_control_has_a_name_for_those_who_hear_the_screen(page: PaperPage) -> None:
    page.show_sheet(_sheet())
    for button in (page.ui.backButton, page.ui.saveButton, page.ui.printButton):
        assert button.accessibleName() == button.text()


# ---- messages


def test_a_long_wait_is_told_and_a_short_one_is_not(qtbot: QtBot, page: PaperPage) -> None:
    page.show_pages(0, None)
    assert not page.ui.band.isVisible()
    page.show_pages(1, _draw)
    qtbot.wait(WAIT_MS + 50)
    assert not page.ui.band.isVisible()
    page.show_pages(0, None)
    qtbot.waitUntil(page.ui.band.isVisible)
    assert page.ui.band.title() == words.MAKING
    page.show_pages(1, _draw)
    assert not page.ui.band.isVisible()


def test_a_refusal_is_never_swept_away_by_the_wait(qtbot: QtBot, page: PaperPage) -> None:
    page.show_pages(0, None)
    page.show_refusal("نشد", "دوباره بکوشید.", words.PRINT_AGAIN)
    qtbot.wait(WAIT_MS + 50)
    assert page.ui.band.title() == "نشد"
    with qtbot.waitSignal(page.retry_requested):
        page.ui.band.action_button().click()
    page.clear_message()
    assert not page.ui.band.isVisible()


def test_what_was_done_stays_when_pages_come(page: PaperPage) -> None:
    page.show_done("ذخیره شد.")
    page.show_pages(1, _draw)
    assert page.ui.band.title() == "ذخیره شد."
    assert page.ui.band.isVisible()

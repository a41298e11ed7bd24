"""The form that asks what becomes of items that were not reached, in the minutes editor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.rules.meetings import DispositionKind
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.window.minutes.fates import FateSheet
from tests.services.office_steps import MONDAY, Office
from tests.views.minutes_desk import Desk, desk_at, settle
from tests.widgets.typing import type_text

NEXT, LEFT = DispositionKind.NEXT, DispositionKind.LEFT


@pytest.fixture
def desk(office: Office, qapp: object) -> Iterator[Desk]:
    meeting = office.held()
    version = office.draft(meeting)
    _first, written, _unreached = office.items(meeting)
    office.decide(version, written)
    desk = desk_at(office, meeting, version)
    yield desk
    if desk.page.fates.sheet is not None:
        desk.page.fates.close_form()
    desk.page.close()


def sheet_of(desk: Desk) -> FateSheet:
    settle()
    sheet = desk.page.fates.sheet
    assert sheet is not None
    return sheet


def decided(desk: Desk) -> list[tuple[DispositionKind, str]]:
    found = desk.office.where("dispositions", minutes_version_id=desk.controller.version_id)
    return [(one.kind, one.reason) for one in found]


def press(sheet: FateSheet, key: Qt.Key) -> None:
    choices = sheet.rows[0].switch.focusProxy()
    assert choices is not None
    QTest.keyClick(choices, key)


def save(sheet: FateSheet) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_one_key_decides_and_the_agenda_pane_shows_it(desk: Desk) -> None:
    desk.page.signals.fates_requested.emit()
    sheet = sheet_of(desk)
    assert [row.item.id for row in sheet.rows] == [desk.items[2]]
    press(sheet, Qt.Key.Key_1)
    save(sheet)
    assert decided(desk) == [(NEXT, "")]
    assert "موکول به جلسهٔ آینده" in desk.page.agenda.entry(desk.items[2]).accessibleName()


def test_leaving_out_needs_a_reason_beside_its_field(desk: Desk) -> None:
    desk.page.signals.fates_requested.emit()
    sheet = sheet_of(desk)
    save(sheet)
    assert sheet.rows[0].choice.error()
    press(sheet, Qt.Key.Key_3)
    save(sheet)
    assert "دلیل" in sheet.rows[0].why.error()
    assert decided(desk) == []
    type_text(sheet.rows[0].reason, "موضوع منتفی شد")
    save(sheet)
    assert decided(desk) == [(LEFT, "موضوع منتفی شد")]


def test_finalising_asks_first_and_goes_on_afterwards(desk: Desk) -> None:
    desk.office.planned(MONDAY.replace(month=6))
    desk.controller.begin_reading()
    desk.controller.end_reading()
    desk.controller.finalise()
    sheet = sheet_of(desk)
    press(sheet, Qt.Key.Key_1)
    save(sheet)
    version = desk.office.get("versions", desk.controller.version_id)
    assert version.state is MinutesState.FINAL
    assert len(desk.office.where("agenda", carried_from_id=desk.items[2])) == 1

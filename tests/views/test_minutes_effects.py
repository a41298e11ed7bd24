"""Effects on earlier resolutions in the minutes editor: form, lines under a clause, undo, question."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.minutes import EffectKind
from desktop_app.widgets.controls.button import Button, Link
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.window.kit.destinations import OpenResolution
from desktop_app.window.minutes.effects import EffectForm
from tests.services.office_steps import Office
from tests.services.two_meetings import EXTENDED, Two
from tests.views.minutes_desk import Desk, desk_at, settle
from tests.widgets.typing import type_text


@pytest.fixture
def two(office: Office, qapp: object) -> Two:
    return Two(office)


@pytest.fixture
def desk(two: Two) -> Iterator[Desk]:
    desk = desk_at(two.office, two.meeting, two.version)
    desk.page.choose(two.item, two.clause)
    settle()
    yield desk
    if desk.page.effects.form is not None:
        desk.page.effects.form.reject()
    desk.page.close()


def form_of(desk: Desk) -> EffectForm:
    form = desk.page.effects.form
    assert form is not None
    return form


def choose(form: EffectForm, key: str, value: str) -> None:
    editor = form.fields.editor(key)
    assert isinstance(editor, ChoiceField)
    editor.set_value(value)
    form.fields.edited.emit()


def texts(desk: Desk, clause_id: int) -> list[str]:
    card = desk.page.findChild(QWidget, f"clause{clause_id}")
    assert card is not None
    return [one.text() for one in card.findChildren(TextLabel) if one.isVisibleTo(card) and "اثر:" in one.text()]


def test_an_effect_is_added_by_keys_shown_undone_and_listed_before_finalising(desk: Desk, two: Two) -> None:
    body = desk.page.paper.blocks[two.item].body
    assert body is not None
    body.cards[two.clause].area.setFocus()
    QTest.keyClick(body.cards[two.clause].area, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    form = form_of(desk)
    form.save()
    assert form.fields.field("resolution").error(), "no resolution is chosen"
    choose(form, "resolution", str(two.target))
    form.save()
    assert "روز تازه" in form.fields.field("day").error()
    day = form.fields.editor("day")
    assert isinstance(day, JalaliDateEdit)
    type_text(day.line(), "1402/04/12")
    form.save()
    settle()
    assert desk.page.effects.form is None
    assert [(one.resolution_id, one.day) for one in two.office.where("effects")] == [(two.target, EXTENDED)]
    assert len(texts(desk, two.clause)) == 1
    desk.controller.undo()
    settle()
    assert two.office.where("effects") == ()
    assert texts(desk, two.clause) == []
    desk.controller.redo()
    settle()
    two.office.read(two.version)
    desk.controller.load(two.version)
    desk.person.answer = "cancel"
    desk.controller.finalise()
    question = desk.person.asked[-1]
    assert "با نهایی شدن انجام می‌شود" in question.text
    assert "تمدید مهلت مصوبهٔ" in question.text


def test_units_without_a_report_are_named_and_accepted_only_by_consent(desk: Desk, two: Two) -> None:
    desk.page.signals.effect_requested.emit(two.clause, (EffectKind.ACCEPT, two.target))
    form = form_of(desk)
    assert not form.fields.field("unreported").isHidden()
    assert form.fields.field("day").isHidden()
    form.save()
    assert "بی‌گزارش" in form.fields.field("kind").error()
    choose(form, "unreported", "agreed")
    form.save()
    settle()
    assert [one.kind for one in two.office.where("effects")] == [EffectKind.ACCEPT]


def test_the_text_offers_an_effect_and_a_number_that_is_none_offers_nothing(desk: Desk, two: Two) -> None:
    number = two.office.where("resolutions", id=two.target)[0].number
    assert desk.page.findChild(Button, f"effectOffer{two.clause}") is None
    desk.edit("text", text="مهلت مصوبهٔ ۱۳۹۹/۹/۹ تمدید شد.")
    settle()
    assert desk.page.findChild(Button, f"effectOffer{two.clause}") is None
    desk.edit("text", text=f"مهلت مصوبهٔ {number} تمدید شد.")
    settle()
    offer = desk.page.findChild(Button, f"effectOffer{two.clause}")
    assert offer is not None
    offer.click()
    assert form_of(desk).fields.values()["resolution"] == str(two.target)


def test_a_line_is_removed_by_its_button(desk: Desk, two: Two) -> None:
    effect = two.add(EffectKind.DEFER)
    desk.controller.load(two.version)
    settle()
    remove = desk.page.findChild(Button, f"effectRemove{effect}")
    assert remove is not None
    remove.click()
    settle()
    assert two.office.where("effects") == ()
    assert texts(desk, two.clause) == []


def test_a_row_of_the_report_opens_its_resolution(desk: Desk, two: Two) -> None:
    asked: list[object] = []
    desk.controller.navigated.connect(asked.append)
    link = desk.body(0).findChild(Link, f"followUp{two.target}")
    assert link is not None
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert asked == [OpenResolution(two.target)]

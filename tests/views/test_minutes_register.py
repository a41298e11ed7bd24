"""Citing and keeping upstream decisions, confirming earlier minutes, and the menu of a contribution."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind
from desktop_app.services.meetings.agenda import add_item
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.window.kit.record_sheet import FieldsSheet
from desktop_app.window.minutes import words
from desktop_app.window.minutes import words as confirming_words
from desktop_app.words.widgets import LEAVE_AGAIN
from tests.services.office_steps import MONDAY, Office
from tests.shown import texts
from tests.views.minutes_desk import Desk, desk_at, settle
from tests.widgets.typing import press, type_text


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """A second meeting in session; the minutes of the first are final and its item to confirm them is the last."""
    _, earlier = office.written(1)
    office.finalised(earlier)
    office.clock.forward(days=28)
    meeting_id = office.in_session(MONDAY + timedelta(days=28))
    version_id = office.draft(meeting_id)
    office.decide(version_id, office.items(meeting_id)[1])
    office.say(version_id, office.items(meeting_id)[1])
    office.say(version_id, office.items(meeting_id)[1], "دومی")
    item = AgendaItem(
        committee_id=office.committee,
        meeting_id=meeting_id,
        ordinal=0,
        title="تأیید صورت‌جلسهٔ پیشین",
        kind=AgendaKind.PREVIOUS_MINUTES,
    )
    add_item(office.context, item)
    made = desk_at(office, meeting_id, version_id)
    yield made
    made.page.close()
    made.page.deleteLater()


def form_of(desk: Desk) -> FieldsSheet:
    form = desk.page.side.facts.upstream.form
    assert form is not None
    return form


def day_line(form: FieldsSheet, key: str) -> QLineEdit:
    edit = form.fields.editor(key)
    assert isinstance(edit, JalaliDateEdit)
    return edit.line()


def said(desk: Desk) -> list[str]:
    return [one.text for one in desk.office.where("deliberations", minutes_version_id=desk.version_id)]


def choose_resolution(desk: Desk) -> None:
    desk.page.choose(desk.items[1], desk.clauses()[0].id)
    settle()


def test_a_new_decision_enters_the_register_and_is_cited_at_once(desk: Desk) -> None:
    choose_resolution(desk)
    part = desk.page.side.facts.upstream
    press(part.add, Qt.Key.Key_Return)
    form = form_of(desk)
    type_text(form.fields.editor("session"), "۶۶")
    type_text(day_line(form, "session_day"), "1399/6/25")
    type_text(day_line(form, "notification_day"), "1399/6/20")
    press(form.fields.editor("session"), Qt.Key.Key_Return)
    assert not form.fields.field("title").error(), "Enter alone records no sheet of several fields"
    form.save()
    assert form.fields.field("title").error(), "a decision without a title cannot be cited"
    assert form.focusWidget() is form.fields.editor("title")
    type_text(form.fields.editor("title"), "طرح كلان شبكه")
    type_text(form.fields.editor("body"), "شورای عالی فضای مجازی")
    form.save()
    assert form.fields.field("notification_day").error(), "notified before it was taken"
    day_line(form, "notification_day").setText("1399/7/16")
    form.save()
    assert desk.page.side.facts.upstream.form is None
    cited = desk.clauses()[0].upstream_id
    assert cited is not None
    stored = desk.office.get("upstream", cited)
    assert (stored.title, stored.body, stored.session) == ("طرح کلان شبکه", "شورای عالی فضای مجازی", "۶۶")
    assert part.cited.text() == "«طرح کلان شبکه»"
    card = desk.body_of_chosen().cards[desk.clauses()[0].id]
    assert words.cited("«طرح کلان شبکه»") in texts(card)


def test_a_decision_half_typed_is_not_lost_by_one_key(desk: Desk) -> None:
    choose_resolution(desk)
    press(desk.page.side.facts.upstream.add, Qt.Key.Key_Return)
    form = form_of(desk)
    type_text(form.fields.editor("title"), "طرح کلان")
    type_text(day_line(form, "session_day"), "پنجاهم")
    press(form, Qt.Key.Key_Escape)
    assert form_of(desk) is form
    assert LEAVE_AGAIN in [line.accessibleName() for line in form.findChildren(NoticeLine)]
    assert (form.fields.texts()["title"], form.fields.texts()["session_day"]) == ("طرح کلان", "پنجاهم")
    press(form, Qt.Key.Key_Escape)
    settle()
    assert desk.page.side.facts.upstream.form is None
    press(desk.page.side.facts.upstream.add, Qt.Key.Key_Return)
    press(form_of(desk), Qt.Key.Key_Escape)
    settle()
    assert desk.page.side.facts.upstream.form is None, "nothing was typed"
    assert len(desk.office.where("upstream")) == 1


def test_a_known_decision_is_found_by_typing_and_corrected(desk: Desk) -> None:
    choose_resolution(desk)
    facts = desk.page.side.facts
    assert not facts.upstream.edit.isVisible()
    line = facts.ui.upstream.lineEdit()
    assert line is not None
    type_text(line, "طرح كلان")
    facts.ui.upstream.finish()
    assert desk.clauses()[0].upstream_id == desk.office.upstream
    facts.upstream.edit.click()
    form = form_of(desk)
    type_text(form.fields.editor("clause"), "بند ۳")
    form.save()
    assert desk.office.get("upstream", desk.office.upstream).clause == "بند ۳"
    assert len(desk.office.where("upstream")) == 1


def test_leaving_the_form_keeps_everything_as_it_was(desk: Desk) -> None:
    choose_resolution(desk)
    part = desk.page.side.facts.upstream
    part.open_form(UpstreamDecision(title="", body=""))
    form = form_of(desk)
    type_text(form.fields.editor("title"), "رها شد")
    press(form, Qt.Key.Key_Escape)
    press(form, Qt.Key.Key_Escape)
    assert part.form is None
    assert len(desk.office.where("upstream")) == 1
    assert part.add.hasFocus()


def test_the_item_confirms_the_minutes_before_and_says_so_on_the_paper(desk: Desk) -> None:
    body = desk.body(3)
    assert body.confirm.button.isVisible()
    press(body.confirm.button, Qt.Key.Key_Return)
    assert [question.title for question in desk.person.asked] == [confirming_words.ask(1)]
    assert not body.confirm.button.isVisible()
    (clause,) = desk.clauses(3)
    assert clause.text == confirming_words.sentence(1, "۱۴۰۲/۰۲/۱۱")
    other = desk.body(1)
    assert not other.confirm.isVisible()


def test_the_confirmed_minutes_tell_where(desk: Desk) -> None:
    desk.body(3).confirm.button.click()
    earlier = desk.office.where("versions")[0].id
    desk.controller.show(earlier)
    assert confirming_words.confirmed_in(2) in desk.page.ui.band.accessibleName()


def test_a_contribution_is_moved_and_taken_away_by_its_menu_and_brought_back(desk: Desk) -> None:
    body = desk.body(1)
    first, second = list(body.lines)
    body.lines[second].grip.click()
    menu = desk.page.commands.menu
    assert menu is not None
    assert menu.objectName() == "saidMenu"
    up, remove = menu.actions()[1], menu.actions()[-1]
    up.trigger()
    assert said(desk) == ["دومی", "فرصت می‌خواهیم."]
    remove.trigger()
    menu.close()
    assert list(desk.body_of_chosen().lines) == [first]
    desk.page.ui.band.action_button().click()
    assert said(desk) == ["دومی", "فرصت می‌خواهیم."]

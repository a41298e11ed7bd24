"""The inspector: each fact is saved by itself, errors stand beside their field, a closed day offers what to take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit, QWidget

from desktop_app.domain.outcome import Changed
from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeUnit
from desktop_app.domain.rules.minutes import AdoptionKind
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.window.kit.destinations import Destination, OpenMeeting
from desktop_app.window.minutes import words as deadline_words
from desktop_app.window.minutes.facts import FactsLine
from desktop_app.window.minutes.format import CLOSING_ITEM, SIGNERS_ITEM
from desktop_app.words import clauses as clause_words
from tests.services.office_steps import Office
from tests.shown import child
from tests.views.minutes_desk import Desk, desk_at, settle
from tests.widgets.typing import press, type_text


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """A draft with two bare resolutions under its second item; the first is chosen."""
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    for text in ("نخست", "دوم"):
        office.bare(version_id, office.items(meeting_id)[1], text)
    made = desk_at(office, meeting_id, version_id)
    made.page.choose(made.items[1], made.clauses()[0].id)
    yield made
    made.page.close()
    made.page.deleteLater()


def test_each_choice_is_saved_and_shows_on_the_card(desk: Desk) -> None:
    facts = desk.page.side.facts.ui
    office = desk.office
    for choice, text in ((facts.axis, "م۱ – محور ۱"), (facts.executor, "واحد ۱"), (facts.owner, "شخص ۳، مدیر")):
        choice.setFocus()
        type_text(choice, text)
        press(choice, Qt.Key.Key_Return)
        choice.finish()
    facts.cooperating.add("all")
    clause = desk.clauses()[0]
    assert (clause.axis_id, clause.executor_unit_id) == (office.axes[0], office.units[0])
    assert clause.owner_person_id == office.people[2]
    assert clause.all_units
    shown = {fact.label: fact.value for fact in child(desk.body_of_chosen().cards[clause.id], FactsLine).facts()}
    assert shown[clause_words.FACT_EXECUTOR] == "واحد 1"
    assert shown[clause_words.FACT_DEADLINE] == clause_words.MISSING


def test_who_cooperates_shows_on_the_card_and_is_read_out_after_the_executor(desk: Desk) -> None:
    facts, office = desk.page.side.facts.ui, desk.office
    desk.edit("executor", executor_unit_id=office.units[0])
    for unit_id in office.units[1:3]:
        facts.cooperating.add(str(unit_id))
    desk.page.signals.reading_requested.emit()
    settle()
    card = child(desk.body_of_chosen().cards[desk.clauses()[0].id], FactsLine)
    for line in (card, child(desk.page.reading, FactsLine)):
        assert [(fact.label, fact.value) for fact in line.facts()][:4] == [
            (clause_words.FACT_EXECUTOR, "واحد 1"),
            (clause_words.FACT_COOPERATING, "واحد 2،"),
            ("", "واحد 3"),
            (clause_words.FACT_OWNER, clause_words.MISSING),
        ]
        assert "همکار واحد 2، واحد 3، " in line.accessibleName()
    facts.cooperating.add("all")
    assert (clause_words.FACT_COOPERATING, clause_words.ALL_UNITS) in [
        (fact.label, fact.value) for fact in child(desk.page.reading, FactsLine).facts()
    ]


def test_a_deadline_before_the_meeting_stays_beside_its_field_and_other_fields_are_saved(desk: Desk) -> None:
    deadline = desk.page.side.facts.deadline
    deadline.kind.choose("day")
    deadline.day.set_text("1402/1/5")
    first, second = (clause.id for clause in desk.clauses())
    assert desk.clauses()[0].deadline.kind is DeadlineKind.NONE
    refusal = deadline.refusal()
    assert deadline.day.notice_line().text() == refusal, "at the date, and not at the switch above it"
    assert deadline.day.property("tone") == "danger"
    assert deadline.kind_field.error() == ""
    assert refusal
    desk.edit("owner", owner_person_id=desk.office.people[2])
    assert desk.clauses()[0].owner_person_id == desk.office.people[2]
    assert deadline.refusal() == refusal
    desk.page.choose(desk.items[1], second)
    assert deadline.refusal() == ""
    desk.page.choose(desk.items[1], first)
    assert deadline.refusal() == refusal
    assert deadline.day.text() == "۱۴۰۲/۰۱/۰۵"
    deadline.day.set_text("1402/3/8")
    assert desk.clauses()[0].deadline == Deadline(kind=DeadlineKind.DAY, day=date(2023, 5, 29))
    assert deadline.refusal() == ""
    assert desk.controller.may_leave()


def test_a_closed_day_offers_the_next_working_day_and_the_count(desk: Desk) -> None:
    desk.edit("deadline", deadline=Deadline(kind=DeadlineKind.DAY, day=date(2023, 5, 11)))
    settle()
    box = desk.page.side.facts.deadline.offers
    assert box.isVisibleTo(desk.page)
    offered = ["شنبه ۲۳ اردیبهشت", "دوشنبه ۲۵ اردیبهشت (ده روز کاری)", "همان ۲۱ اردیبهشت"]
    assert [button.text() for button in box.buttons()] == offered
    box.buttons()[1].click()
    assert desk.clauses()[0].deadline == Deadline(kind=DeadlineKind.RELATIVE, count=10, unit=RelativeUnit.WORKING_DAYS)
    assert not box.isVisibleTo(desk.page)


def test_a_closed_day_may_be_kept_with_one_press(desk: Desk) -> None:
    closed = Deadline(kind=DeadlineKind.DAY, day=date(2023, 5, 11))
    desk.edit("deadline", deadline=closed)
    settle()
    editor = desk.page.side.facts.deadline
    editor.offers.buttons()[-1].setFocus()
    editor.offers.buttons()[-1].click()
    settle()
    assert not editor.offers.isVisibleTo(desk.page)
    assert editor.isAncestorOf(desk.page.focusWidget()), "the keyboard is not lost with the box"
    assert desk.clauses()[0].deadline == closed
    desk.controller.reload(Changed.MINUTES)
    assert not editor.offers.isVisibleTo(desk.page), "it is not asked again at once"
    desk.edit("deadline", deadline=Deadline(kind=DeadlineKind.DAY, day=date(2023, 5, 18)))
    settle()
    assert editor.offers.isVisibleTo(desk.page), "another closed day is asked about"


def test_an_offer_in_another_year_names_it(desk: Desk) -> None:
    desk.edit("deadline", deadline=Deadline(kind=DeadlineKind.DAY, day=date(2025, 3, 20)))
    settle()
    only, _same = desk.page.side.facts.deadline.offers.buttons()
    assert only.text().endswith("فروردین ۱۴۰۴"), only.text()


def test_a_count_of_days_is_written_with_any_digits(desk: Desk) -> None:
    deadline = desk.page.side.facts.deadline
    deadline.kind.choose("relative")
    type_text(deadline.count, "۱0")
    press(deadline.count, Qt.Key.Key_Return)
    stored = desk.clauses()[0].deadline
    assert (stored.kind, stored.count, stored.unit) == (DeadlineKind.RELATIVE, 10, RelativeUnit.WORKING_DAYS)
    deadline.base.choose("notification")
    assert desk.clauses()[0].deadline.base.value == "notification"
    assert deadline.kind_field.notice_line().text() == deadline_words.AFTER_NOTIFICATION


def test_frozen_minutes_advise_nothing_that_is_locked(desk: Desk) -> None:
    desk.edit("deadline", deadline=Deadline(kind=DeadlineKind.NEXT_MEETING))
    sheet = minutes_sheet(desk.office.context, desk.version_id)
    facts, row = desk.page.side.facts, desk.page.chosen_row()
    assert row is not None
    notice = facts.deadline.kind_field.notice_line
    facts.show_clause(row, replace(sheet, editable=False))
    assert notice().text() == deadline_words.UNKNOWN_NEXT_MEETING_FROZEN
    facts.show_clause(row, sheet)
    assert notice().text() == deadline_words.UNKNOWN_NEXT_MEETING


def test_the_next_meeting_and_a_continuous_deadline(desk: Desk) -> None:
    deadline = desk.page.side.facts.deadline
    deadline.kind.choose("next_meeting")
    assert desk.clauses()[0].deadline.kind is DeadlineKind.NEXT_MEETING
    assert deadline.kind_field.notice_line().text() == deadline_words.UNKNOWN_NEXT_MEETING
    deadline.kind.choose("continuous")
    assert desk.clauses()[0].deadline.kind is DeadlineKind.NEXT_MEETING, "not before its review day is written"
    deadline.day.set_text("1402/6/1")
    assert desk.clauses()[0].deadline.kind is DeadlineKind.CONTINUOUS


def test_a_reservation_and_votes(desk: Desk) -> None:
    facts = desk.page.side.facts
    facts.ui.adoption.choose("with_reservation")
    facts.ui.reservation.setFocus()
    type_text(facts.ui.reservation, "با بودجه موافق نیستم")
    facts.ui.reservation.settle()
    facts.ui.votesAgainst.set_text("۲")
    press(facts.ui.votesAgainst, Qt.Key.Key_Return)
    assert facts.ui.votesForField.error(), "votes against without votes for"
    facts.ui.votesFor.set_text("6")
    press(facts.ui.votesFor, Qt.Key.Key_Return)
    clause = desk.clauses()[0]
    assert clause.adoption is AdoptionKind.WITH_RESERVATION
    assert clause.reservation == "با بودجه موافق نیستم"
    assert (clause.votes_for, clause.votes_against) == (6, 2)
    assert not facts.ui.votesForField.error()


def test_an_executor_that_cooperates_is_refused_beside_its_field(desk: Desk) -> None:
    desk.edit("executor", executor_unit_id=desk.office.units[0])
    desk.page.side.facts.ui.cooperating.add(str(desk.office.units[0]))
    assert desk.page.side.facts.ui.cooperatingField.error()
    assert desk.clauses()[0].cooperating == ()
    desk.page.side.facts.ui.cooperating.remove(str(desk.office.units[0]))
    assert not desk.page.side.facts.ui.cooperatingField.error()
    assert desk.controller.may_leave()
    assert desk.person.asked == [], "nothing waits"


def test_the_strip_leads_to_each_gap(desk: Desk) -> None:
    buttons = {button.guard.key: button for button in desk.page.strip.buttons()}
    assert buttons["resolution_without_owner"].text().startswith("۲")
    buttons["resolution_without_owner"].click()
    assert desk.page.chosen() == (desk.items[1], desk.clauses()[0].id)
    assert desk.page.side.facts.ui.owner.isAncestorOf(desk.page.focusWidget())
    buttons["agenda_item_undecided"].click()
    sheet = desk.page.fates.sheet
    assert sheet is not None
    assert [row.item.id for row in sheet.rows] == [desk.items[2]]
    sheet.reject()
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    buttons["attendance_complete"].click()
    assert asked == [OpenMeeting(desk.meeting_id)]


def test_a_deadline_by_an_unknown_next_meeting_leads_to_where_its_day_is_written(desk: Desk) -> None:
    clause = desk.clauses()[0]
    by_next = replace(clause, deadline=Deadline(kind=DeadlineKind.NEXT_MEETING))
    desk.page.signals.clause_edited.emit(by_next, "deadline")
    buttons = {button.guard.key: button for button in desk.page.strip.buttons()}
    buttons["deadline_without_next_meeting"].click()
    assert desk.page.closing.ui.next_day.isAncestorOf(desk.page.focusWidget())
    desk.page.closing.ui.next_day.set_text("1402/3/8")
    assert "deadline_without_next_meeting" not in {button.guard.key for button in desk.page.strip.buttons()}


def test_the_closing_part_is_saved_field_by_field(desk: Desk) -> None:
    desk.page.choose(CLOSING_ITEM, 0)
    ui = desk.page.closing.ui
    ui.next_day.set_text("1402/3/8")
    ui.next_starts_at.setFocus()
    type_text(ui.next_starts_at, "9:30")
    press(ui.next_starts_at, Qt.Key.Key_Return)
    type_text(ui.attachments, "جدول")
    ui.attachments.settle()
    ui.originals.set_text("x")
    press(ui.originals, Qt.Key.Key_Return)
    version = desk.office.get("versions", desk.version_id)
    assert (version.next_day, version.next_starts_at) == (date(2023, 5, 29), "09:30")
    assert version.attachments == "جدول"
    assert desk.page.closing.ui.originalsField.error()
    ui.next_day.set_text("1402/2/1")
    assert desk.page.closing.ui.next_dayField.error(), "before the meeting"
    assert desk.office.get("versions", desk.version_id).next_day == date(2023, 5, 29)
    assert ui.next_day.text() == "۱۴۰۲/۰۲/۰۱"


def test_signers_are_moved_changed_and_given_back_to_the_rule(desk: Desk) -> None:
    desk.page.choose(SIGNERS_ITEM, 0)
    lines = desk.page.signers.lines
    names = [line.name.text() for line in lines]
    lines[1].moved.emit(-1)
    stored = [signer.name for signer in desk.office.where("signers", minutes_version_id=desk.version_id)]
    assert stored == [names[1], names[0], *names[2:]]
    signers = desk.page.signers
    assert desk.page.window().focusWidget() is signers.lines[0].name
    for place, near in ((len(names) - 1, len(names) - 2), (1, 1)):
        signers.lines[place].post.setFocus()
        signers.lines[place].removed.emit()
        assert desk.page.window().focusWidget() is signers.lines[near].name
    desk.page.signers.lines[0].name.set_text("نامی تازه")
    desk.page.signers.lines[0].name.editingFinished.emit()
    sheet = desk.page.sheet()
    assert sheet is not None
    assert sheet.signers[0].name == "نامی تازه"
    assert not sheet.signers_by_rule
    desk.page.signers.reset.click()
    assert [line.name.text() for line in desk.page.signers.lines] == names


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    for item, clause in ((desk.items[1], desk.clauses()[0].id), (CLOSING_ITEM, 0), (SIGNERS_ITEM, 0)):
        desk.page.choose(item, clause)
        settle()
        kinds = (QAbstractButton, QComboBox, QLineEdit, QTextEdit)
        nameless = [
            f"{type(widget).__name__} {widget.objectName()}"
            for kind in kinds
            for widget in desk.page.findChildren(kind)
            if isinstance(widget, QWidget)
            and widget.isVisibleTo(desk.page)
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        ]
        assert nameless == []


def test_an_edit_changes_its_own_fact_only(desk: Desk) -> None:
    row = desk.page.chosen_row()
    assert row is not None
    stale = row.clause
    desk.edit("owner", owner_person_id=desk.office.people[2])
    desk.page.signals.clause_edited.emit(replace(stale, axis_id=desk.office.axes[0]), "axis")
    clause = desk.clauses()[0]
    assert (clause.owner_person_id, clause.axis_id) == (desk.office.people[2], desk.office.axes[0])


def test_a_part_that_the_menu_opens_has_the_keyboard(desk: Desk) -> None:
    desk.page.open_part(CLOSING_ITEM)
    focus = desk.page.focusWidget()
    assert focus is not None
    assert desk.page.closing.isAncestorOf(focus)
    assert focus is desk.page.closing.ui.next_day.line()


def test_a_resolution_that_is_asked_for_is_chosen_with_the_keyboard_on_it(desk: Desk) -> None:
    first = desk.clauses()[0]
    assert first.resolution_id is not None
    desk.page.choose(CLOSING_ITEM, 0)
    desk.page.choose_resolution(first.resolution_id)
    assert desk.page.chosen() == (first.agenda_item_id, first.id)
    assert desk.body_of_chosen().cards[first.id].area.hasFocus()
    desk.page.choose_resolution(987)
    assert desk.page.chosen() == (first.agenda_item_id, first.id), "one of another version changes nothing"


def test_a_class_of_its_own_and_back_to_that_of_the_minutes(desk: Desk) -> None:
    facts = desk.page.side.facts
    assert facts.ui.classification.value() == "minutes"
    facts.ui.classification.choose("secret")
    assert desk.clauses()[0].classification is Classification.SECRET
    assert facts.ui.classification.value() == "secret"
    facts.ui.classification.choose("minutes")
    assert desk.clauses()[0].classification is None


def test_a_plain_clause_has_a_class_and_nothing_else_of_a_resolution(desk: Desk) -> None:
    note = desk.office.note(desk.version_id, desk.items[1], "گزارش شنیده شد.")
    desk.controller.show(desk.version_id)
    desk.page.choose(desk.items[1], note)
    facts = desk.page.side.facts
    assert facts.ui.classification.isVisibleTo(desk.page)
    ui = facts.ui
    of_resolutions: tuple[QWidget, ...] = (ui.kind, ui.axis, ui.executor, ui.owner, ui.adoption, ui.upstream)
    of_resolutions += (facts.deadline, facts.upstream, ui.reservation, ui.votesHolder)
    assert [part for part in of_resolutions if part.isVisibleTo(desk.page)] == []
    facts.ui.classification.choose("secret")
    (stored,) = [one for one in desk.clauses() if one.id == note]
    assert stored.classification is Classification.SECRET
    assert not stored.is_resolution
    card = desk.body_of_chosen().cards[note]
    assert clause_words.guarded_kind(clause_words.NOTE, clause_words.CLASSES["secret"]) in card.area.accessibleName()
    desk.page.choose(desk.items[1], desk.clauses()[0].id)
    assert facts.ui.classification.value() == "minutes"
    assert facts.ui.axis.isVisibleTo(desk.page)
    assert facts.deadline.isVisibleTo(desk.page)


def test_what_is_half_typed_counts_no_more_once_a_clause_is_plain(desk: Desk) -> None:
    """A field that nobody sees can keep nobody from leaving."""
    facts = desk.page.side.facts
    facts.ui.axis.setFocus()
    type_text(facts.ui.axis, "هیچ محوری")
    press(facts.ui.axis, Qt.Key.Key_Return)
    assert facts.unfinished()
    desk.page.side.toggle_kind()
    assert not facts.unfinished()

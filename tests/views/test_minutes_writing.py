"""Writing minutes with real key events: pieces are saved by themselves, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.widgets.style.look import Rule
from desktop_app.window.minutes import asking_words as asking
from desktop_app.window.minutes import words
from desktop_app.window.minutes.facts import FactsLine
from desktop_app.window.minutes.format import first_item
from desktop_app.window.minutes.options import phrases_for
from desktop_app.window.minutes.refused import parted
from tests.services.office_steps import Office
from tests.shown import child, texts
from tests.views.minutes_desk import Desk, desk_at, settle
from tests.widgets.typing import ALT, CONTROL, SHIFT, press, type_text


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """A held meeting whose draft is empty."""
    meeting_id = office.held()
    made = desk_at(office, meeting_id, office.draft(meeting_id))
    yield made
    made.page.close()
    made.page.deleteLater()


def test_the_page_opens_where_the_writing_begins(desk: Desk) -> None:
    sheet = desk.page.sheet()
    assert sheet is not None
    assert desk.page.chosen()[0] == desk.items[1], "the report before it is written by itself"
    unreported = replace(sheet, blocks=sheet.blocks[1:])
    assert first_item(unreported) == desk.items[1], "an agenda without a report opens with its first item"


def test_enter_makes_a_clause_and_the_line_is_ready_for_the_next(desk: Desk) -> None:
    area = desk.body().new_clause.area
    area.setFocus()
    type_text(area, "گزارش شنیده شد.")
    press(area, Qt.Key.Key_Return)
    type_text(area, "دومین بند")
    press(area, Qt.Key.Key_Return)
    assert [clause.text for clause in desk.clauses()] == ["گزارش شنیده شد.", "دومین بند"]
    assert area.text() == ""
    assert area.hasFocus()
    assert desk.page.chosen() == (desk.items[1], desk.clauses()[1].id)
    assert all(changed & Changed.MINUTES for changed in desk.told)


def test_tab_takes_a_phrase_and_goes_on_to_its_gaps(desk: Desk) -> None:
    area = desk.body().new_clause.area
    area.setFocus()
    type_text(area, "مقرر شد")
    assert [row.phrase for row in desk.body().new_clause.card.rows] == list(words.PHRASES[:3])
    press(area, Qt.Key.Key_Tab)
    assert area.text() == words.PHRASES[0]
    assert area.textCursor().selectedText() == "[واحد]"
    type_text(area, "واحد ۱")
    press(area, Qt.Key.Key_Tab)
    assert area.textCursor().selectedText() == "[مهلت]"
    press(area, Qt.Key.Key_Return)
    assert desk.clauses() == [], "Enter goes to what is left to be filled in"
    assert area.textCursor().selectedText() == "…"


def test_arrows_choose_among_the_phrases(desk: Desk) -> None:
    area = desk.body().new_clause.area
    area.setFocus()
    type_text(area, "مقرر")
    press(area, Qt.Key.Key_Down)
    press(area, Qt.Key.Key_Tab)
    assert area.text() == words.PHRASES[1]


def test_a_line_that_rests_becomes_a_clause_with_the_caret_in_it(desk: Desk) -> None:
    area = desk.body().new_clause.area
    area.setFocus()
    type_text(area, "نیمهٔ جمله")
    area.moveCursor(QTextCursor.MoveOperation.PreviousCharacter)
    rest = child(area, QTimer, "rest")
    assert rest.isActive()
    assert rest.interval() == 2_000
    rest.timeout.emit()
    clause = desk.clauses()[0]
    card = desk.body().cards[clause.id].area
    assert clause.text == "نیمهٔ جمله"
    assert card.hasFocus()
    assert card.textCursor().position() == len("نیمهٔ جمله") - 1
    assert area.text() == ""


def test_turning_means_the_line_that_is_being_typed_and_not_the_clause_before_it(desk: Desk) -> None:
    area = desk.body().new_clause.area
    area.setFocus()
    type_text(area, "گزارش شنیده شد.")
    press(area, Qt.Key.Key_Return)
    type_text(area, "تلفن ☎")
    desk.page.toggle_kind()
    assert [clause.kind for clause in desk.clauses()] == [ClauseKind.NOTE], "a refused line turns nothing"
    area.selectAll()
    type_text(area, "مقرر شد واحد برنامه بدهد.")
    desk.page.toggle_kind()
    first, second = desk.clauses()
    assert (first.kind, second.kind) == (ClauseKind.NOTE, ClauseKind.DECISION)
    assert second.text == "مقرر شد واحد برنامه بدهد."
    assert desk.page.chosen() == (desk.items[1], second.id)
    assert area.text() == ""


def test_a_changed_clause_is_saved_on_leaving_it(desk: Desk) -> None:
    made = desk.office.note(desk.version_id, desk.items[1], "متن نخست")
    desk.controller.reload(Changed.MINUTES)
    area = desk.body().cards[made].area
    area.go_to_end()
    type_text(area, " و دنباله")
    assert desk.clauses()[0].text == "متن نخست"
    desk.body().new_clause.area.setFocus()
    assert desk.clauses()[0].text == "متن نخست و دنباله"


def test_another_pages_change_does_not_take_what_is_being_typed(desk: Desk) -> None:
    made = desk.office.note(desk.version_id, desk.items[1], "متن")
    desk.controller.reload(Changed.MINUTES)
    area = desk.body().cards[made].area
    area.go_to_end()
    type_text(area, " تازه")
    desk.controller.reload(Changed.MEETINGS)
    assert area.text() == "متن تازه"
    assert area.textCursor().position() == len("متن تازه")


def test_what_is_refused_stays_says_why_and_is_asked_about(desk: Desk) -> None:
    area = desk.body().new_clause.area
    area.setFocus()
    type_text(area, "تلفن ☎")
    press(area, Qt.Key.Key_Return)
    assert desk.clauses() == []
    assert area.text() == "تلفن ☎"
    assert any("☎" in text for text in texts(desk.body().new_clause))
    desk.person.answer = "stay"
    assert desk.controller.may_leave() is False
    area.selectAll()
    type_text(area, "تلفن")
    press(area, Qt.Key.Key_Return)
    assert [clause.text for clause in desk.clauses()] == ["تلفن"]
    assert desk.controller.may_leave() is True
    assert len(desk.person.asked) == 1


def test_a_refused_correction_that_is_taken_back_waits_no_more(desk: Desk) -> None:
    made = desk.office.note(desk.version_id, desk.items[1], "متن")
    desk.controller.reload(Changed.MINUTES)
    area = desk.body().cards[made].area
    area.go_to_end()
    type_text(area, "☎")
    area.settle()
    assert any("☎" in text for text in texts(desk.body().cards[made]))
    desk.person.answer = "stay"
    assert not desk.controller.may_leave()
    press(area, Qt.Key.Key_Backspace)
    area.settle()
    assert desk.controller.may_leave()
    assert len(desk.person.asked) == 1
    assert not any("☎" in text for text in texts(desk.body().cards[made]))


def test_keys_turn_move_and_remove_a_clause_and_undo_brings_it_back(desk: Desk) -> None:
    first = desk.office.note(desk.version_id, desk.items[1], "یک")
    second = desk.office.note(desk.version_id, desk.items[1], "دو")
    desk.controller.reload(Changed.MINUTES)
    area = desk.body().cards[second].area
    area.setFocus()
    press(area, Qt.Key.Key_Up, held=ALT)
    assert [clause.id for clause in desk.clauses()] == [second, first]
    desk.page.toggle_kind()
    assert desk.clauses()[0].kind is ClauseKind.DECISION
    desk.page.toggle_kind()
    assert desk.clauses()[0].kind is ClauseKind.NOTE
    press(area, Qt.Key.Key_Delete, held=CONTROL | SHIFT)
    assert [clause.text for clause in desk.clauses()] == ["یک"]
    assert desk.band() == asking.CLAUSE_REMOVED
    desk.page.ui.band.action_button().click()
    assert [clause.text for clause in desk.clauses()] == ["دو", "یک"]
    assert desk.band() == ""


@pytest.mark.parametrize("piece", ["clause", "clause's grip", "said"])
def test_a_piece_that_goes_hands_the_keyboard_to_its_neighbour_and_has_it_when_it_is_back(
    desk: Desk, piece: str
) -> None:
    office, made, signals = desk.office, [], desk.page.signals
    for text in ("یک", "دو", "سه"):
        if piece == "said":
            signals.contribution_added.emit(desk.items[1], "شخص ۲", text)
            made.append(office.where("deliberations", minutes_version_id=desk.version_id)[-1].id)
        else:
            made.append(office.note(desk.version_id, desk.items[1], text))
    desk.controller.reload(Changed.MINUTES)
    body = desk.body()
    new = body.new_said if piece == "said" else body.new_clause
    for gone, near in ((1, 2), (2, 0), (0, None)):
        one = (body.lines if piece == "said" else body.cards)[made[gone]]
        (one.grip if piece == "clause's grip" else one.area).setFocus()
        # as its menu does
        (signals.contribution_removed if piece == "said" else signals.clause_removed).emit(made[gone])
        settle()
        pieces = body.lines if piece == "said" else body.cards
        assert made[gone] not in pieces
        assert desk.page.window().focusWidget() is (new if near is None else pieces[made[near]]).area
    desk.controller.undo()
    settle()
    assert desk.page.window().focusWidget() is (body.lines if piece == "said" else body.cards)[made[0]].area


def test_control_and_delete_take_the_next_word_as_in_every_text(desk: Desk) -> None:
    made = desk.office.note(desk.version_id, desk.items[1], "گزارش ماه بررسی شد.")
    desk.controller.reload(Changed.MINUTES)
    said = desk.body().new_said.area
    said.setFocus()
    type_text(said, "شخص ۲ — فرصت")
    for area in (desk.body().cards[made].area, said):
        area.setFocus()
        area.moveCursor(QTextCursor.MoveOperation.Start)
        before = area.text()
        press(area, Qt.Key.Key_Delete, held=CONTROL)
        assert area.text() == before.partition(" ")[2]
        assert len(desk.clauses()) == 1


def test_what_was_said_is_one_piece_with_a_name(desk: Desk) -> None:
    area = desk.body().new_said.area
    area.setFocus()
    type_text(area, "شخص ۲ - فرصت می‌خواهیم.")
    assert area.text() == "شخص ۲ — فرصت می‌خواهیم.", "a typed dash after a name becomes the long one"
    press(area, Qt.Key.Key_Return)
    said = desk.office.where("deliberations", minutes_version_id=desk.version_id)[0]
    assert (said.speaker, said.text) == ("شخص ۲", "فرصت می‌خواهیم.")
    line = desk.body().lines[said.id].area
    line.go_to_end()
    type_text(line, " همین.")
    line.settle()
    assert desk.office.get("deliberations", said.id).text == "فرصت می‌خواهیم. همین."


def test_a_name_is_offered_from_those_who_were_there(desk: Desk) -> None:
    area = desk.body().new_said.area
    area.setFocus()
    type_text(area, "شخص 3")
    assert [row.phrase for row in desk.body().new_said.card.rows] == ["شخص 3" + words.DASH]
    press(area, Qt.Key.Key_Tab)
    assert area.text() == "شخص 3 — "


def test_a_piece_emptied_by_backspace_goes(desk: Desk) -> None:
    said = desk.office.say(desk.version_id, desk.items[1], "یک", "")
    desk.controller.reload(Changed.MINUTES)
    area = desk.body().lines[said].area
    area.go_to_end()
    for _ in range(3):
        press(area, Qt.Key.Key_Backspace)
    settle()
    assert desk.office.where("deliberations", minutes_version_id=desk.version_id) in ([], ())


LONG = "مهلت مصوبهٔ پیشین تا پایان ماه تمدید می‌شود و همهٔ واحدها برنامهٔ خود را در دبیرخانه ثبت می‌کنند. " * 3


@pytest.mark.parametrize("width", [1216, 1000, 900])
def test_no_line_of_a_clause_is_cut_or_covered_at_any_width(desk: Desk, width: int) -> None:
    made = desk.office.decide(desk.version_id, desk.items[1], LONG)
    desk.controller.reload(Changed.MINUTES)
    desk.body()
    desk.page.resize(width, 692)
    settle()
    card = desk.body().cards[made]
    assert card.area.height() >= card.area.document().size().height()
    parts = [card.area, child(card, Rule), child(card, FactsLine)]
    bottoms = [part.mapTo(card, part.rect().bottomLeft()).y() for part in parts]
    tops = [part.mapTo(card, part.rect().topLeft()).y() for part in parts]
    assert all(bottom < top for bottom, top in zip(bottoms, tops[1:], strict=False))
    assert bottoms[-1] < card.height()


def test_the_page_follows_the_caret_and_shows_the_phrases(desk: Desk) -> None:
    for place in range(14):
        desk.office.note(desk.version_id, desk.items[1], f"بند {place}")
    desk.controller.reload(Changed.MINUTES)
    desk.page.resize(1216, 500)
    settle()
    area = desk.body().new_clause.area
    area.setFocus()
    type_text(area, "مقرر شد")
    settle()
    paper = desk.page.paper.viewport()
    card = desk.body().new_clause.card
    assert paper.rect().contains(card.mapTo(paper, card.rect().bottomLeft()))
    desk.body().cards[desk.clauses()[0].id].area.go_to_end()
    settle()
    first = desk.body().cards[desk.clauses()[0].id]
    assert paper.rect().contains(first.mapTo(paper, first.rect().center()))


def test_a_narrow_page_folds_the_inspector_into_a_drawer(desk: Desk) -> None:
    desk.page.resize(900, 692)
    settle()
    assert desk.page.drawer.is_narrow()
    assert not desk.page.drawer.is_open()
    desk.page.ui.side.click()
    assert desk.page.drawer.is_open()
    desk.page.resize(1216, 692)
    settle()
    assert not desk.page.drawer.is_narrow()
    assert desk.page.drawer.is_open()
    assert not desk.page.ui.side.isVisibleTo(desk.page)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ناهید — گفت", ("ناهید", "گفت")),
        ("بی‌نام", ("", "بی‌نام")),
        ("ناهید — از ۲ — ۳", ("ناهید", "از ۲ — ۳")),
        ("ناهید —", ("ناهید", "")),
    ],
)
def test_a_line_is_parted_at_its_first_long_dash(text: str, expected: tuple[str, str]) -> None:
    assert parted(text) == expected


def test_phrases_are_found_in_any_spelling() -> None:
    assert phrases_for("مقرر شد دبيرخانه", words.PHRASES) == [words.PHRASES[2]]
    assert phrases_for("نیست", words.PHRASES) == []

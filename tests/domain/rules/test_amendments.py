"""The difference of two minutes: every change is named, nothing else is, and the words of both sides can be read."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from desktop_app.domain.documents.amendment_lines import ChangeLine, ChangeMark, ChangePiece
from desktop_app.domain.documents.documents import DeadlineLine, GuestLine, MinutesDocument
from desktop_app.domain.rules.amendments import differences, word_pieces
from tests.printing.sample_documents import RICH

FIRST, SECOND, *_ = RICH.resolutions


def side(pieces: tuple[ChangePiece, ...], gone: ChangeMark) -> str:
    """The text without the words of one mark."""
    return " ".join(piece.text for piece in pieces if piece.mark != gone)


def only(after: MinutesDocument, before: MinutesDocument = RICH) -> ChangeLine:
    found = differences(before, after)
    assert len(found) == 1, found
    return found[0]


def test_equal_minutes_do_not_differ() -> None:
    assert differences(RICH, RICH) == ()


def test_a_word_that_changed_stands_between_those_that_stayed() -> None:
    pieces = word_pieces("گزارش در پایان هر ماه", "گزارش در پایان هر فصل")
    assert pieces == (
        ChangePiece(mark="same", text="گزارش در پایان هر"),
        ChangePiece(mark="removed", text="ماه"),
        ChangePiece(mark="added", text="فصل"),
    )


def test_both_texts_can_be_read_back_from_the_pieces() -> None:
    chance = random.Random(7)
    words = [f"واژه{number}" for number in range(9)]
    for _ in range(300):
        before = " ".join(chance.choices(words, k=chance.randrange(12)))
        after = " ".join(chance.choices(words, k=chance.randrange(12)))
        pieces = word_pieces(before, after)
        assert side(pieces, ChangeMark.ADDED) == before
        assert side(pieces, ChangeMark.REMOVED) == after
        assert all(piece.text for piece in pieces)
        assert all(one.mark != other.mark for one, other in pairwise(pieces))


def test_texts_with_next_to_nothing_in_common_are_replaced() -> None:
    pieces = word_pieces("یک دو سه چهار پنج شش هفت هشت", "نه ده سه یازده دوازده سیزده چهارده پانزده")
    assert [piece.mark for piece in pieces] == ["removed", "added"]


def test_a_text_of_a_hundred_thousand_words_is_compared_in_bounded_time() -> None:
    chance = random.Random(3)
    before = " ".join(str(chance.randrange(500)) for _ in range(100_000))
    after = "آغاز " + before[: len(before) // 2] + " میانه " + before[len(before) // 2 :] + " پایان"
    pieces = word_pieces(before, after)
    assert side(pieces, ChangeMark.REMOVED).split() == after.split()


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "referral"), ("axis", "۲"), ("executor", "واحد دیگر"), ("owner", "ناهید"), ("adoption", "majority"),
     ("reservation", "با شرط"), ("upstream", "سند")],
)  # fmt: skip
def test_each_fact_of_a_resolution_is_compared(field: str, value: str) -> None:
    facts: dict[str, Any] = {field: value}
    changed = replace(FIRST, **facts)
    line = only(replace(RICH, resolutions=(changed, *RICH.resolutions[1:])))
    assert (line.part, line.name, line.field) == ("resolution", FIRST.number, field)
    assert side(line.pieces, ChangeMark.REMOVED) == value


def test_a_deadline_is_compared_as_it_was_agreed() -> None:
    later = replace(SECOND, deadline=replace(SECOND.deadline, due="2023-03-20"))
    assert differences(RICH, replace(RICH, resolutions=(FIRST, later, *RICH.resolutions[2:]))) == ()
    other = replace(SECOND, deadline=DeadlineLine(kind="day", due="2023-03-20"))
    line = only(replace(RICH, resolutions=(FIRST, other, *RICH.resolutions[2:])))
    assert line.field == "deadline"
    assert line.before[0] == "relative"
    assert line.after[:2] == ("day", "2023-03-20")


def test_units_that_cooperate_and_votes_are_compared() -> None:
    changed = replace(FIRST, cooperating=("واحد دیگر",), votes_for=5, votes_against=2)
    found = differences(RICH, replace(RICH, resolutions=(changed, *RICH.resolutions[1:])))
    assert [line.field for line in found] == ["cooperating", "votes"]
    assert [piece.mark for piece in found[0].pieces] == ["removed", "added"]
    assert found[1].pieces[0].text == "5/2"


def test_resolutions_that_went_and_came_are_named() -> None:
    fresh = replace(FIRST, number="", text="مصوبهٔ تازه")
    found = differences(RICH, replace(RICH, resolutions=(*RICH.resolutions[1:], fresh)))
    assert [(line.name, line.field, line.pieces[0].mark) for line in found] == [
        (FIRST.number, "", "removed"),
        ("", "", "added"),
    ]


def test_talk_and_notes_are_compared_under_their_item() -> None:
    item = RICH.agenda[1]
    spoken = replace(item, talk=(item.talk[0],), notes=("فهرست روستاها پیوست نیست.",))
    found = differences(RICH, replace(RICH, agenda=(RICH.agenda[0], spoken, *RICH.agenda[2:])))
    assert [(line.part, line.name) for line in found] == [("talk", item.title), ("note", item.title)]
    assert {piece.mark for piece in found[0].pieces} == {"removed"}


def test_items_of_one_title_are_told_apart() -> None:
    said = [replace(RICH.agenda[1], title="سایر موارد", talk=((name, name),)) for name in ("ناهید", "پگاه")]
    before = replace(RICH, agenda=tuple(said))
    changed = replace(said[0], talk=(("ناهید", "ناهید افزود"),))
    line = only(replace(RICH, agenda=(changed, said[1])), before)
    assert (line.part, line.name) == ("talk", "سایر موارد")
    assert side(line.pieces, ChangeMark.REMOVED) == "ناهید — ناهید افزود"


def test_a_closing_sentence_in_the_place_of_the_usual_one_carries_both_with_their_times() -> None:
    before = replace(RICH, closing="", meeting=replace(RICH.meeting, ended_at="12:30"))
    own = replace(before, closing="جلسه پایان یافت.")
    line = only(own, before)
    assert (line.field, line.pieces) == ("closing", ())
    assert (line.before, line.after) == (("", "12:30"), ("جلسه پایان یافت.", "12:30"))
    assert only(before, own).after == ("", "12:30")


def test_attendance_meeting_lists_and_ending_are_compared() -> None:
    seat = replace(RICH.attendance[0], state="excused")
    after = replace(
        RICH,
        meeting=replace(RICH.meeting, ended_at="12:45"),
        attendance=(seat, *RICH.attendance[1:-1]),
        guests=(*RICH.guests, GuestLine(name="مهمان", post="کارشناس")),
        signers=RICH.signers[:-1],
        attachments=(),
        next_day="2023-03-06",
        kept_at="بایگانی راکد",
    )
    found = differences(RICH, after)
    assert [(line.part, line.field) for line in found] == [
        ("meeting", "ended_at"),
        ("attendance", "state"),
        ("attendance", ""),
        ("guests", ""),
        ("next_meeting", "next_day"),
        ("ending", "kept_at"),
        ("signers", ""),
        ("attachments", ""),
    ]


def test_what_the_program_computes_is_no_change() -> None:
    after = replace(RICH, follow_up=(), quorum=replace(RICH.quorum, present=3), version=2)
    assert differences(RICH, after) == ()

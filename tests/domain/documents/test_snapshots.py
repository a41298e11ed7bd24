"""Frozen documents: canonical JSON, its hash and code, and the way back from a snapshot."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from desktop_app.domain.documents.amendment_lines import Amends, ChangeLine, ChangePiece
from desktop_app.domain.documents.documents import (
    AgendaLine,
    AttendanceLine,
    DeadlineLine,
    FollowUpLine,
    GuestLine,
    LetterDocument,
    Letterhead,
    MeetingFacts,
    MinutesDocument,
    PartyLine,
    QuorumLine,
    ResolutionLine,
    SignerLine,
)
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, minutes_from_json, paper_code

MINUTES = MinutesDocument(
    fonts=(("Vazirmatn-Regular", "ab" * 32),),
    committee="کمیتهٔ مشترک",
    letterhead=Letterhead(parties=("الف", "ب"), invocation="بسمه تعالی"),
    parties=(PartyLine(name="استانداری", short_name="ا"), PartyLine(name="مرکز", short_name="م")),
    meeting=MeetingFacts(
        number=3,
        day="2023-01-30",
        began_at="10:00",
        ended_at="12:00",
        place="سالن",
        chair="بهمن",
        secretary="یاشار",
        kind="ordinary",
        previous_number=2,
        previous_day="2023-01-02",
    ),
    version=1,
    inquorate=False,
    attendance=(AttendanceLine(name="بهمن", post="رئیس", party=0, state="present"),),
    guests=(GuestLine(name="فرزاد", post="کارشناس"),),
    quorum=QuorumLine(met=True, present=5, filled=8, needed=5, parties=((3, 4), (2, 4))),
    agenda=(AgendaLine(title="بند", talk=(("نام", 'سخن با «گیومه» و "نقل"'),), notes=("یادداشت",)),),
    follow_up=(
        FollowUpLine(
            number="۱", text="م", executor="و", due="", state="blocked", percent=40, late=3, last_action="نامه"
        ),
    ),
    resolutions=(
        ResolutionLine(
            number="۱۴۰۱/۳/۱",
            text="متن",
            kind="decision",
            axis="۱",
            executor="واحد",
            cooperating=("واحد ۲",),
            all_units=False,
            owner="دبیر",
            deadline=DeadlineLine(kind="day", due="2023-06-20"),
            adoption="majority",
            votes_for=6,
            votes_against=None,
        ),
    ),
    signers=(SignerLine(name="بهمن", post="رئیس", party=0),),
    attachments=("فهرست",),
    copies_to=("استاندار", "مرکز"),
)


AMENDS = Amends(
    number=1,
    version=1,
    code="A" * 16,
    reason="مهلت نادرست بود",
    changes=(
        ChangeLine(
            part="resolution", name="۱۴۰۲/۵/۱", field="text", pieces=(ChangePiece(mark="removed", text="واژه"),)
        ),
        ChangeLine(part="resolution", name="۱۴۰۲/۵/۱", field="deadline", before=("day",), after=("none",)),
    ),
)


def test_a_snapshot_gives_the_same_document_back() -> None:
    assert minutes_from_json(canonical_json(MINUTES)) == MINUTES
    correction = dataclasses.replace(MINUTES, version=2, amends=AMENDS)
    assert minutes_from_json(canonical_json(correction)) == correction


def test_minutes_that_correct_nothing_say_nothing_of_it() -> None:
    """A paper that was frozen before corrections existed keeps its code."""
    assert "amends" not in canonical_json(MINUTES)


def test_canonical_json_is_utf8_with_sorted_keys_and_no_blanks() -> None:
    text = canonical_json(MINUTES)
    plain = json.loads(text)
    assert list(plain) == sorted(plain)
    assert text == json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert MINUTES.committee in text
    assert "\\u" not in text


def test_the_same_words_have_the_same_hash_whatever_their_order_of_keys() -> None:
    text = canonical_json(MINUTES)
    shuffled = json.loads(text, object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    again = json.dumps(shuffled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert content_hash(again) == content_hash(text)


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(MinutesDocument)])
def test_every_printed_fact_is_in_the_hash(field: str) -> None:
    value = getattr(MINUTES, field)
    other: Any = None
    if isinstance(value, bool):
        other = not value
    elif isinstance(value, int):
        other = value + 1
    elif isinstance(value, str):
        other = value + "."
    elif isinstance(value, tuple):
        other = value[:-1] if value else ("x",)
    elif field == "meeting":
        other = dataclasses.replace(MINUTES.meeting, place="جای دیگر")
    elif field == "quorum":
        other = dataclasses.replace(MINUTES.quorum, present=MINUTES.quorum.present - 1)
    elif field == "letterhead":
        other = dataclasses.replace(MINUTES.letterhead, invocation="")
    elif field == "amends":
        other = AMENDS
    changed = dataclasses.replace(MINUTES, **{field: other})
    assert content_hash(canonical_json(changed)) != content_hash(canonical_json(MINUTES))


def test_the_hash_is_sha256_of_the_text() -> None:
    assert content_hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_code_is_the_first_sixteen_letters_of_base32() -> None:
    assert paper_code("00" * 32) == "A" * 16
    assert paper_code("ff" * 32) == "7" * 16
    code = paper_code(content_hash("x"))
    assert len(code) == 16
    assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def test_a_letter_is_frozen_the_same_way() -> None:
    letter = LetterDocument(letterhead=Letterhead(parties=("الف",), invocation="ب"), paragraphs=("یک", "دو"))
    assert json.loads(canonical_json(letter))["paragraphs"] == ["یک", "دو"]

"""A file of several letters is answered as that: each is named, with how it stands in the register."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import ToldPaper, VerifiedPaper
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.verifying.verdicts import PaperStanding, Worth
from desktop_app.printing.wording.verified_words import told
from desktop_app.services.documents.documents import Paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.registers.sent_letters import register_letters, strike_letters
from desktop_app.services.verifying.verify_file import verify_files
from tests.services.office_steps import MONDAY, Office
from tests.services.verifying.papers import READING, corrected, final, made, printing_office, signed

S = PaperStanding


@pytest.fixture
def press(office: Office) -> Office:
    """An office that prints with the fonts of the program."""
    return printing_office(office)


def answered(office: Office, kind: PaperKind, paper: Paper[Any]) -> tuple[VerifiedPaper, ToldPaper, list[str]]:
    """What is found of the file of a paper, how it is told, and the lines of its letters."""
    found = verify_files(office.context, READING, [ChosenFile("a.pdf", content=made(kind, paper))])
    words = told(found)
    return found, words, [line for part in words.parts for line in part.lines if "نامه به " in line]


def extracts(office: Office) -> tuple[PaperOrder, Paper[Any]]:
    """Extracts of signed minutes, a letter to each unit."""
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=office.get("versions", signed(office)).meeting_id)
    return order, paper_of(office.context, order)


def reminders(office: Office) -> tuple[PaperOrder, Paper[Any]]:
    """Reminders of what was told long ago."""
    signed(office)
    for one in office.where("resolutions"):
        notify(office.context, one.id, Notice(day=MONDAY))
    office.clock.forward(days=60)
    order = PaperOrder(kind=PaperKind.REMINDER)
    return order, paper_of(office.context, order)


def test_extracts_that_were_saved_and_not_sent_yet_tell_what_the_minutes_say(press: Office) -> None:
    _order, paper = extracts(press)
    found, words, lines = answered(press, PaperKind.EXTRACT, paper)
    letters = paper.document.letters
    assert len(letters) > 1
    assert [(one.addressee, one.standing) for one in found.letters] == [
        (one.addressee.name, S.UNKEPT) for one in letters
    ]
    assert all(one.addressee.name in line for one, line in zip(letters, lines, strict=True))
    assert all("در دفتر ثبت نیست" in line for line in lines)
    assert words.worth is Worth.GOOD
    assert "همان است که در صورت‌جلسهٔ معتبر آمده است" in words.verdict
    assert "در دفتر ثبت نیست" in words.next_step


def test_extracts_of_minutes_that_lack_signatures_are_not_vouched_for(press: Office) -> None:
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=press.get("versions", final(press)).meeting_id)
    found, words, _lines = answered(press, PaperKind.EXTRACT, paper_of(press.context, order))
    assert (found.standing, words.worth) == (S.CITING, Worth.CAUTION)
    assert "همهٔ امضاهای آن ثبت نشده است" in words.verdict


def test_extracts_of_what_was_corrected_since_say_so(press: Office) -> None:
    _order, paper = extracts(press)
    (version,) = press.where("versions")
    corrected(press, version.id)
    _found, words, _lines = answered(press, PaperKind.EXTRACT, paper)
    assert (words.worth, words.verdict) == (
        Worth.CAUTION,
        "مصوبه‌ای که این برگه نقل کرده با صورت‌جلسهٔ معتبر یکی نیست",
    )


def test_letters_that_were_sent_are_each_named_with_their_rows(press: Office) -> None:
    order, paper = extracts(press)
    sent = register_letters(press.context, order, paper).papers
    found, words, lines = answered(press, PaperKind.EXTRACT, paper)
    rows = [press.get("outgoing_papers", one) for one in sent]
    assert [(one.addressee, one.row, one.year) for one in found.letters] == [
        (one.addressee, one.row, one.year) for one in rows
    ]
    assert len(lines) == len(sent) > 1
    assert words.worth is Worth.GOOD
    assert "در دفتر ثبت نیست" not in words.next_step


def test_of_reminders_those_that_were_taken_back_are_named(press: Office) -> None:
    """The register says why, and no page of a meeting does."""
    order, paper = reminders(press)
    sent = register_letters(press.context, order, paper).papers
    assert len(sent) > 1
    assert "همان است که فرستاده شد" in answered(press, PaperKind.REMINDER, paper)[1].verdict
    strike_letters(press.context, sent[1:2], "فرستاده نشد")
    found, words, lines = answered(press, PaperKind.REMINDER, paper)
    assert [one.standing for one in found.letters].count(S.STRUCK) == 1
    assert found.letters[1].standing is S.STRUCK
    assert "۱ نامه از" in words.verdict
    assert "صفحهٔ جلسه" not in words.next_step
    assert "دفتر صادره" in words.next_step
    assert ["پس گرفته شده" in line for line in lines].count(True) == 1
    told_of = " ".join(line for part in words.parts for line in part.lines)
    assert "نسخه‌ای از خود فایل در دفتر نیست" not in told_of
    assert "دفتر متن نامه را نگه داشته است" in told_of

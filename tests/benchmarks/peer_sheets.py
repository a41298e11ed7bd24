"""The generated minutes as plain sheets, so that every peer sets the same words in its own way.

A sheet is a list of blocks; a block is a list whose first member names it:
``head`` (right lines, middle, left lines), ``title``, ``subtitle``, ``section``, ``item``, ``text``, ``ranked`` (rank,
text), ``talk`` (name, said), ``facts`` (rows of label and value), ``table`` (widths in mm, rows; a cell has one or
two lines, the first row is the head) and ``signers`` (heads, rows).
"""

from __future__ import annotations

from typing import Any

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.printing.stationery.minutes_words import quorum_sentence, title_of
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day, digits

FOOTER = "دفتر صورت‌جلسات سال"
Sheet = list[list[Any]]


def sheet(document: MinutesDocument) -> Sheet:
    """One meeting."""
    parties = [party.name for party in document.parties]
    head = document.letterhead
    lines = [f"شماره: {head.number}", f"تاریخ: {day(head.day)}", f"پیوست: {head.attachment}"]
    return [
        ["head", parties, head.invocation, lines],
        ["title", title_of(document)],
        ["subtitle", words.parties(parties)],
        ["facts", _facts(document)],
        ["section", words.ATTENDANCE],
        ["table", [12, 37, 29, 20, 27, 45], _attendance(document)],
        ["text", quorum_sentence(document)],
        ["section", words.AGENDA],
        *(["ranked", f"{ordinal(at)}:", item.title] for at, item in enumerate(document.agenda, 1)),
        ["section", words.DELIBERATIONS],
        *_talk(document),
        ["section", words.RESOLUTIONS],
        ["table", [9, 19, 51, 11, 37, 22, 21], _resolutions(document)],
        ["text", words.closing(digits(document.meeting.ended_at))],
        ["section", words.SIGNATURES],
        ["signers", parties, _signers(document)],
    ]


def _facts(document: MinutesDocument) -> list[list[list[str]]]:
    meeting = document.meeting
    facts = [
        [words.MEETING_DAY, day(meeting.day)],
        [words.BEGAN, digits(meeting.began_at)],
        [words.ENDED, digits(meeting.ended_at or "12:30")],
        [words.PLACE, meeting.place],
        [words.CHAIR, meeting.chair],
        [words.SECRETARY, meeting.secretary],
        [words.KIND, "عادی"],
        [words.PREVIOUS, "–"],
    ]
    return [facts[:4], facts[4:]]


def _attendance(document: MinutesDocument) -> list[list[list[str]]]:
    heads = (words.ROW, words.NAME, words.POST, words.PARTY, words.STATE, words.LETTER)
    return [
        [[head] for head in heads],
        *(
            [
                [digits(row)],
                [line.name],
                [line.post],
                [document.parties[line.party].short_name],
                ["حاضر"],
                [words.letter(line.letter_number, day(line.letter_day))],
            ]
            for row, line in enumerate(document.attendance, 1)
        ),
    ]


def _talk(document: MinutesDocument) -> Sheet:
    found: Sheet = []
    for at, item in enumerate(document.agenda, 1):
        if item.talk:
            found.append(["item", words.agenda_heading(ordinal(at), item.title)])
            found += [["talk", words.speaker(name), said] for name, said in item.talk]
    return found


def _resolutions(document: MinutesDocument) -> list[list[list[str]]]:
    heads = (
        words.ROW, words.RESOLUTION_NUMBER, words.SUBJECT, words.AXIS, words.EXECUTORS, words.OWNER, words.DUE,
    )  # fmt: skip
    return [
        [[head] for head in heads],
        *(
            [
                [digits(row)],
                [line.number],
                [line.text, "تصمیم، به اتفاق آرا"],
                [line.axis],
                [line.executor],
                [line.owner],
                [day(line.deadline.due)],
            ]
            for row, line in enumerate(document.resolutions, 1)
        ),
    ]


def _signers(document: MinutesDocument) -> list[list[list[str]]]:
    lines = [[signer.name, signer.post] for signer in document.signers]
    return [lines[at : at + 2] for at in range(0, len(lines), 2)]

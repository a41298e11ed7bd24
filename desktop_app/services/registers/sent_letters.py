"""Letters printed for sending: each enters the outgoing register once, with its content.

Its row is of the day on which it is printed; the letter may bear an earlier day. A letter that is printed to be entered
bears the number that its row gets, and a day with it; one that is only looked at or saved bears the number of the row
that it has. One that is printed again with a typed number gives it to its row, where that has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.documents.documents import Imprint, LetterDocument, Letterhead, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, document_from_json
from desktop_app.domain.documents.unit_documents import ExtractDocument, ReminderDocument
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, LettersRegistered, Outcome
from desktop_app.domain.papers import Urgency, highest
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.text.json_text import read_object
from desktop_app.services.context import Context
from desktop_app.services.documents.letter_document import single_letters, with_days, with_numbers
from desktop_app.services.office.settings import logo_of
from desktop_app.services.paper_links import LINKED, link_paper
from desktop_app.services.reading import only_committee_id, parties_of, units_of
from desktop_app.services.registers.papers import NumbersToCome, enter_outgoing, give_number, strike_in
from desktop_app.services.versions.frozen_minutes import NO_DOCUMENT
from desktop_app.storage.store.work import Work


def kept_letter(context: Context, paper_id: int) -> tuple[PaperKind, Paper[Any]]:
    """Return a stored letter and its kind; raises ``RuleBroken("letter_falsified")`` for an altered one."""
    with context.read() as work:
        stored = work.outgoing_papers.get(paper_id)
        if not stored.document:
            raise RuleBroken("letter_made_elsewhere")
        if content_hash(stored.document) != stored.content_hash:
            raise RuleBroken("letter_falsified")
        kind, document = read_letter(stored.document)
        logo = logo_of(work, document.letterhead.logo)
        return kind, Paper(document, Imprint(sample=work.settings().sample, made_at=stored.at, logo=logo))


def read_letter(document: str) -> tuple[PaperKind, Any]:
    """Parse a letter from its text; raises ``RuleBroken("letter_falsified")`` for an unknown text."""
    try:
        kind = kind_of(document)
        return kind, document_from_json(DOCUMENTS[kind], document)
    except NO_DOCUMENT as error:
        raise RuleBroken("letter_falsified") from error


def kind_of(document: str) -> PaperKind:
    """Return the kind of a letter by its special parts; raises one of ``NO_DOCUMENT`` for another text."""
    parts = read_object(document)
    if "letterhead" not in parts and "letters" not in parts:
        raise ValueError("no letter")
    if "addressees" in parts:
        return PaperKind.INVITATION
    if "letters" not in parts:
        return PaperKind.LETTER
    return PaperKind.EXTRACT if "resolution" in parts["letters"][0] else PaperKind.REMINDER


def letter_day(paper: IncomingPaper | OutgoingPaper) -> date | None:
    """The date on the letter itself, if known; it may be earlier than the day of sending."""
    if isinstance(paper, IncomingPaper):
        return paper.day
    if not paper.document:
        return None
    try:
        day = str(read_object(paper.document)["letterhead"]["day"])
        return date.fromisoformat(day) if day else None
    except NO_DOCUMENT:
        # a letter that somebody changed is named where it is looked at
        return None


RecordOf = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Letter:
    """One letter of a paper: addressee, letterhead, own document, subject, and linked records."""

    addressee: str
    head: Letterhead
    document: Any
    subject: str
    about: tuple[RecordOf, ...]
    classification: str = ""


def numbered(
    context: Context, order: PaperOrder, paper: Paper[Any], *, entering: bool = False
) -> tuple[Paper[Any], int]:
    """Return the paper with a number in each letter, and how many letters have no register row.

    Where it is made for ``entering``, these bear the numbers that they will get by the pattern. A letter that gets its
    number so and bears no day gets that of its row: the office writes both by hand, or neither. Nothing is recorded.
    """
    if order.kind not in _LETTERS or paper.imprint.draft or not context.writable:
        return paper, 0
    today = context.clock.today()
    heads, rows = [], 0
    with context.read() as work:
        to_come = NumbersToCome(work) if entering else None
        for letter in _LETTERS[order.kind](context, work, paper.document, order):
            if not letter.addressee:
                heads.append(letter.head)
                continue
            row = _standing(work, letter, _day_of(letter.head, today))
            rows += row is None
            heads.append(_head(letter.head, row, to_come, today))
    document = with_numbers(order.kind, paper.document, [one.number for one in heads])
    return replace(paper, document=with_days(order.kind, document, [one.day for one in heads])), rows


def require_day_come(context: Context, order: PaperOrder) -> None:
    """Raise ``RuleBroken("letter_of_later_day")`` for letters with a future day."""
    if order.said.day is not None:
        _require_come(order.said.day, context.clock.today())


def register_letters(context: Context, order: PaperOrder, paper: Paper[Any]) -> LettersRegistered:
    """Enter printed letters in the register; those already there are not entered again.

    How each is sent is told later. What is no letter to anybody, or is marked as a draft, does not go out and enters
    nothing. Raises ``RuleBroken("letter_of_later_day")`` for letters that bear a day to come.
    """
    if order.kind not in _LETTERS or paper.imprint.draft:
        return LettersRegistered(changed=Changed.NOTHING)
    today = context.clock.today()
    with context.write() as work:
        made: list[OutgoingPaper] = []
        numbered: list[int] = []
        for letter in _LETTERS[order.kind](context, work, paper.document, order):
            day = _day_of(letter.head, today)
            _require_come(day, today)
            if not letter.addressee:
                continue
            stands = _standing(work, letter, day)
            if stands is None:
                made.append(_entered(work, context, letter, today))
            elif letter.head.number and not stands.number:
                give_number(work, context, stands, letter.head.number)
                numbered.append(stands.id)
        if not (made or numbered):
            return LettersRegistered(changed=Changed.NOTHING)
        return work.record(_registered(made, numbered))


def strike_letters(context: Context, paper_ids: Sequence[int], reason: str) -> Outcome:
    """Strike letters that were not sent after all, with the reason."""
    with context.write() as work:
        papers = work.outgoing_papers.where(id=tuple(paper_ids))
        for paper in [one for one in papers if one.struck_on is None] or papers:
            strike_in(work, context, paper, reason)
        return work.record(Outcome(changed=LINKED, id=paper_ids[-1]))


# ---- inside


def _require_come(day: date, today: date) -> None:
    if day > today:
        raise RuleBroken("letter_of_later_day", day=format_words(day))


def _entered(work: Work, context: Context, letter: _Letter, today: date) -> OutgoingPaper:
    """Enter a letter in the register with its links; return the new row."""
    entered = enter_outgoing(work, context, _paper(letter, today))
    for kind, record_id in letter.about:
        link_paper(work, entered, kind, record_id)
    return entered


def _registered(made: Sequence[OutgoingPaper], numbered: Sequence[int]) -> LettersRegistered:
    ids = tuple(one.id for one in made)
    return LettersRegistered(
        changed=LINKED if made else Changed.REGISTERS,
        id=(*ids, *numbered)[-1],
        papers=ids,
        rows=tuple(one.row for one in made),
        numbered=tuple(numbered),
    )


def _paper(letter: _Letter, day: date) -> OutgoingPaper:
    document = canonical_json(letter.document)
    return OutgoingPaper(
        number=letter.head.number,
        day=day,
        addressee=letter.addressee,
        subject=letter.subject,
        way=SendingWay.OTHER,
        classification=highest([letter.classification or letter.head.classification]),
        urgency=Urgency(letter.head.urgency),
        template=letter.document.template,
        document=document,
        content_hash=content_hash(document),
    )


def _head(head: Letterhead, row: OutgoingPaper | None, to_come: NumbersToCome | None, today: date) -> Letterhead:
    """Return the letterhead with the row's number and day, or the next number from ``to_come``."""
    if head.number:
        return head
    if row is not None:
        number, day = row.number, letter_day(row) or row.day
    else:
        number, day = to_come.next(today) if to_come is not None else "", today
    return replace(head, number=number, day=head.day or day.isoformat()) if number else head


def _day_of(head: Letterhead, today: date) -> date:
    return date.fromisoformat(head.day) if head.day else today


def _standing(work: Work, letter: _Letter, day: date) -> OutgoingPaper | None:
    """Return the register row of an equal letter: equal words and addressee, any number."""
    own = _words(canonical_json(letter.document))
    to_same = work.outgoing_papers.where(addressee=letter.addressee, struck_on=None)
    candidates = {one.id: one for one in to_same if (letter_day(one) or one.day) == day}
    tasks = [record_id for kind, record_id in letter.about if kind == "task"]
    if tasks:
        candidates |= {one.id: one for one in _letters_to(work, tasks) if one.struck_on is None}
    same_words = (one for one in candidates.values() if one.document and _words(one.document) == own)
    return next(same_words, None)


def _letters_to(work: Work, tasks: Sequence[int]) -> Iterator[OutgoingPaper]:
    """The outgoing papers about these tasks."""
    for uid in work.record_ids.uids("task", tasks).values():
        for link in work.paper_links.where(record_kind="task", record_uid=uid, removed_on=None):
            if link.outgoing_paper_id is not None:
                yield work.outgoing_papers.get(link.outgoing_paper_id)


_OF_SENDING: Final = ("number", "day", "typography", "earlier", "template")
"""What another printing of the same letter may say otherwise."""


def _words(document: str) -> object:
    """Return the content of a letter for comparison; None for a text that is not a letter."""
    try:
        return _without(read_object(document)) or None
    except RecursionError:
        return None


def _without(value: Any) -> Any:  # noqa: ANN401 - any part of a document
    if isinstance(value, list):
        return [_without(one) for one in value]
    if not isinstance(value, dict):
        return value
    left_out = _OF_SENDING if "parties" in value or "schema" in value or "letterhead" in value else ()
    return {name: _without(one) for name, one in value.items() if name not in left_out}


Letters = Callable[[Context, Work, Any, PaperOrder], Iterator[_Letter]]


def _each(kind: PaperKind, document: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - of several letters
    return zip(document.letters, single_letters(kind, document), strict=True)


def _extracts(context: Context, work: Work, document: ExtractDocument, order: PaperOrder) -> Iterator[_Letter]:
    resolutions = {one.number: one.id for one in work.resolutions.where(meeting_id=order.meeting_id)}
    for one, alone in _each(PaperKind.EXTRACT, document):
        resolution_id = resolutions[one.resolution.number]
        tasks = work.tasks.where(resolution_id=resolution_id)
        units = {unit.id: unit for unit in work.units.where(id=[task.unit_id for task in tasks])}
        own = [task.id for task in tasks if units[task.unit_id].name == one.addressee.name]
        yield _Letter(
            one.addressee.name,
            one.letterhead,
            alone,
            context.paper.subject(PaperKind.EXTRACT, alone),
            (("resolution", resolution_id), *(("task", task_id) for task_id in own)),
        )


def _reminders(context: Context, work: Work, document: ReminderDocument, _order: PaperOrder) -> Iterator[_Letter]:
    units = {one.name: one.id for one in units_of(work, only_committee_id(work))}
    for one, alone in _each(PaperKind.REMINDER, document):
        yield _Letter(
            one.addressee.name,
            alone.letterhead,
            alone,
            context.paper.subject(PaperKind.REMINDER, alone),
            (("unit", units[one.addressee.name]),) if one.addressee.name in units else (),
            one.own_class,
        )


def _letters(context: Context, work: Work, document: LetterDocument, order: PaperOrder) -> Iterator[_Letter]:
    if document.addressee is not None:
        subject = context.paper.subject(PaperKind.LETTER, document)
        name = document.addressee.name
        yield _Letter(name, document.letterhead, document, subject, _reached(work, name, order.record))


def _reached(work: Work, addressee: str, record: str) -> tuple[RecordOf, ...]:
    """Return the unit or the party, by the order, to which a free letter is addressed."""
    committee_id = only_committee_id(work)
    units = tuple(("unit", one.id) for one in units_of(work, committee_id) if one.name == addressee)
    parties = tuple(
        ("party", one.id)
        for one in parties_of(work, committee_id)
        if record == f"party:{one.id}" and addressee in (one.signatory, one.name)
    )
    return (*parties, *units)


_LETTERS: Final[Mapping[PaperKind, Letters]] = {
    PaperKind.EXTRACT: _extracts,
    PaperKind.REMINDER: _reminders,
    PaperKind.LETTER: _letters,
}
"""The letters that go out by being printed; invitations do so where their sending is recorded."""

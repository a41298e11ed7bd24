"""Acts on the registers (دفتر صادره و وارده): record, correct, number, note a delivery, strike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.numbering import Token, fill_pattern, tokens
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import (
    Delivery,
    IncomingPaper,
    OutgoingPaper,
    is_numbered,
    require_delivery_facts,
    require_incoming,
    require_not_struck,
    require_outgoing,
    require_receipt,
    require_striking,
    same_letter,
    with_delivery,
)
from desktop_app.domain.text.digits import latin_digits, record_number
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.files.owners import NewFile, link_files
from desktop_app.services.paper_links import LINKED, links_of_paper, require_no_request
from desktop_app.services.reading import only_committee_id, require_seen
from desktop_app.storage.store.work import Work

Paper = TypeVar("Paper", IncomingPaper, OutgoingPaper)


def record_incoming(
    context: Context, paper: IncomingPaper, files: Sequence[NewFile] = (), *, unnamed: str = ""
) -> Outcome:
    """Enter a paper as the next row of its year, with its files; ``unnamed`` as in :func:`attaching.attach`."""
    typed = _typed(context, paper, "number", "sender", "subject")
    require_incoming(typed, context.clock.today())
    with context.write() as work:
        _require_new(work, typed)
        year = year_of(typed.received_on)
        row = work.register_rows.last_row(year, outgoing=False) + 1
        made = work.incoming_papers.add(replace(typed, id=0, committee_id=only_committee_id(work), year=year, row=row))
        work.audit("recorded", "incoming_paper", made.id, at=context.clock.instant(), row=row, title=made.subject)
        changed = Changed.REGISTERS
        if files:
            record = RecordRef(FileOwner.INCOMING, made.id)
            changed |= link_files(context, work, record, files, unnamed=unnamed).changed
        return work.record(Outcome(changed=changed, id=made.id))


def correct_incoming(context: Context, paper: IncomingPaper, *, seen: IncomingPaper | None = None) -> Outcome:
    """Correct the typed facts of a paper; its row number stays."""
    typed = _typed(context, paper, "number", "sender", "subject")
    with context.write() as work:
        stored = work.incoming_papers.get(paper.id)
        require_seen("incoming_paper", stored, seen)
        changed = replace(
            typed,
            committee_id=stored.committee_id,
            year=stored.year,
            row=stored.row,
            struck_on=stored.struck_on,
            struck_reason=stored.struck_reason,
        )
        require_not_struck(stored)
        require_incoming_back(work, context, stored, changed)
        work.incoming_papers.update(changed)
        at = context.clock.instant()
        work.audit("changed", "incoming_paper", changed.id, at=at, **changes(stored, changed))
        return work.record(Outcome(changed=LINKED, id=changed.id))


def record_outgoing(context: Context, paper: OutgoingPaper) -> Outcome:
    """Enter a paper that was made outside the program."""
    typed = _typed(context, paper, "number", "addressee", "subject", "received_by")
    require_outgoing(typed, context.clock.today())
    require_receipt(typed, context.clock.today())
    with context.write() as work:
        made = enter_outgoing(work, context, typed)
        return work.record(Outcome(changed=Changed.REGISTERS, id=made.id))


def enter_outgoing(work: Work, context: Context, paper: OutgoingPaper) -> OutgoingPaper:
    """Enter a paper as the next row of its year, inside an act; without a typed number the pattern gives one."""
    year = year_of(paper.day)
    row = work.register_rows.last_row(year, outgoing=True) + 1
    made = work.outgoing_papers.add(
        replace(
            paper,
            id=0,
            committee_id=only_committee_id(work),
            year=year,
            row=row,
            number=paper.number or NumbersToCome(work).next(paper.day),
            at=context.clock.instant(),
            actor=work.actor(),
        )
    )
    work.audit("recorded", "outgoing_paper", made.id, at=made.at, row=row, number=made.number, title=made.subject)
    return made


def note_delivery(context: Context, paper: OutgoingPaper, *, seen: OutgoingPaper | None = None) -> Outcome:
    """Record the way, recipient, day and note of a delivery, and the number of a paper without one.

    The rest of it is as it went out.
    """
    typed = _typed(context, paper, "number", "received_by")
    with context.write() as work:
        stored = work.outgoing_papers.get(paper.id)
        require_seen("outgoing_paper", stored, seen)
        changed = replace(
            stored,
            number=stored.number or typed.number,
            way=typed.way,
            received_by=typed.received_by,
            received_on=typed.received_on,
            note=typed.note,
        )
        _note(work, context, stored, changed)
        return work.record(Outcome(changed=Changed.REGISTERS, id=changed.id))


def note_deliveries(context: Context, paper_ids: Sequence[int], delivery: Delivery) -> Outcome:
    """Record the delivery of several papers; facts noted before stay, struck papers are ignored."""
    delivery = replace(delivery, received_by=clean_text(context.paper, delivery.received_by, "received_by").strip())
    require_delivery_facts(delivery)
    with context.write() as work:
        papers = [one for one in work.outgoing_papers.where(id=tuple(paper_ids)) if one.struck_on is None]
        pairs = [(one, changed) for one in papers if (changed := with_delivery(one, delivery)) != one]
        if not pairs:
            raise RuleBroken("deliveries_told_already")
        for stored, changed in pairs:
            _note(work, context, stored, changed)
        return work.record(Outcome(changed=Changed.REGISTERS, id=pairs[-1][0].id))


def give_number(work: Work, context: Context, stored: OutgoingPaper, number: str) -> None:
    """Set the number of a paper that has none, inside an act."""
    changed = replace(stored, number=number)
    work.outgoing_papers.update(changed)
    work.audit(
        "numbered", "outgoing_paper", stored.id, at=context.clock.instant(), row=stored.row, **changes(stored, changed)
    )


def strike_paper(context: Context, paper_id: int, reason: str, *, outgoing: bool) -> Outcome:
    """Strike a paper in its register: the row stays, with the reason. An outgoing paper stays struck."""
    why = clean_text(context.paper, reason, "reason", multiline=True).strip()
    with context.write() as work:
        strike_in(work, context, paper_of(work, paper_id, outgoing=outgoing), why)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def strike_in(work: Work, context: Context, stored: IncomingPaper | OutgoingPaper, reason: str) -> None:
    """Strike a paper inside another act."""
    require_striking(stored, reason)
    today = context.clock.today()
    if isinstance(stored, OutgoingPaper):
        work.outgoing_papers.update(replace(stored, struck_on=today, struck_reason=reason))
    else:
        require_no_request(work, links_of_paper(work, stored))
        work.incoming_papers.update(replace(stored, struck_on=today, struck_reason=reason))
    work.audit("struck", stored.kind, stored.id, at=context.clock.instant(), reason=reason)


def paper_of(work: Work, paper_id: int, *, outgoing: bool) -> IncomingPaper | OutgoingPaper:
    """Return a paper of one of the registers."""
    return work.outgoing_papers.get(paper_id) if outgoing else work.incoming_papers.get(paper_id)


def incoming_not_struck(work: Work, paper_id: int) -> IncomingPaper:
    """Return an incoming paper; raises ``RuleBroken("paper_struck")`` for a struck one."""
    paper = work.incoming_papers.get(paper_id)
    require_not_struck(paper)
    return paper


def require_incoming_back(work: Work, context: Context, now: IncomingPaper | None, back: IncomingPaper | None) -> None:
    """Raise ``RuleBroken`` unless a paper may get these facts; its row is never removed."""
    if now is None or back is None:
        raise RuleBroken("record_kept", kind="incoming_paper")
    require_incoming(back, context.clock.today())
    if back.struck_on is None:
        _require_new(work, back)
    if year_of(back.received_on) != back.year:
        raise RuleBroken("paper_of_other_year", field="received_on", year=back.year)


def require_outgoing_back(_work: Work, context: Context, now: OutgoingPaper | None, back: OutgoingPaper | None) -> None:
    """Raise ``RuleBroken`` unless the delivery facts may return to these values."""
    assert now is not None, "a row of the register is never removed"
    require_not_struck(now)
    if back is not None:
        require_receipt(back, context.clock.today())


class NumbersToCome:
    """The next numbers by the office's pattern, one after the other; empty where numbers are typed.

    None is given twice, whatever was typed. A number takes that of no other row: where the pattern has no serial and
    its number was typed before, the paper is left without one, to be told later.
    """

    def __init__(self, work: Work) -> None:
        self._papers, self._rows = work.outgoing_papers, work.register_rows
        self._pattern = work.settings().outgoing_pattern
        self._serial = self._rows.last_serial() if self._pattern else 0
        self._row: dict[int, int] = {}
        self._given: set[str] = set()

    def next(self, day: date) -> str:
        """Return the number of one more paper of this day."""
        if not self._pattern:
            return ""
        year = year_of(day)
        row = self._row[year] = 1 + (self._row.get(year) or self._rows.last_row(year, outgoing=True))
        self._serial += 1
        serial = self._serial
        while True:
            number = fill_pattern(self._pattern, TOKEN_WORDS, {Token.YEAR: year, Token.ROW: row, Token.SERIAL: serial})
            if number not in self._given and not self._rows.has_number(number):
                self._given.add(number)
                return number
            if Token.SERIAL not in tokens(self._pattern, TOKEN_WORDS):
                return ""
            serial += 1

    def printed(self, day: date, number: str) -> str:
        """Count one more paper with this printed number; return the number, empty for none.

        Raises ``RuleBroken("printed_number_taken")`` where another letter got it since, or where it names another row.
        """
        found = self.next(day)
        if not number or number == found:
            return found
        same = (number, latin_digits(number))
        if Token.ROW in tokens(self._pattern, TOKEN_WORDS) or self._papers.where(number=same, struck_on=None):
            raise RuleBroken("printed_number_taken", field="number", number=record_number(number))
        self._given.add(number)
        return number


# ---- inside


def _typed(context: Context, paper: Paper, *lines: str) -> Paper:
    """Return the paper with cleaned lines and note."""
    told: dict[str, Any] = {name: clean_text(context.paper, getattr(paper, name), name).strip() for name in lines}
    return replace(paper, **told, note=clean_text(context.paper, paper.note, "note", multiline=True).strip())


def _require_new(work: Work, paper: IncomingPaper) -> None:
    """Raise ``RuleBroken("paper_registered_already")`` for a letter that is in another row already."""
    if not is_numbered(paper):
        return
    for other in work.incoming_papers.where(day=paper.day, struck_on=None):
        if other.id != paper.id and same_letter(paper, other):
            raise RuleBroken("paper_registered_already", field="number", year=other.year, row=other.row)


def _note(work: Work, context: Context, stored: OutgoingPaper, changed: OutgoingPaper) -> None:
    require_not_struck(stored)
    require_receipt(changed, context.clock.today())
    if changed.way is not stored.way and stored.way is not SendingWay.OTHER:
        _require_own_way(work, stored)
    work.outgoing_papers.update(changed)
    at = context.clock.instant()
    work.audit("receipt_noted", "outgoing_paper", changed.id, at=at, **changes(stored, changed))


def _require_own_way(work: Work, stored: OutgoingPaper) -> None:
    """Raise ``RuleBroken("way_of_invitation")``: the way of an invitation is in its sending record."""
    if work.paper_links.where(outgoing_paper_id=stored.id, record_kind="sent_invitation", removed_on=None):
        raise RuleBroken("way_of_invitation", field="way")

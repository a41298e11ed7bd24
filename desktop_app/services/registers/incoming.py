"""Acts on the register of incoming papers (دفتر وارده): record, correct, strike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.registered_papers import (
    IncomingPaper,
    is_numbered,
    require_incoming,
    require_standing,
    require_striking,
    same_letter,
)
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.documents.paper_capabilities import taken
from desktop_app.services.files.attaching import NewFile, link_files
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed, Work
from desktop_app.services.reading import the_committee
from desktop_app.services.registers.links import LINKED, links_of_paper, require_no_request
from desktop_app.services.stale_check import require_seen


def record_incoming(
    context: Context, paper: IncomingPaper, files: Sequence[NewFile] = (), *, unnamed: str = ""
) -> Outcome:
    """Enter a paper under the next number of its year, with its files; ``unnamed`` as in :func:`attaching.attach`."""
    typed = _typed(context, paper)
    require_incoming(typed, context.clock.today())
    with context.write() as work:
        _require_new(work, typed)
        year = year_of(typed.received_on)
        row = work.register_rows.last_row(year, outgoing=False) + 1
        made = work.incoming_papers.add(replace(typed, id=0, committee_id=the_committee(work), year=year, row=row))
        work.audit("recorded", "incoming_paper", made.id, at=context.clock.instant(), row=row, title=made.subject)
        changed = Changed.REGISTERS
        if files:
            record = RecordRef(FileOwner.INCOMING, made.id)
            changed |= link_files(context, work, record, files, unnamed=unnamed).changed
        return work.record(Outcome(changed=changed, id=made.id))


def correct_incoming(context: Context, paper: IncomingPaper, *, seen: IncomingPaper | None = None) -> Outcome:
    """Correct what was typed of a paper; its number in the register stays."""
    typed = _typed(context, paper)
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
        require_standing(stored)
        require_back(work, context, stored, changed)
        work.incoming_papers.update(changed)
        at = context.clock.instant()
        work.audit("changed", "incoming_paper", changed.id, at=at, **changes(stored, changed))
        return work.record(Outcome(changed=LINKED, id=changed.id))


def strike_incoming(context: Context, paper_id: int, reason: str) -> Outcome:
    """Strike a paper out of the register: its row stays, with the reason."""
    why = taken(context.paper, reason, "reason", multiline=True).strip()
    with context.write() as work:
        stored = work.incoming_papers.get(paper_id)
        require_striking(stored, why)
        require_no_request(work, links_of_paper(work, stored))
        work.incoming_papers.update(replace(stored, struck_on=context.clock.today(), struck_reason=why))
        work.audit("struck", "incoming_paper", paper_id, at=context.clock.instant(), reason=why)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def standing_paper(work: Work, paper_id: int) -> IncomingPaper:
    """A paper that was not struck, or ``RuleBroken("paper_struck")``."""
    paper = work.incoming_papers.get(paper_id)
    require_standing(paper)
    return paper


def require_back(work: Work, context: Context, now: IncomingPaper | None, back: IncomingPaper | None) -> None:
    """A paper may stand so, or stand so again; its row is never removed."""
    if now is None or back is None:
        raise RuleBroken("record_kept", kind="incoming_paper")
    require_incoming(back, context.clock.today())
    if back.struck_on is None:
        _require_new(work, back)
    if year_of(back.received_on) != back.year:
        raise RuleBroken("paper_of_other_year", field="received_on", year=back.year)


def _require_new(work: Work, paper: IncomingPaper) -> None:
    """Raise ``RuleBroken("paper_registered_already")`` for the very letter of a sender that stands in another row."""
    if not is_numbered(paper):
        return
    for other in work.incoming_papers.where(day=paper.day, struck_on=None):
        if other.id != paper.id and same_letter(paper, other):
            raise RuleBroken("paper_registered_already", field="number", year=other.year, row=other.row)


def _typed(context: Context, paper: IncomingPaper) -> IncomingPaper:
    def line(name: str) -> str:
        return taken(context.paper, getattr(paper, name), name).strip()

    note = taken(context.paper, paper.note, "note", multiline=True).strip()
    return replace(paper, number=line("number"), sender=line("sender"), subject=line("subject"), note=note)

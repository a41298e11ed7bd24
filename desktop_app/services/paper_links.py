"""Links of registered papers to records, in both directions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper, PaperLink
from desktop_app.domain.rules.requests import UNANSWERED
from desktop_app.services.context import Context
from desktop_app.storage.store.work import Work

LINKED = Changed.REGISTERS | Changed.TASKS | Changed.RESOLUTIONS | Changed.MEMBERS | Changed.MEETINGS
"""Pages on which papers stand beside the records that they are about."""


def link_paper(work: Work, paper: IncomingPaper | OutgoingPaper, kind: str, record_id: int) -> PaperLink:
    """Link a paper to a record; return the existing link if there is one."""
    uid = work.record_ids.uids(kind, [record_id]).get(record_id)
    if uid is None:
        raise RuleBroken("record_unknown", kind=kind, id=record_id)
    standing = work.paper_links.where(**_refers(paper), record_kind=kind, record_uid=uid, removed_on=None)
    if standing:
        return standing[0]
    came = paper.id if isinstance(paper, IncomingPaper) else None
    went = paper.id if isinstance(paper, OutgoingPaper) else None
    link = PaperLink(incoming_paper_id=came, outgoing_paper_id=went, record_kind=kind, record_uid=uid)
    made = work.paper_links.add(link)
    work.audit("linked", paper.kind, paper.id, record=kind, record_id=record_id)
    return made


def unlink_paper(work: Work, context: Context, link: PaperLink) -> None:
    """Remove the link of a paper to a record."""
    work.paper_links.update(replace(link, removed_on=context.clock.today()))
    subject = (IncomingPaper if link.outgoing_paper_id is None else OutgoingPaper).kind
    paper_id = link.outgoing_paper_id or link.incoming_paper_id or 0
    record_id = work.record_ids.id_of(link.record_kind, link.record_uid)
    work.audit("unlinked", subject, paper_id, record=link.record_kind, record_id=record_id)


def unlink_links(work: Work, context: Context, links: Sequence[PaperLink]) -> None:
    """Remove several links; already removed ones are ignored."""
    for link in work.paper_links.where(id=[one.id for one in links], removed_on=None) if links else ():
        unlink_paper(work, context, link)


def remove_link(context: Context, link_id: int) -> Outcome:
    """Remove a link as an act of its own."""
    with context.write() as work:
        link = work.paper_links.get(link_id)
        if link.removed_on is None:
            require_no_request(work, [link])
            unlink_paper(work, context, link)
        return work.record(Outcome(changed=LINKED, id=link_id))


def require_no_request(work: Work, links: Sequence[PaperLink]) -> None:
    """Raise ``RuleBroken("paper_request_waits")``: a waiting request needs its letter for the answer."""
    for link in links:
        if link.record_kind == "request":
            request = work.requests.get(work.record_ids.id_of(link.record_kind, link.record_uid))
            if request.state in UNANSWERED:
                raise RuleBroken("paper_request_waits")


def require_back(work: Work, _context: Context, now: PaperLink | None, back: PaperLink | None) -> None:
    """Raise ``RuleBroken`` unless a link can be restored: no other one links paper and record."""
    if now is None or back is None:
        raise RuleBroken("record_kept", kind="paper_link")
    refers = {"incoming_paper_id": now.incoming_paper_id, "outgoing_paper_id": now.outgoing_paper_id}
    same = work.paper_links.where(**refers, record_uid=now.record_uid, removed_on=None)
    if back.removed_on is None and any(one.id != now.id for one in same):
        raise RuleBroken("act_overtaken", kind="paper_link", id=now.id)


def links_of_paper(work: Work, paper: IncomingPaper | OutgoingPaper) -> tuple[PaperLink, ...]:
    """The present links of a paper."""
    return work.paper_links.where(**_refers(paper), removed_on=None)


def papers_of(work: Work, kind: str, record_id: int) -> tuple[PaperRef, ...]:
    """The papers about a record, newest first, without struck ones."""
    return work.register_rows.about(kind, [record_id]).get(record_id, ())


def _refers(paper: IncomingPaper | OutgoingPaper) -> dict[str, int]:
    return {f"{paper.kind}_id": paper.id}

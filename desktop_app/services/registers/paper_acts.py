"""Acts that a paper causes, each recorded together with the link of the paper to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.members_sheet import NominationDraft
from desktop_app.domain.rules.registered_papers import PaperLink, require_standing
from desktop_app.domain.rules.requests import RequestState
from desktop_app.domain.rules.task_acts import TaskEntry
from desktop_app.domain.rules.tasks import TaskAct
from desktop_app.services.context import Context
from desktop_app.services.follow_up import task_acts
from desktop_app.services.members import nominations
from desktop_app.services.outcome import Outcome
from desktop_app.services.registers.incoming import standing_paper
from desktop_app.services.registers.links import LINKED, link_paper, unlink_links
from desktop_app.services.registers.requests import answer_in, ask_extension


def report_from_paper(context: Context, paper_id: int, task_id: int, entry: TaskEntry) -> Outcome:
    """The paper tells how far a unit is: the news go into the history of its task."""
    _require_record(task_id)
    with context.write() as work:
        paper = standing_paper(work, paper_id)
        done = task_acts.enter(work, context, task_id, entry)
        link_paper(work, paper, "task", task_id)
        at = context.clock.instant()
        work.audit("task_documented", "task", task_id, at=at, entry=done, incoming_paper_id=paper_id)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def take_report_back(
    context: Context, paper_id: int, task_id: int, done: TaskAct, links: Sequence[PaperLink]
) -> Outcome:
    """The news were not so: the act of the task is taken back, and the ``links`` that came with it are taken off."""
    with context.write() as work:
        task_acts.take_back_in(work, context, task_id, done)
        unlink_links(work, context, links)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def extension_from_paper(
    context: Context, paper_id: int, task_id: int, wanted_due: date | None, text: str, *, title: str
) -> Outcome:
    """The paper asks for another deadline: the request waits for the committee, and stands beside its resolution."""
    _require_record(task_id)
    with context.write() as work:
        paper = standing_paper(work, paper_id)
        request = ask_extension(work, context, task_id, wanted_due, text, title=title, asked_on=paper.received_on)
        link_paper(work, paper, "request", request.id)
        link_paper(work, paper, "task", task_id)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def take_extension_back(context: Context, paper_id: int, request_id: int, links: Sequence[PaperLink]) -> Outcome:
    """Nobody asked: the request is withdrawn, and the ``links`` that came with it are taken off."""
    with context.write() as work:
        answer_in(work, context, request_id, RequestState.WITHDRAWN)
        unlink_links(work, context, links)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def links_made(made: Outcome) -> tuple[PaperLink, ...]:
    """The links that came with an act; one that stood before is of another and stays when the act is taken back."""
    return tuple(row.after for row in made.written if row.before is None and isinstance(row.after, PaperLink))


def nomination_from_paper(context: Context, paper_id: int, draft: NominationDraft) -> Outcome:
    """The paper names somebody for a seat."""
    _require_record(draft.nomination.seat_id)
    with context.write() as work:
        paper = standing_paper(work, paper_id)
        made = nominations.enter(work, context, draft)
        link_paper(work, paper, "nomination", made.id)
        return work.record(Outcome(changed=LINKED | nominations.NOMINATED, id=paper_id))


def link_record(context: Context, paper_id: int, kind: str, record_id: int) -> Outcome:
    """The paper is about a record that is there already."""
    _require_record(record_id)
    with context.write() as work:
        link_paper(work, standing_paper(work, paper_id), kind, record_id)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def link_outgoing(context: Context, paper_id: int, kind: str, record_id: int) -> Outcome:
    """The same of a paper that went out."""
    _require_record(record_id)
    with context.write() as work:
        paper = work.outgoing_papers.get(paper_id)
        require_standing(paper)
        link_paper(work, paper, kind, record_id)
        return work.record(Outcome(changed=LINKED, id=paper_id))


# ---- inside


def _require_record(record_id: int) -> None:
    if not record_id:
        raise RuleBroken("paper_act_without_record", field="record")

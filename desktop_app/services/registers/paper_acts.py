"""Acts that a paper causes, each recorded together with the link of the paper to it."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.members_sheet import NominationDraft
from desktop_app.domain.rules.registered_papers import PaperLink, require_standing
from desktop_app.domain.rules.requests import Request, RequestState
from desktop_app.domain.rules.task_acts import TaskEntry
from desktop_app.domain.rules.tasks import TaskAct
from desktop_app.services.context import Context
from desktop_app.services.follow_up import task_acts
from desktop_app.services.members import nominations
from desktop_app.services.registers.links import LINKED, link_paper, unlink_links
from desktop_app.services.registers.papers import paper_of, standing_paper
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


def nomination_from_paper(context: Context, paper_id: int, draft: NominationDraft) -> Outcome:
    """The paper names somebody for a seat."""
    _require_record(draft.nomination.seat_id)
    with context.write() as work:
        paper = standing_paper(work, paper_id)
        made = nominations.enter(work, context, draft)
        link_paper(work, paper, "nomination", made.id)
        return work.record(Outcome(changed=LINKED | nominations.NOMINATED, id=paper_id))


def link_record(context: Context, paper_id: int, kind: str, record_id: int, *, outgoing: bool = False) -> Outcome:
    """The paper is about a record that is there already."""
    _require_record(record_id)
    with context.write() as work:
        paper = paper_of(work, paper_id, outgoing=outgoing)
        require_standing(paper)
        link_paper(work, paper, kind, record_id)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def take_back(context: Context, made: Outcome) -> Outcome:
    """What an act of a paper entered was not so: news are taken back, a request is withdrawn, its links are taken off.

    A link that stood before the act is of another one and stays.
    """
    with context.write() as work:
        for one in [row.after for row in made.written if row.before is None]:
            if isinstance(one, TaskAct):
                task_acts.take_back_in(work, context, one.task_id, one)
            elif isinstance(one, Request):
                answer_in(work, context, one.id, RequestState.WITHDRAWN)
        links = [row.after for row in made.written if row.before is None and isinstance(row.after, PaperLink)]
        unlink_links(work, context, links)
        return work.record(Outcome(changed=LINKED, id=made.id))


# ---- inside


def _require_record(record_id: int) -> None:
    if not record_id:
        raise RuleBroken("paper_act_without_record", field="record")

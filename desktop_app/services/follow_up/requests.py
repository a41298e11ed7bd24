"""Requests of units for another deadline (درخواست تمدید): asked, put on an agenda, answered, withdrawn.

The deadline is another act.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.requests import (
    UNANSWERED,
    Request,
    RequestKind,
    RequestState,
    answered,
    require_extension,
    without_answer,
)
from desktop_app.domain.rules.tasks import Task
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.follow_up.task_acts import newest_deadline, require_live, task_file
from desktop_app.services.paper_links import LINKED
from desktop_app.services.reading import only_committee_id
from desktop_app.storage.store.work import Work


def ask_extension(
    work: Work, context: Context, task_id: int, wanted_due: date | None, text: str, *, title: str, asked_on: date
) -> Request:
    """Record a unit's request for another deadline, inside an act."""
    why = clean_text(context.paper, text, "text", multiline=True).strip()
    file = task_file(work, task_id)
    require_live(file)
    task: Task = file.task
    request = Request(
        committee_id=only_committee_id(work),
        kind=RequestKind.EXTENSION,
        title=title,
        text=why,
        asked_on=asked_on,
        unit_id=task.unit_id,
        resolution_id=task.resolution_id,
        wanted_due=wanted_due,
    )
    require_extension(request, task.due or newest_deadline(work, file.resolution), context.clock.today())
    waiting = work.requests.where(resolution_id=task.resolution_id, unit_id=task.unit_id, state=sorted(UNANSWERED))
    if waiting:
        raise RuleBroken("request_waits_already", field="record")
    made = work.requests.add(request)
    at = context.clock.instant()
    work.audit("asked", "request", made.id, at=at, title=made.title, wanted_due=wanted_due, text=why)
    return made


def answer_request(context: Context, request_id: int, state: RequestState, answer: str = "") -> Outcome:
    """Record the answer to a request, or its withdrawal."""
    with context.write() as work:
        answer_in(work, context, request_id, state, answer)
        return work.record(Outcome(changed=LINKED, id=request_id))


def answer_in(
    work: Work, context: Context, request_id: int, state: RequestState, answer: str = "", *, at: str = ""
) -> None:
    """Answer a request inside an act; ``at`` is the act's instant if it has one."""
    stored = work.requests.get(request_id)
    words = clean_text(context.paper, answer, "answer", multiline=True).strip()
    changed = answered(stored, state, context.clock.today(), words)
    work.requests.update(changed)
    work.audit("answered", "request", request_id, at=at or context.clock.instant(), **changes(stored, changed))


def grant_in(work: Work, context: Context, resolution_id: int, request_ids: Sequence[int], *, at: str) -> Changed:
    """Mark requests as granted by an extension, inside the act that extends."""
    for request_id in request_ids:
        if work.requests.get(request_id).resolution_id != resolution_id:
            raise RuleBroken("request_of_other_resolution", field="requests")
        answer_in(work, context, request_id, RequestState.ACCEPTED, at=at)
    return LINKED if request_ids else Changed.NOTHING


def wait_again_in(work: Work, context: Context, resolution_id: int, *, granted_at: str) -> Changed:
    """Reopen the requests that an extension answered, inside the act that undoes it."""
    found = Changed.NOTHING
    for stored in work.requests.where(resolution_id=resolution_id, state=RequestState.ACCEPTED):
        told = work.entries("answered", "request", stored.id)
        if told and told[-1]["at"] == granted_at:
            changed = without_answer(stored)
            work.requests.update(changed)
            at = context.clock.instant()
            work.audit("answer_taken_back", "request", stored.id, at=at, **changes(stored, changed))
            found = LINKED
    return found


def require_back(_work: Work, _context: Context, now: Request | None, back: Request | None) -> None:
    """Raise ``RuleBroken`` unless only an answer is undone; the request itself stays."""
    if now is None or back is None:
        raise RuleBroken("record_kept", kind="request")


def open_requests(work: Work, resolution_id: int) -> tuple[Request, ...]:
    """The unanswered requests about a resolution."""
    return work.requests.where(resolution_id=resolution_id, state=sorted(UNANSWERED))

"""Page of one registered paper, its list, its possible links, and the acts that it causes.

Such an act is recorded together with the link of the paper to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import ListQuery, TaskRow, TaskView, paper_of_line
from desktop_app.domain.read_models.members_sheet import NominationDraft
from desktop_app.domain.read_models.paper_sheets import PaperAbout, RegisterSheet
from desktop_app.domain.rules.registered_papers import PaperLink, require_not_struck
from desktop_app.domain.rules.requests import Request, RequestState
from desktop_app.domain.rules.tasks import TaskAct, TaskEntry
from desktop_app.services.context import Context
from desktop_app.services.follow_up import task_acts
from desktop_app.services.follow_up.requests import answer_in, ask_extension
from desktop_app.services.members import nominations
from desktop_app.services.naming import Names
from desktop_app.services.paper_links import LINKED, link_paper, links_of_paper, unlink_links
from desktop_app.services.reading import only_committee_id, parties_of, units_of
from desktop_app.services.registers.invitation_answers import answers_of
from desktop_app.services.registers.papers import incoming_not_struck, paper_of
from desktop_app.services.registers.sent_letters import letter_day
from desktop_app.storage.store.work import Work


def report_from_paper(context: Context, paper_id: int, task_id: int, entry: TaskEntry) -> Outcome:
    """Record a unit's progress from a letter, in the history of its task."""
    _require_record(task_id)
    with context.write() as work:
        paper = incoming_not_struck(work, paper_id)
        done = task_acts.enter(work, context, task_id, entry)
        link_paper(work, paper, "task", task_id)
        at = context.clock.instant()
        work.audit("task_documented", "task", task_id, at=at, entry=done, incoming_paper_id=paper_id)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def extension_from_paper(
    context: Context, paper_id: int, task_id: int, wanted_due: date | None, text: str, *, title: str
) -> Outcome:
    """Record a letter's request for another deadline, linked to its resolution."""
    _require_record(task_id)
    with context.write() as work:
        paper = incoming_not_struck(work, paper_id)
        request = ask_extension(work, context, task_id, wanted_due, text, title=title, asked_on=paper.received_on)
        link_paper(work, paper, "request", request.id)
        link_paper(work, paper, "task", task_id)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def nomination_from_paper(context: Context, paper_id: int, draft: NominationDraft) -> Outcome:
    """Record a letter's nomination for a seat."""
    _require_record(draft.nomination.seat_id)
    with context.write() as work:
        paper = incoming_not_struck(work, paper_id)
        made = nominations.enter(work, context, draft)
        link_paper(work, paper, "nomination", made.id)
        return work.record(Outcome(changed=LINKED | nominations.NOMINATED, id=paper_id))


def link_record(context: Context, paper_id: int, kind: str, record_id: int, *, outgoing: bool = False) -> Outcome:
    """Link the paper to an existing record."""
    _require_record(record_id)
    with context.write() as work:
        paper = paper_of(work, paper_id, outgoing=outgoing)
        require_not_struck(paper)
        link_paper(work, paper, kind, record_id)
        return work.record(Outcome(changed=LINKED, id=paper_id))


def take_back(context: Context, made: Outcome) -> Outcome:
    """Undo an act made from a paper: news are undone, a request is withdrawn, links are removed.

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


def register_years(context: Context) -> tuple[int, ...]:
    """Return the years with papers, newest first."""
    with context.read() as work:
        return work.register_rows.years()


def register_sheet(context: Context, line: int) -> RegisterSheet:
    """Read the page of a paper."""
    paper_id, outgoing = paper_of_line(line)
    with context.read() as work:
        paper = paper_of(work, paper_id, outgoing=outgoing)
        return RegisterSheet(
            line=line,
            paper=paper,
            about=_about(work, links_of_paper(work, paper), came=0 if outgoing else paper_id),
            today=context.clock.today(),
            paper_day=letter_day(paper),
        )


def open_tasks(context: Context) -> tuple[TaskRow, ...]:
    """Return the tasks that a unit's letter may be about, by due day."""
    with context.read() as work:
        ids = work.task_rows.ids(ListQuery(view=TaskView.OPEN.value, sort="due"))
        return work.task_rows.fetch(ids)


def _about(work: Work, links: Sequence[PaperLink], *, came: int) -> tuple[PaperAbout, ...]:
    """Return the linked records; ``came`` is the incoming paper's id, 0 for an outgoing one."""
    keys = {
        link.id: RecordKey(link.record_kind, work.record_ids.id_of(link.record_kind, link.record_uid)) for link in links
    }
    names = Names(work, keys.values())
    found = []
    for link in links:
        key = keys[link.id]
        named = names.name(key)
        if named is not None:
            request = work.requests.get(key.id) if key.kind == "request" else None
            answers = answers_of(work, key.id, (came,)) if came and key.kind == "meeting" else ()
            found.append(
                PaperAbout(link_id=link.id, kind=key.kind, id=key.id, named=named, request=request, answers=answers)
            )
    return tuple(found)


def correspondents(context: Context) -> tuple[str, ...]:
    """Return possible senders and addressees: the parties, then the units in order."""
    with context.read() as work:
        committee_id = only_committee_id(work)
        parties = [one.name for one in parties_of(work, committee_id)]
        units = [one.name for one in units_of(work, committee_id) if one.archived_on is None]
        return tuple(dict.fromkeys([*parties, *units]))


def numbers_itself(context: Context) -> bool:
    """Whether the office's pattern gives numbers to outgoing papers."""
    with context.read() as work:
        return bool(work.settings().outgoing_pattern)

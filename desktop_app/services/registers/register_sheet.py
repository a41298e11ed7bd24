"""Reader of one registered paper with what it is about, of the list, and of what an incoming paper may be about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import EVERYTHING, ListQuery, TaskView
from desktop_app.domain.read_models.register_sheet import PaperAbout, RegisterSheet
from desktop_app.domain.read_models.rows import RegisterRow, TaskRow, paper_of_line
from desktop_app.domain.rules.registered_papers import PaperLink
from desktop_app.services.context import Context
from desktop_app.services.history.naming import Names
from desktop_app.services.reading import parties_of, the_committee, units_of
from desktop_app.services.registers.invitation_answers import answers_of
from desktop_app.services.registers.kept_letter import letter_day
from desktop_app.services.registers.links import links_of_paper
from desktop_app.services.registers.papers import paper_of
from desktop_app.storage.store.work import Work


def register_ids(context: Context, query: ListQuery = EVERYTHING) -> tuple[int, ...]:
    """The lines that answer the question, in its order."""
    with context.read() as work:
        return tuple(work.register_rows.ids(query))


def register_rows(context: Context, ids: Sequence[int]) -> tuple[RegisterRow, ...]:
    """One page of the registers."""
    with context.read() as work:
        return work.register_rows.fetch(ids)


def register_view_counts(context: Context, query: ListQuery = EVERYTHING) -> Mapping[str, int]:
    """By saved view: how many papers answer the search and the filters in it."""
    with context.read() as work:
        return work.register_rows.view_counts(query)


def register_years(context: Context) -> tuple[int, ...]:
    """The years from the first paper to the last, the newest first."""
    with context.read() as work:
        return work.register_rows.years()


def register_sheet(context: Context, line: int) -> RegisterSheet:
    """Everything of one paper at this moment."""
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
    """The tasks that a paper of a unit may be about, those due first before the others."""
    with context.read() as work:
        ids = work.task_rows.ids(ListQuery(view=TaskView.OPEN.value, sort="due"))
        return work.task_rows.fetch(ids)


def _about(work: Work, links: Sequence[PaperLink], *, came: int) -> tuple[PaperAbout, ...]:
    """``came`` is the incoming paper, 0 for one that went out."""
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
    """Who may have sent a paper or receive one: the parties, then the units in their order."""
    with context.read() as work:
        committee_id = the_committee(work)
        parties = [one.name for one in parties_of(work, committee_id)]
        units = [one.name for one in units_of(work, committee_id) if one.archived_on is None]
        return tuple(dict.fromkeys([*parties, *units]))


def numbers_itself(context: Context) -> bool:
    """Whether an outgoing paper without a number gets one by the office's pattern."""
    with context.read() as work:
        return bool(work.settings().outgoing_pattern)

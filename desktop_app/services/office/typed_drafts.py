"""Drafts of forms: unsaved text, stored and offered at the next start with its page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from desktop_app.domain.rules.minutes import EDITABLE
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.typed_drafts import DraftField, DraftPage, FormDrafts, TypedDraft
from desktop_app.services.context import Context
from desktop_app.services.reading import newest_version
from desktop_app.storage.store.work import OpenWork, Work


def form_drafts(context: Context) -> tuple[FormDrafts, ...]:
    """Return every form with drafts of earlier runs, newest first; a form may occur once for each run."""
    with context.read() as work:
        found = sorted((draft for draft in work.drafts() if draft.place.found), key=_form_of)
        forms = [tuple(drafts) for _form, drafts in groupby(found, key=_form_of)]
        made = [_drafts_of_form(work, drafts) for drafts in forms]
    return tuple(sorted(made, key=lambda one: one.at, reverse=True))


def _form_of(draft: TypedDraft) -> tuple[str, str, int, str, int]:
    kind, record_id, name = draft.place.form
    return kind, draft.place.uid, record_id, name, draft.place.found


def _drafts_of_form(work: Work, drafts: tuple[TypedDraft, ...]) -> FormDrafts:
    gone = any(draft.gone for draft in drafts)
    where = DraftPage() if gone else _where(work, drafts[0].place)
    number = work.meetings.get(where.meeting_id).number if where.meeting_id else None
    # a line for something new loses nothing when its parent was changed meanwhile
    changed = any(draft.changed for draft in drafts) and not drafts[0].place.field.startswith("new_")
    return FormDrafts(drafts, where, number, locked=gone or where.frozen or changed)


def _where(work: Work, place: DraftField) -> DraftPage:
    kind, key, form = place.form
    find = _FINDERS.get(kind)
    if find is not None and key:
        return find(work, key, form)
    # no record yet, or none at all
    return DraftPage(_PAGES.get(kind, ""))


def _of_clause(work: Work, key: int, _form: str) -> DraftPage:
    clause = work.clauses.get(key)
    return _in_minutes(work, clause.minutes_version_id, clause.agenda_item_id)


def _of_said(work: Work, key: int, _form: str) -> DraftPage:
    said = work.deliberations.get(key)
    return _in_minutes(work, said.minutes_version_id, said.agenda_item_id)


def _of_version(work: Work, key: int, form: str) -> DraftPage:
    return _in_minutes(work, key, 0, way="paper" if form in ("notice", "scan") else "minutes")


def _of_task(work: Work, key: int, _form: str) -> DraftPage:
    return DraftPage("task", key, name=work.units.get(work.tasks.get(key).unit_id).name)


def _of_item(work: Work, item_id: int, form: str) -> DraftPage:
    """Return the page of a draft about an agenda item: the meeting page, or the minutes for a new line."""
    item = work.agenda.get(item_id)
    meeting_id = item.meeting_id or 0
    if form == "item":
        return DraftPage("meeting" if meeting_id else "", meeting_id, item_id, meeting_id, item.title)
    version = newest_version(work, meeting_id)
    if version is None:
        return DraftPage(name=item.title, frozen=True)
    return _in_minutes(work, version.id, item_id)


def _in_minutes(work: Work, version_id: int, item_id: int, *, way: str = "minutes") -> DraftPage:
    version = work.versions.get(version_id)
    frozen = way == "minutes" and version.state not in EDITABLE
    name = work.agenda.get(item_id).title if item_id else ""
    return DraftPage(way, version_id, item_id, version.meeting_id, name, frozen)


def _at_meeting(work: Work, version_id: int) -> DraftPage:
    version = work.versions.get(version_id)
    frozen = version.state not in EDITABLE
    return DraftPage("meeting", version.meeting_id, meeting_id=version.meeting_id, frozen=frozen)


_PAGES: Final[Mapping[str, str]] = {
    "meeting": "meetings",
    "person": "members",
    "unit": "members",
    "seat": "members",
    "settings": "settings",
    "paper": "papers",
    "incoming_paper": "registers",
    "outgoing_paper": "registers",
    "upstream_decision": "upstream",
    "taking_over": "taking_over",
}
"""By the kind of a record that is not there yet: the page where one is made."""

_FINDERS: Final[Mapping[str, Callable[[Work, int, str], DraftPage]]] = {
    "clause": _of_clause,
    "deliberation": _of_said,
    "minutes_version": _of_version,
    "agenda_item": _of_item,
    "attendance": lambda work, key, _form: _at_meeting(work, work.attendance.get(key).minutes_version_id),
    "guest": lambda work, key, _form: _at_meeting(work, work.guests.get(key).minutes_version_id),
    "meeting": lambda _work, key, _form: DraftPage("meeting", key, meeting_id=key),
    "resolution": lambda work, key, _form: DraftPage(
        "resolution", key, name=record_number(work.resolutions.get(key).number)
    ),
    "task": _of_task,
    "person": lambda work, key, _form: DraftPage("members", key, name=work.people.get(key).name),
    "unit": lambda work, key, _form: DraftPage("members", key, name=work.units.get(key).name),
    "seat": lambda work, key, _form: DraftPage("members", key, name=work.seats.get(key).title),
    "nomination": lambda work, key, _form: DraftPage("members", work.nominations.get(key).seat_id),
    "incoming_paper": lambda work, key, _form: DraftPage("registers", key, name=work.incoming_papers.get(key).subject),
    "outgoing_paper": lambda work, key, _form: DraftPage("registers", key, name=work.outgoing_papers.get(key).subject),
    "upstream_decision": lambda work, key, form: DraftPage(
        # the small form in the minutes waits until the operator opens it
        "" if form == "upstream" else "upstream",
        key,
        name=work.upstream.get(key).title,
    ),
}
"""By the kind of a record: where it is shown, and what it is called."""


@dataclass(frozen=True, slots=True)
class DraftChanges:
    """Texts to store, and fields whose text was recorded or discarded."""

    texts: Mapping[DraftField, str] = field(default_factory=dict)
    gone: Collection[DraftField] = ()


class DraftsOfRun:
    """Stores the drafts of this run of the program, separate from those of earlier runs."""

    def __init__(self, open_work: OpenWork) -> None:
        self._open_work = open_work
        self._apart = False

    def begin(self) -> None:
        """Set the drafts of earlier runs aside, once, before anything is typed."""
        with self._open_work() as work:
            if not self._apart:
                work.set_drafts_aside()
            work.commit()
        self._apart = True

    def keep(self, take: Callable[[], DraftChanges]) -> DraftChanges:
        """Store the changes from ``take``; return them with the uids of their records.

        It is taken inside the transaction: an act that was quicker has its own text taken out of it by then.
        Where the beginning was refused, it is made up for here: nothing that was left is ever written over.
        """
        with self._open_work() as work:
            if not self._apart:
                work.set_drafts_aside()
            changes = take()
            texts = work.put_drafts(changes.texts)
            work.drop_drafts(changes.gone)
            work.commit()
        self._apart = True
        return DraftChanges(texts, changes.gone)

"""Every kind of field that is typed in: how to come to it in the window, and where its draft is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from desktop_app import wiring
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.minutes import Clause, ClauseKind, Deliberation
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.services.meetings.meetings import begin_session
from desktop_app.services.minutes.clauses import add_clause
from desktop_app.services.versions.drafts import add_deliberation
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.widgets.fields.drafted import Field
from desktop_app.window.kit.destinations import OpenMeeting, OpenMinutes, OpenResolution
from desktop_app.window.meeting.agenda import MeetingAgendaPane
from desktop_app.window.meeting.guests import GuestList
from desktop_app.window.members.page import MembersPage
from desktop_app.window.minutes.block_body import BlockBody
from desktop_app.window.minutes.closing import ClosingPart
from desktop_app.window.minutes.inspector import UpstreamPart
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.screens import Screens
from desktop_app.window.tasks.page import TasksPage
from desktop_app.words import members as words
from tests.services.prepared import open_draft

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Ground:
    """Records to type about, and the window."""

    window: MainWindow
    screens: Screens
    meeting: int
    item: int
    version: int

    def one(self, kind: type[W], name: str = "") -> W:
        """The visible widget of a kind; a dialog's first."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible() and name in ("", one.objectName())]
        return found[-1]

    def field(self, name: str) -> Field:
        """The visible field of a name, or the one inside what bears it."""
        holder = self.one(QWidget, name)
        return holder if isinstance(holder, QLineEdit | QTextEdit) else holder.findChildren(QLineEdit)[0]


def prepare(folder: Path, clock: Clock) -> tuple[int, int, int]:
    """Begin the newest meeting of the demo data, with one clause and one contribution; meeting, item and version."""
    office = wiring.open_office(folder, clock)
    try:
        with office.context.read() as work:
            meeting = max(one.id for one in work.meetings.where())
            item = work.agenda.where(meeting_id=meeting)[2].id
        begin_session(office.context, meeting)
        version = open_draft(office.context, meeting).id
        context = office.context
        add_clause(
            context,
            Clause(
                minutes_version_id=version, agenda_item_id=item, ordinal=0, text="بند نخست", kind=ClauseKind.DECISION
            ),
        )
        said = Deliberation(minutes_version_id=version, agenda_item_id=item, ordinal=0, speaker="رئیس", text="گفته")
        add_deliberation(context, said)
    finally:
        office.close()
    return meeting, item, version


def ids_of(folder: Path) -> tuple[int, int, int]:
    """Meeting, item and version of a folder that :func:`prepare` has prepared, or of a copy of it."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        (found,) = raw.execute(
            "SELECT v.meeting_id, c.agenda_item_id, v.id FROM minutes_version v JOIN clause c"
            " ON c.minutes_version_id = v.id WHERE v.id = (SELECT max(id) FROM minutes_version)"
        )
    meeting, item, version = map(int, found)
    return meeting, item, version


def _body(ground: Ground) -> BlockBody:
    ground.screens.go(OpenMinutes(ground.version))
    ground.screens.screen("minutes_editor").page.choose(ground.item, 0)  # type: ignore[attr-defined]
    bodies = [one for one in ground.window.findChildren(BlockBody) if one.cards]
    return bodies[0]


def _clause(ground: Ground) -> Field:
    return next(iter(_body(ground).cards.values())).area


def _new_clause(ground: Ground) -> Field:
    return _body(ground).new_clause.area


def _talk(ground: Ground) -> Field:
    return next(iter(_body(ground).lines.values())).area


def _new_talk(ground: Ground) -> Field:
    return _body(ground).new_said.area


def _closing(ground: Ground) -> Field:
    ground.screens.go(OpenMinutes(ground.version))
    return ground.window.findChildren(ClosingPart)[0].ui.closing


def _upstream(ground: Ground) -> Field:
    card = next(iter(_body(ground).cards.values()))
    card.area.go_to_end()
    ground.window.findChildren(UpstreamPart)[0].open_form(UpstreamDecision(title="", body=""))
    return ground.field("titleEdit")


def _item(ground: Ground) -> Field:
    ground.screens.go(OpenMeeting(ground.meeting))
    ground.one(MeetingAgendaPane).add_item()
    return ground.field("titleEdit")


def _background(ground: Ground) -> Field:
    _item(ground)
    return ground.field("backgroundEdit")


def _guest(ground: Ground) -> Field:
    ground.screens.go(OpenMeeting(ground.meeting))
    ground.window.findChildren(GuestList)[0].add_guest()
    return ground.field("nameEdit")


def _fact(ground: Ground) -> Field:
    ground.screens.go(OpenMeeting(ground.meeting))
    page = ground.screens.screen("meeting").page
    page.edit_facts()  # type: ignore[attr-defined]
    return ground.field("noteEdit")


def _scheduling(ground: Ground) -> Field:
    ground.screens.open("meetings")
    page = ground.screens.screen("meetings").page
    page.new_requested.emit(None)  # type: ignore[attr-defined]
    return ground.field("placeEdit")


def _member(part: str) -> Callable[[Ground], Field]:
    def come(ground: Ground) -> Field:
        ground.screens.open("members")
        page = ground.one(MembersPage)
        page.show_part(part)
        page.add()
        return ground.field("nameEdit")

    return come


def _resolution(ground: Ground) -> Field:
    ground.screens.go(OpenResolution(1))
    controller = ground.screens.screen("resolutions").controller
    controller.begin(ResolutionAction.DEFER)  # type: ignore[attr-defined]
    return ground.field("edit_reason")


def _task(ground: Ground) -> Field:
    ground.screens.open("tasks")
    page = ground.one(TasksPage)
    row = page.model.id_at(0)
    assert row is not None
    page.choose(row)
    return page.panel.form.ui.noteEdit


def _settings(key: str, name: str) -> Callable[[Ground], Field]:
    def come(ground: Ground) -> Field:
        ground.screens.open("settings")
        ground.screens.screen("settings").controller.show_section(key)  # type: ignore[attr-defined]
        return ground.field(name)

    return come


def _letter(ground: Ground) -> Field:
    ground.screens.open("papers")
    ground.screens.screen("papers").page.kind_requested.emit(PaperKind.LETTER.value)  # type: ignore[attr-defined]
    return ground.field("text")


PLACES: Mapping[str, Callable[[Ground], Field]] = {
    "clause": _clause,
    "new clause": _new_clause,
    "talk": _talk,
    "new talk": _new_talk,
    "closing part": _closing,
    "upstream decision": _upstream,
    "agenda item": _item,
    "background of an item": _background,
    "guest": _guest,
    "meeting fact": _fact,
    "scheduling": _scheduling,
    "member": _member(words.PEOPLE),
    "unit": _member(words.UNITS),
    "resolution act": _resolution,
    "task": _task,
    "settings": _settings("office_rules", "keptAt"),
    "free letter": _letter,
}
"""By the kind of field."""


def come_to(ground: Ground, kind: str) -> Field:
    """The field of a kind, empty and with the keyboard on it."""
    field = PLACES[kind](ground)
    field.activateWindow()
    QApplication.processEvents()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    return field

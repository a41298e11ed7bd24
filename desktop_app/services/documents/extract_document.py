"""Document of an extract of final minutes: one letter for each resolution and unit, in the signed words.

A letter names the notifications that the unit had before, with the versions whose words they bore.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.calendar.clock import iso
from desktop_app.domain.documents.documents import Letterhead, MinutesDocument, Paper, ResolutionLine
from desktop_app.domain.documents.letter_lines import DueLine, LetterAdditions
from desktop_app.domain.documents.unit_documents import EarlierNotice, ExtractDocument, ExtractLetter, SourceMinutes
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import highest
from desktop_app.domain.rules.in_force import ADOPTING, newest_first
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.minutes import Clause, MinutesState, MinutesVersion
from desktop_app.domain.rules.notices import is_still_true, notified_version
from desktop_app.domain.rules.resolutions import Resolution
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskRole, TaskState, notified_again, valid_task_acts
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import code_of
from desktop_app.services.documents.extract_class import lowered_classes
from desktop_app.services.documents.letter_document import (
    clean_additions,
    imprint_of_letter,
    letterhead_of,
    signatory_of,
    typography_of,
    unit_line,
)
from desktop_app.services.documents.minutes_lines import split_lines
from desktop_app.services.follow_up.classes import with_highest_class
from desktop_app.services.follow_up.deadline_course import due_line, next_day_after
from desktop_app.services.versions.frozen_minutes import frozen_minutes
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class UnitNotice:
    """A letter that notified a unit of its task, and the version whose words it quoted."""

    number: str
    day: date
    version: MinutesVersion


def unit_notices(work: Work, task: Task, adopting: Sequence[MinutesVersion]) -> tuple[UnitNotice, ...]:
    """The valid notifications of a task, oldest first; none before the unit is notified.

    ``adopting`` are the versions of the minutes that hold or held.
    """
    if task.state is TaskState.ASSIGNED:
        return ()
    acts = work.task_acts.where(task_id=task.id)
    again = notified_again(acts)
    told = [act for act in valid_task_acts(acts) if _tells_first(act) or act in again]
    found = [(act, notified_version(adopting, act.day, act.at)) for act in told]
    return tuple(UnitNotice(act.told_by, act.day, version) for act, version in found if version is not None)


def _tells_first(act: TaskAct) -> bool:
    return act.source is TaskState.ASSIGNED and act.target is TaskState.NOTIFIED


def extract_paper(
    context: Context,
    meeting_id: int,
    additions: LetterAdditions | None = None,
    *,
    resolution_id: int | None = None,
    unit_id: int | None = None,
) -> Paper[ExtractDocument]:
    """Build the extracts of a meeting: all, or only those of one resolution, one unit, or both.

    After a correction those for all units are the letters that tell what it brought; where it brought nothing, or for
    one unit, an earlier letter is made again under its number.

    Raises ``RuleBroken``: ``extract_before_final``, ``extract_nothing``, ``extract_unit_without_part``,
    ``extract_resolution_gone``, ``extract_resolution_without_units``.
    """
    words = clean_additions(context.paper, additions or LetterAdditions())
    with context.read() as work:
        meeting = work.meetings.get(meeting_id)
        head = letterhead_of(work, meeting.committee_id, words)
        reader = _Reader(work, meeting, head, _adopting_versions(work, meeting))
        written = reader.letters(resolution_id, unit_id)
        if not written:
            raise _nothing(work, reader.versions, resolution_id, unit_id)
        document = ExtractDocument(
            committee=work.committees.get(meeting.committee_id).name,
            letterhead=with_highest_class(head, *(one.letter.letterhead.classification for one in written)),
            letters=tuple(one.letter for one in written),
            references=split_lines(words.references),
            note=split_lines(words.note),
            signatory=signatory_of(work, meeting.committee_id, context.clock.today(), words),
            attachments=split_lines(words.attachments),
            copies_to=split_lines(words.copies_to),
            typography=typography_of(work.settings()),
        )
        return Paper(document, imprint_of_letter(work, context.clock, head, draft=reader.is_early(written)))


def _nothing(
    work: Work, versions: Sequence[MinutesVersion], resolution_id: int | None, unit_id: int | None
) -> RuleBroken:
    """Return the refusal when there is no letter: about the one resolution if given, else about the meeting."""
    if resolution_id is not None:
        holding = {one.minutes_version_id for one in work.clauses.where(resolution_id=resolution_id)}
        number = work.resolutions.get(resolution_id).number
        if versions[0].id not in holding:
            corrected = any(one.id in holding for one in versions[1:])
            return RuleBroken("extract_resolution_gone", field="meeting", number=number, corrected=corrected)
        if unit_id is None:
            return RuleBroken("extract_resolution_without_units", field="meeting", number=number)
    if unit_id is None:
        return RuleBroken("extract_nothing", field="meeting")
    return RuleBroken("extract_unit_without_part", field="unit", unit=work.units.get(unit_id).name)


def _adopting_versions(work: Work, meeting: Meeting) -> tuple[MinutesVersion, ...]:
    """The frozen versions of the minutes that are or were valid; the first is in force."""
    found = [one for one in work.versions.where(meeting_id=meeting.id) if one.state in ADOPTING]
    if not found:
        raise RuleBroken("extract_before_final", field="meeting")
    return tuple(newest_first(found))


@dataclass(frozen=True, slots=True)
class _UnitLetter:
    """One letter, and whether its unit was notified of these words already."""

    letter: ExtractLetter
    notified: bool


@dataclass(frozen=True, slots=True)
class _Reader:
    """Builds the extract letters of the minutes in force, the first of ``versions``."""

    work: Work
    meeting: Meeting
    head: Letterhead
    versions: tuple[MinutesVersion, ...]

    @property
    def version(self) -> MinutesVersion:
        """The version in force."""
        return self.versions[0]

    def letters(self, resolution_id: int | None, unit_id: int | None) -> tuple[_UnitLetter, ...]:
        """Build the letters, by resolution, the executor before cooperating units."""
        minutes = frozen_minutes(self.work, self.version)
        rows = self.work.resolutions.where(meeting_id=self.meeting.id)
        chosen = [one for one in rows if one.adopted_on is not None and resolution_id in {None, one.id}]
        found: list[_UnitLetter] = []
        for resolution in sorted(chosen, key=lambda one: one.row or 0):
            found += self._of_resolution(resolution, minutes, unit_id)
        return tuple(found) if unit_id is not None else _of_newest_source(found, self.versions)

    def is_early(self, letters: Sequence[_UnitLetter]) -> bool:
        """Whether signatures are missing, and a letter tells a unit something new."""
        return self.version.state is MinutesState.FINAL and not all(one.notified for one in letters)

    def _of_resolution(self, resolution: Resolution, minutes: MinutesDocument, unit: int | None) -> list[_UnitLetter]:
        line = _line_of(resolution, minutes)
        tasks = [one for one in self._tasks(resolution) if unit in {None, one.unit_id}]
        if line is None or not tasks:
            return []
        units = {one.id: one for one in self.work.units.where(id=[task.unit_id for task in tasks])}
        rows = self.work.clauses.where(resolution_id=resolution.id)
        clauses = {one.minutes_version_id: one for one in rows}
        now = clauses[self.version.id]
        events = self.work.deadline_events.where(resolution_id=resolution.id)
        due = due_line(now.deadline.kind, events, next_day_after(self.work, self.meeting))
        notices = {one.id: unit_notices(self.work, one, self.versions) for one in tasks}
        lines = {self.version.id: line} | self._still(resolution, clauses, notices.values())
        item = now.agenda_item_id
        return [self._letter(one, units[one.unit_id], due, item, notices[one.id], lines) for one in tasks]

    def _still(
        self, resolution: Resolution, clauses: Mapping[int, Clause], notices: Iterable[Sequence[UnitNotice]]
    ) -> dict[int, ResolutionLine]:
        """Return by version id the resolution line of each letter that is still true."""
        told = {notice.version.id: notice.version for found in notices for notice in found}
        found: dict[int, ResolutionLine] = {}
        for key, version in told.items():
            if key in clauses and is_still_true(clauses[key], clauses[self.version.id]):
                line = _line_of(resolution, frozen_minutes(self.work, version))
                if line is not None:
                    found[key] = line
        return found

    def _letter(
        self,
        task: Task,
        unit: Unit,
        due: DueLine,
        item_id: int,
        notices: Sequence[UnitNotice],
        lines: Mapping[int, ResolutionLine],
    ) -> _UnitLetter:
        """Build the letter to one unit; an earlier letter in other words is cited.

        ``lines`` are the words of the version in force and of those whose letters are still true, by version.
        """
        told = notices[-1] if notices and notices[-1].version.id in lines else None
        other = [one for one in notices if one.version.id not in lines]
        source = told.version if told else self.version
        letter = ExtractLetter(
            letterhead=with_highest_class(self._head(told), self._class(task, lines[self.version.id])),
            addressee=unit_line(unit),
            role=task.role.value,
            resolution=lines[source.id],
            due=due,
            source=self._source(source, item_id),
            earlier=EarlierNotice(number=other[-1].number, day=iso(other[-1].day)) if other else None,
        )
        return _UnitLetter(letter, told is not None)

    def _class(self, task: Task, line: ResolutionLine) -> str:
        """The class of the words, or the lowered class for this unit."""
        usual = highest([self.version.classification, line.own_class]).value
        return lowered_classes(self.work, task.resolution_id, usual).get(task.unit_id, usual)

    def _tasks(self, resolution: Resolution) -> list[Task]:
        tasks = self.work.tasks.where(resolution_id=resolution.id)
        live = [one for one in tasks if not one.resting and one.state is not TaskState.CANCELLED]
        # a correction may have made the executor's task after the others
        return sorted(live, key=lambda one: one.role is not TaskRole.EXECUTOR)

    def _head(self, notice: UnitNotice | None) -> Letterhead:
        """The letterhead with number and day of the notification, unless the operator typed others."""
        if notice is None:
            return self.head
        return replace(self.head, number=self.head.number or notice.number, day=self.head.day or iso(notice.day))

    def _source(self, version: MinutesVersion, item_id: int) -> SourceMinutes:
        """The quoted minutes; a past letter does not name a later version."""
        return SourceMinutes(
            number=self.meeting.number or 0,
            day=iso(self.meeting.day),
            version=version.version,
            code=code_of(version, sample=self.work.settings().sample),
            item=self.work.agenda.get(item_id).title,
        )


def _line_of(resolution: Resolution, minutes: MinutesDocument) -> ResolutionLine | None:
    return next((one for one in minutes.resolutions if one.number == resolution.number), None)


def _of_newest_source(letters: Sequence[_UnitLetter], versions: Sequence[MinutesVersion]) -> tuple[_UnitLetter, ...]:
    """Leave out letters that a later correction did not change: their units learn nothing new."""
    sources = {one.letter.source.version for one in letters}
    newest = next((one.version for one in versions if one.version in sources), None)
    return tuple(one for one in letters if one.letter.source.version == newest)

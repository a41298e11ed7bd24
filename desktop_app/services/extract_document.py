"""Extracts of final minutes: each resolution told to each of its units, in the words that were signed."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from desktop_app.domain.clock import Clock
from desktop_app.domain.documents import Letterhead, MinutesDocument
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.extract_document import ExtractDocument, ExtractLetter, SourceMinutes
from desktop_app.domain.letter_lines import LetterSaid
from desktop_app.domain.meetings import Meeting
from desktop_app.domain.minutes import Clause, MinutesState, MinutesVersion
from desktop_app.domain.resolutions import Resolution, ResolutionAct, ResolutionActKind, standing_acts
from desktop_app.domain.snapshots import minutes_from_json
from desktop_app.domain.tasks import Task, TaskState
from desktop_app.services.deadline_course import due_line, next_day_after
from desktop_app.services.documents import Paper, code_of
from desktop_app.services.letter_parts import (
    imprint_of_letter,
    letterhead_of,
    said_clean,
    signatory_of,
    typography_of,
    unit_line,
)
from desktop_app.services.minutes_lines import entries, iso
from desktop_app.services.ports import OpenWork, Work
from desktop_app.services.press import Press
from desktop_app.services.versions import ADOPTING


def extract_paper(
    open_work: OpenWork,
    clock: Clock,
    press: Press,
    meeting_id: int,
    said: LetterSaid | None = None,
    *,
    resolution_id: int | None = None,
    unit_id: int | None = None,
) -> Paper[ExtractDocument]:
    """Extracts of a meeting's resolutions to their units: of all, of one resolution, for one unit, or for one of one.

    Raises ``RuleBroken``: ``extract_before_final``, ``extract_nothing``, ``extract_unit_without_part``.
    """
    words = said_clean(press, said or LetterSaid())
    with open_work() as work:
        meeting = work.meetings.get(meeting_id)
        head = letterhead_of(work, meeting.committee_id, words)
        reader = _Reader(work, meeting, head, _adopting_version(work, meeting))
        letters = reader.letters(resolution_id, unit_id)
        if not letters:
            raise _nothing(work, unit_id)
        document = ExtractDocument(
            committee=work.committees.get(meeting.committee_id).name,
            letterhead=head,
            letters=letters,
            references=entries(words.references),
            note=entries(words.note),
            signatory=signatory_of(work, meeting.committee_id, clock.today(), words),
            attachments=entries(words.attachments),
            copies_to=entries(words.copies_to),
            typography=typography_of(work.settings()),
        )
        return Paper(document, imprint_of_letter(work, clock, head, draft=reader.is_early(letters)))


def _nothing(work: Work, unit_id: int | None) -> RuleBroken:
    if unit_id is None:
        return RuleBroken("extract_nothing", field="meeting")
    return RuleBroken("extract_unit_without_part", field="unit", unit=work.units.get(unit_id).name)


def _adopting_version(work: Work, meeting: Meeting) -> MinutesVersion:
    """The newest version of the minutes whose words are frozen and hold."""
    found = [one for one in work.versions.where(meeting_id=meeting.id) if one.state in ADOPTING]
    if not found:
        raise RuleBroken("extract_before_final", field="meeting")
    return max(found, key=lambda one: one.version)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the letters of one version of the minutes."""

    work: Work
    meeting: Meeting
    head: Letterhead
    version: MinutesVersion

    def letters(self, resolution_id: int | None, unit_id: int | None) -> tuple[ExtractLetter, ...]:
        """In the order of the resolutions, the executor before those who cooperate."""
        minutes = minutes_from_json(self.version.snapshot)
        rows = self.work.resolutions.where(meeting_id=self.meeting.id)
        chosen = [one for one in rows if one.adopted_on is not None and resolution_id in {None, one.id}]
        found: list[ExtractLetter] = []
        for resolution in sorted(chosen, key=lambda one: one.row or 0):
            found += self._of_resolution(resolution, minutes, unit_id)
        return tuple(found)

    def is_early(self, letters: Sequence[ExtractLetter]) -> bool:
        """Whether the minutes still wait for pens, and one of the resolutions was not notified before them."""
        if self.version.state is not MinutesState.FINAL:
            return False
        return any(not self._told(one) for one in self._chosen({letter.resolution.number for letter in letters}))

    def _chosen(self, numbers: Set[str]) -> list[Resolution]:
        rows = self.work.resolutions.where(meeting_id=self.meeting.id)
        return [one for one in rows if one.number in numbers]

    def _told(self, resolution: Resolution) -> list[ResolutionAct]:
        """The notifications that were not taken back, oldest first."""
        acts = standing_acts(self.work.resolution_acts.where(resolution_id=resolution.id))
        return [act for act in acts if act.kind is ResolutionActKind.NOTIFIED]

    def _of_resolution(self, resolution: Resolution, minutes: MinutesDocument, unit: int | None) -> list[ExtractLetter]:
        line = next((one for one in minutes.resolutions if one.number == resolution.number), None)
        tasks = [one for one in self._tasks(resolution) if unit in {None, one.unit_id}]
        if line is None or not tasks:
            return []
        units = {one.id: one for one in self.work.units.where(id=[task.unit_id for task in tasks])}
        clauses = self.work.clauses.where(minutes_version_id=self.version.id, resolution_id=resolution.id)
        events = self.work.deadline_events.where(resolution_id=resolution.id)
        due = due_line(clauses[0].deadline.kind, events, next_day_after(self.work, self.meeting))
        head, source = self._notified(resolution), self._source(clauses)
        return [
            ExtractLetter(
                letterhead=head,
                addressee=unit_line(units[task.unit_id]),
                role=task.role.value,
                resolution=line,
                due=due,
                source=source,
            )
            for task in tasks
        ]

    def _tasks(self, resolution: Resolution) -> list[Task]:
        tasks = self.work.tasks.where(resolution_id=resolution.id)
        return [one for one in tasks if not one.resting and one.state is not TaskState.CANCELLED]

    def _notified(self, resolution: Resolution) -> Letterhead:
        """The letterhead with number and day of the notification, unless the operator wrote others."""
        told = self._told(resolution)
        if not told:
            return self.head
        number = self.head.number or told[-1].letter_number
        return replace(self.head, number=number, day=self.head.day or iso(told[-1].day))

    def _source(self, clauses: Sequence[Clause]) -> SourceMinutes:
        return SourceMinutes(
            number=self.meeting.number or 0,
            day=iso(self.meeting.day),
            version=self.version.version,
            code=code_of(self.version, sample=self.work.settings().sample),
            item=self.work.agenda.get(clauses[0].agenda_item_id).title,
        )

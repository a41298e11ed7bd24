"""Notification (ابلاغ) of resolutions: its form values, its words, and its state for one meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.rules.deadlines import agreed
from desktop_app.domain.rules.in_force import ADOPTING, in_force, newest_first, wordings
from desktop_app.domain.rules.minutes import Clause, MinutesVersion
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind, valid_acts

TOLD: Final = (
    "text", "kind", "axis_id", "executor_unit_id", "owner_unit_id", "owner_person_id", "adoption", "reservation",
    "votes_for", "votes_against", "upstream_id",
)  # fmt: skip
"""What a letter of notification says of a resolution, besides its deadline and the units that cooperate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Form values of a notification: the day, the letter's number, and the reason for an early one."""

    day: date | None
    letter_number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLetters:
    """Numbers of letters sent to units but not recorded as notifications; ``whole``: each unit has one."""

    numbers: tuple[str, ...] = ()
    whole: bool = False

    @property
    def one(self) -> str:
        """The single number of all these letters; empty for none or several."""
        return self.numbers[0] if self.whole and len(self.numbers) == 1 else ""


NO_LETTERS: Final = NoticeLetters()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedWords:
    """A resolution whose units know it in words that were corrected since, and the notification of those words.

    ``version`` is the number of the minutes' version that corrected them.
    """

    version: int
    day: date
    letter_number: str
    known: Clause
    now: Clause

    @property
    def changes_deadline(self) -> bool:
        """Whether the correction changed the deadline, too."""
        return agreed(self.known.deadline) != agreed(self.now.deadline)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationState:
    """Notification state of minutes: adopted and waiting resolutions, and the last notification.

    ``corrected`` are those among the waiting that were told before, in words that a correction changed since.
    """

    adopted: int = 0
    waiting: int = 0
    corrected: tuple[CorrectedWords, ...] = ()
    last_day: date | None = None
    letter_number: str = ""
    """Of the newest notification."""
    same_letter: bool = True
    """Whether every resolution that was told was told by it last."""
    letters: NoticeLetters = NO_LETTERS
    """Of those that wait."""

    @property
    def notified(self) -> int:
        """Number of resolutions that need no more notification."""
        return self.adopted - self.waiting


def corrected_words(
    acts: Sequence[ResolutionAct], clauses: Sequence[Clause], versions: Mapping[int, MinutesVersion]
) -> CorrectedWords | None:
    """The correction of a resolution that its units do not know yet, or None.

    ``acts`` are oldest first, ``clauses`` all that word it, ``versions`` theirs by id, or more. What was never told, or
    under no version that was final here, as in a past that was taken over, is no matter of a correction.
    """
    told = [act for act in valid_acts(acts) if act.kind is ResolutionActKind.NOTIFIED]
    if not told:
        return None
    last = told[-1]
    then = notified_version((versions[one.minutes_version_id] for one in clauses), last.day, last.at)
    before = next((one for one in clauses if then is not None and one.minutes_version_id == then.id), None)
    now = next(iter(wordings(clauses, versions).values()), None)
    if before is None or now is None or is_still_true(before, now):
        return None
    return CorrectedWords(
        version=_corrected_by(now, clauses, versions),
        day=last.day,
        letter_number=last.letter_number,
        known=before,
        now=now,
    )


def notified_version(versions: Iterable[MinutesVersion], day: date, at: str) -> MinutesVersion | None:
    """The version whose words a letter had: in force on its day and when it was recorded."""
    return in_force(one for one in versions if _was_final(one, day, at))


def _was_final(version: MinutesVersion, day: date, at: str) -> bool:
    if not version.finalised_at or version.finalised_at > at:
        return False
    return local_moment(version.finalised_at)[0] <= day


def is_still_true(notified: Clause, now: Clause) -> bool:
    """Whether a notification is still true after a correction; one that only adds units leaves it true."""
    if any(getattr(notified, name) != getattr(now, name) for name in TOLD):
        return False
    return agreed(notified.deadline) == agreed(now.deadline) and _all_stayed(notified, now)


def _all_stayed(notified: Clause, now: Clause) -> bool:
    if now.all_units:
        return True
    return not notified.all_units and set(notified.cooperating) <= set(now.cooperating)


def _corrected_by(now: Clause, clauses: Sequence[Clause], versions: Mapping[int, MinutesVersion]) -> int:
    """The number of the first version of the unbroken run that has the present words."""
    by_version = {one.minutes_version_id: one for one in clauses}
    first = versions[now.minutes_version_id]
    for version in newest_first(versions[key] for key in by_version):
        if version.state not in ADOPTING:
            continue
        if not is_still_true(by_version[version.id], now):
            break
        first = version
    return first.version

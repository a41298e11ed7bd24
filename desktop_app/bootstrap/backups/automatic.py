"""Automatic backups: at the start and at the end where something was recorded since the last one, and the reminder.

They run off the main thread and copy through the window's own connection, so that work goes on meanwhile. A second
place that is plugged in gets its backup too. What fails is told above everything and never stops the work. Older ones
are thinned out in a job of its own, which first verifies the newest. The same job reads the newest of the second place
where the operator would else be reminded of it: what was only made there is nothing to rely on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer

from desktop_app import paths
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.domain.calendar.clock import Clock, local_moment
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.backups import Backup, BackupKind, Moment, PlaceCautions, Verdict
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.services.office.backups import Backups
from desktop_app.text.office import backup_doubts as doubts
from desktop_app.text.office import backups as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.feedback.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.workers import Cancelled, Watch, Workers

AGAIN: Final = 4 * 3600 * 1000
"""Milliseconds after which the reminder comes back while the window stays open."""
PATIENCE: Final = 600
"""Milliseconds that closing may take in silence."""

Seen = tuple[Path | None, PlaceCautions]
"""A second place as it was seen, and what has to be known of it."""

WRONG: Final = frozenset({Verdict.DOUBTFUL, Verdict.DAMAGED})
"""Of a newest backup, on whose strength no older one may go."""


class AutomaticBackups(QObject):
    """Of one open office that can be written."""

    def __init__(
        self,
        window: MainWindow,
        backups: Backups,
        workers: Workers,
        memory: BackupsMemory | None,
        clock: Clock,
        parent: QObject | None,
    ) -> None:
        """Without a ``memory`` there is no second place, and nothing is reminded of."""
        super().__init__(parent)
        self._window, self._backups, self._workers = window, backups, workers
        self._memory, self._clock = memory, clock
        self._reminder: MessageBand | None = None
        self._seen: Seen = None, PlaceCautions()
        """As it was seen last; what a thread saw is kept here by the main one."""
        self._looked = False
        """The place was just looked at, and nothing else was done since."""
        self._thinning: Watch | None = None
        self._closing = False
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self.remind)
        workers.idle.connect(self._look_again)

    def begin(self) -> None:
        """At the start: what a kill left behind goes, a backup where one is due, then the reminder and the thinning."""
        self._run(self._begun)
        self._again.start()

    def finish(self) -> None:
        """At the end: a backup where one is due; whoever is in a hurry may close without it.

        Nobody waits for the thinning: what is not done in silence is done at the next start.
        """
        self._again.stop()
        self._closing = True
        self._give_up_thinning()
        loop = QEventLoop(self)
        waiting = QTimer(self, singleShot=True, interval=PATIENCE)

        def made(backups: Sequence[Backup]) -> None:
            if backups and waiting.isActive():
                self._thin(loop.quit)
            else:
                loop.quit()

        watch = self._run(made)

        def give_up() -> None:
            watch.cancel()
            loop.quit()

        def out_of_patience() -> None:
            if self._thinning is not None:
                loop.quit()
            else:
                self._tell_waiting(give_up)

        waiting.timeout.connect(out_of_patience)
        waiting.start()
        self._workers.idle.connect(loop.quit)
        if self._workers.busy:
            loop.exec()
        waiting.stop()
        watch.cancel()
        self._give_up_thinning()
        self._workers.wait_until_idle()

    def remind(self) -> None:
        """Say that there is no second place, since when nothing was verified there, or why it is none to rely on.

        Nothing where all is well.
        """
        said = self._said()
        self.forget()
        if said:
            band = self._window.show_notice(words.REMIND, said, words.SEEN, Tone.WARNING)
            self._reminder = band
            band.destroyed.connect(lambda: self._reminder_gone(band))

    def forget(self) -> None:
        """Take the reminder away."""
        if self._reminder is not None:
            self._reminder.hide()
            self._reminder.deleteLater()
            self._reminder = None

    # ---- inside

    def _begun(self, _made: Sequence[Backup]) -> None:
        if self._closing:
            return
        # what is read first may be all that the operator would be reminded of
        if self._second_due():
            self._thin(self.remind)
        else:
            self.remind()
            self._thin(lambda: None)

    def _give_up_thinning(self) -> None:
        if self._thinning is not None:
            self._thinning.cancel()
            self._thinning = None

    def _look_again(self) -> None:
        """A backup may just have been made in a second place, or a stick be there by now: nothing untrue stays."""
        place = None if self._memory is None else self._memory.folder
        just_looked, self._looked = self._looked, False
        doubted = place != self._seen[0] or (self._reminder is not None and not just_looked)
        if place is not None and doubted and not self._closing:
            self._looked = True
            if place != self._seen[0]:
                self._seen = place, PlaceCautions()
            self._workers.run(lambda: (place, self._cautions(place)), self._saw, _raise_unless_given_up, owner=self)
        elif self._reminder is not None and not self._said():
            self.forget()

    def _saw(self, seen: Seen) -> None:
        """Another second place was chosen meanwhile."""
        self._seen = seen
        # a band that is made anew takes the keyboard from its button
        if self._reminder is not None and self._reminder.detail() != self._said():
            self.remind()

    def _cautions(self, place: Path) -> PlaceCautions:
        """Off the main thread: a place that is not there would have to be waited for."""
        return self._backups.cautions(place) if paths.is_folder(place) else PlaceCautions()

    def _tell_waiting(self, give_up: Callable[[], object]) -> None:
        """Say in the window why closing waits, with a way out; nothing else can be done in it any more."""
        self._window.ui.pages.setEnabled(False)
        self._window.ui.navigation.setEnabled(False)
        notice = self._window.show_notice(words.CLOSING, words.CLOSING_WHY, words.CLOSE_WITHOUT, Tone.PROGRESS)
        notice.action_requested.connect(give_up)
        notice.action_button().setFocus()

    def _reminder_gone(self, band: MessageBand) -> None:
        """One that made way for another goes a turn later than that one comes."""
        if self._reminder is band:
            self._reminder = None

    def _said(self) -> str:
        """What there is to remind of; nothing without a memory, or without a committee yet."""
        memory, now = self._memory, self._moment()
        if memory is None or now is None:
            return ""
        return self._overdue(memory, now) or self._unfit(memory.folder)

    def _second_due(self) -> bool:
        """Whether there is a second place in which nothing new was verified for a day."""
        memory, now = self._memory, self._moment()
        return memory is not None and now is not None and memory.folder is not None and bool(self._overdue(memory, now))

    def _moment(self) -> Moment | None:
        """How far the records go; None without a committee, and without a memory, where nobody asks."""
        with suppress(Refused):
            return None if self._memory is None else self._backups.moment()
        return None

    def _overdue(self, memory: BackupsMemory, now: Moment) -> str:
        if memory.folder is None:
            return words.REMIND_CHOOSE
        made = memory.made_for(now.committee)
        if not made.made_at:
            return words.remind_days(0)
        days = _age(made.made_at, self._clock.today())
        return words.remind_days(days) if days and made.moment != now else ""

    def _unfit(self, second: Path | None) -> str:
        """A place that is lost with the data is no second one, however new its backups are."""
        place, cautions = self._seen
        if place is None or place != second:
            return ""
        if cautions.same_disk:
            return words.REMIND_SAME_DISK
        return words.outgrows(cautions.outgrown) if cautions.outgrown else ""

    def _run(self, done: Callable[[Sequence[Backup]], object]) -> Watch:
        second = None if self._memory is None else self._memory.folder

        def ended(found: tuple[Sequence[Backup | Refused], Seen]) -> None:
            outcomes, self._seen = found
            made = [one for one in outcomes if not isinstance(one, Refused)]
            for outcome in outcomes:
                _tell_made(self._window, outcome)
            done(made)

        return self._workers.run_watched(
            lambda watch: self._make_due(second, watch), ended, _raise_unless_given_up, owner=self
        )

    def _places(self, second: Path | None) -> Iterator[Path]:
        """Off the main thread: the places that are there."""
        yield self._backups.own
        if second is not None and paths.is_folder(second):
            yield second

    def _make_due(self, second: Path | None, watch: Watch) -> tuple[Sequence[Backup | Refused], Seen]:
        """Off the main thread: in each place that is there and has not the newest act, whatever the other one says.

        With them the second place as it was seen.
        """
        cautions = PlaceCautions() if second is None else self._cautions(second)
        found = [self._made_in(place, watch) for place in self._places(second)]
        return [one for one in found if one is not None], (second, cautions)

    def _made_in(self, place: Path, watch: Watch) -> Backup | Refused | None:
        try:
            if self._backups.changed_since(place):
                return self._backups.make(place, BackupKind.AUTOMATIC, watch.progress)
        except Refused as refused:
            return refused
        return None

    def _thin(self, done: Callable[[], object]) -> None:
        """Older backups go once the newest of their place is verified; it is made by then, and nothing waits."""
        second = None if self._memory is None else self._memory.folder
        due = self._second_due()

        def ended(found: Sequence[Backup]) -> None:
            self._thinning = None
            for one in found:
                if self._memory is not None and one.folder.parent == second:
                    self._memory.read_newest(one)
                if not self._closing:
                    self._tell_read(one)
            done()

        self._thinning = self._workers.run_watched(
            lambda watch: self._thinned(second, watch, due=due), ended, _raise_unless_given_up, owner=self
        )

    def _tell_read(self, one: Backup) -> None:
        if one.verdict in WRONG:
            self._window.show_notice(doubts.newest_title(one), doubts.newest(one), words.SEEN, Tone.WARNING)
        elif one.mended:
            _tell_mended(self._window, one)

    def _thinned(self, second: Path | None, watch: Watch, *, due: bool) -> Sequence[Backup]:
        """Off the main thread: the newest backups that were read, one for each place where that was due."""
        found = []
        for place in self._places(second):
            read = self._backups.read_newest if due and place == second else self._backups.thin
            # told by whoever makes the next one there
            with suppress(Refused):
                found.append(read(place, watch.progress))
        return [one for one in found if one is not None]


def _age(made_at: str, today: date) -> int:
    """In days; below zero where it was made by a clock that stood wrong, so that nobody knows how old it is."""
    return (today - local_moment(made_at)[0]).days


def _tell_made(window: MainWindow, outcome: Backup | Refused) -> None:
    # a place that refuses is told by its own sentence
    if isinstance(outcome, Refused):
        window.show_notice(words.NOT_MADE, sentence(outcome), words.SEEN, Tone.WARNING)
    elif any(one.kind is FindingKind.FILE_UNREAD for one in outcome.first_wrong_files):
        # those that are missing or altered the start tells by itself
        window.show_notice(doubts.NEWEST_FILES, doubts.files_wrong(outcome), words.SEEN, Tone.WARNING)
    elif outcome.mended:
        _tell_mended(window, outcome)


def _tell_mended(window: MainWindow, one: Backup) -> None:
    window.show_notice(doubts.MENDED, words.mended(one.mended), words.SEEN, Tone.WARNING)


def _raise_unless_given_up(error: BaseException) -> None:
    """Given up is nobody's fault."""
    if not isinstance(error, Cancelled):
        raise error

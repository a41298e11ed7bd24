"""The office's calendar for the date fields of a page, and a signal at the start of each minute.

The calendar is read again when the settings change it. The signal comes also when the program comes to the front: a
timer of sixty seconds lags behind the wall clock by whatever second the program was started at, and by a minute more
after the machine has slept.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.outcome import Changed
from desktop_app.services.office.office_state import office_calendar
from desktop_app.widgets.dates.date_source import DateSource, date_source
from desktop_app.wiring import Office
from desktop_app.words.refusals import sentence

SECONDS = 60
SECOND_MS = 1_000


def until_next_minute(clock: Clock) -> int:
    """Return the milliseconds until the next minute has begun; the clock counts whole seconds."""
    second = int(clock.instant()[-3:-1])
    return (SECONDS - second) * SECOND_MS


class MinutesOfDay(QObject):
    """Emits `turned` less than a second after each minute begins."""

    turned = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._stopped = False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._came)
        self._wait()

    def stop(self) -> None:
        """Stop the signal."""
        self._stopped = True
        self._timer.stop()

    def remaining(self) -> int:
        """Return the milliseconds until the next signal."""
        return self._timer.remainingTime()

    def _turn(self) -> None:
        self.turned.emit()
        self._wait()

    def _came(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and not self._stopped:
            self._turn()

    def _wait(self) -> None:
        self._timer.start(until_next_minute(self._clock))


class HasDates(Protocol):
    """A page with date fields."""

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date fields."""
        ...


class ActNotifier(QObject):
    """Owner of the pages; its signal ``changed`` is emitted after every act on the office."""

    changed = Signal(object)
    """Carries what is other than before (:class:`Changed`)."""


def keep_calendar(page: HasDates, office: Office, parent: QObject) -> None:
    """Set the calendar of a page now and after every change of weekend or holidays."""

    def read() -> None:
        page.set_source(date_source(office_calendar(office.context), office.clock.today, sentence))

    def hear(changed: Changed) -> None:
        if changed & Changed.SETTINGS:
            read()

    read()
    if isinstance(parent, ActNotifier):
        parent.changed.connect(hear)

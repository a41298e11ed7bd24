"""Settings of this computer, stored with QSettings: the look, and the state of window and lists."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.workstation import Theme, Workstation
from desktop_app.system import paths, rights
from desktop_app.system.paths import is_folder
from desktop_app.widgets.style.look import LookBearer
from desktop_app.widgets.style.tokens import Scheme, Tokens, tokens_for

if TYPE_CHECKING:
    from desktop_app.window.kit.record_list_page import RecordListPage


THEME, LARGE, DENSE, PAPERS = "look/theme", "look/large", "lists/dense", "papers/folder"
LARGE_SCALE = 1.25


def machine_settings() -> QSettings:
    """Return the settings of this computer; in portable mode an INI file next to the data."""
    file = paths.settings_file()
    kept = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, paths.APP_NAME, paths.APP_NAME)
    if file is not None:
        kept = QSettings(str(file), QSettings.Format.IniFormat)
    # Qt would make it with the rights that the umask gives; what stands there keeps its own through each writing
    with suppress(OSError):
        rights.make_folder(Path(kept.fileName()).parent)
        rights.make_file(Path(kept.fileName()))
    return kept


class WorkstationSettings:
    """Reads and stores the operator's choices on this computer; ignores invalid values."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def read(self) -> Workstation:
        """Return the choices, or the defaults."""
        theme = str(self._settings.value(THEME) or "")
        return Workstation(
            theme=Theme(theme) if theme in list(Theme) else Theme.SYSTEM,
            large=_is_true(self._settings.value(LARGE)),
            dense=_is_true(self._settings.value(DENSE)),
            papers=str(self._settings.value(PAPERS) or ""),
        )

    def keep(self, machine: Workstation) -> None:
        """Store the choices; raises ``RuleBroken`` for a missing folder of papers."""
        if machine.papers and not is_folder(Path(machine.papers)):
            raise RuleBroken("papers_folder_missing", field="papers")
        self._settings.setValue(THEME, machine.theme.value)
        self._settings.setValue(LARGE, machine.large)
        self._settings.setValue(DENSE, machine.dense)
        self._settings.setValue(PAPERS, machine.papers)
        self._settings.sync()

    def papers_folder(self) -> Path:
        """Return the folder for saved papers: the chosen one if it exists, else the documents folder."""
        chosen = self.read().papers
        if chosen and is_folder(Path(chosen)):
            return Path(chosen)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class WorkstationLook(QObject):
    """Applies the chosen look to the running program."""

    def __init__(self, app: QApplication, memory: WorkstationSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._memory = app, memory

    def follow_system(self) -> None:
        """Follow the system's light or dark colours from now on, if chosen."""
        self._app.styleHints().colorSchemeChanged.connect(self.apply)

    def apply(self, *_change: object) -> None:
        """Apply the chosen look if it differs from the present one."""
        machine = self._memory.read()
        style = self._app.style()
        tokens = tokens_of_machine(machine, dark_system=self._system_is_dark())
        if isinstance(style, LookBearer) and style.tokens != tokens:
            style.use(self._app, tokens)

    def apply_density(self) -> None:
        """Apply the chosen row height to every list."""
        from desktop_app.window.kit.record_list_page import RecordListPage

        dense = self._memory.read().dense
        for one in self._app.allWidgets():
            if isinstance(one, RecordListPage):
                one.table.set_compact(dense)

    def _system_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def tokens_of_machine(machine: Workstation, *, dark_system: bool) -> Tokens:
    """Return the look of the choices."""
    dark = machine.theme is Theme.DARK or (machine.theme is Theme.SYSTEM and dark_system)
    return tokens_for(Scheme.DARK if dark else Scheme.LIGHT, LARGE_SCALE if machine.large else 1.0)


def _is_true(kept: object) -> bool:
    # an INI file gives a truth back as a word
    return str(kept).lower() == "true"


GEOMETRY = "window/geometry"
PAGE = "window/page"
Lists = Iterable["RecordListPage[Any]"]


class WindowSettings:
    """Reads and stores the state of window and lists; ignores invalid values."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def place(self, window: QWidget) -> bool:
        """Restore the window's position and size; return False if they are not known."""
        kept = self._settings.value(GEOMETRY)
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_place(self, window: QWidget) -> None:
        """Store the window's position and size."""
        self._settings.setValue(GEOMETRY, window.saveGeometry())

    def page(self) -> str:
        """Return the key of the list shown last; empty at the first start."""
        kept = self._settings.value(PAGE)
        return kept if isinstance(kept, str) else ""

    def dress_page(self, page: object) -> None:
        """Restore the state of a list: columns, view, filters, order and detail."""
        from desktop_app.window.kit.list_table import settings_from_text
        from desktop_app.window.kit.record_list_page import RecordListPage

        listing = getattr(page, "listing", page)  # a page may hold its list beneath something else
        if isinstance(listing, RecordListPage):
            memory = settings_from_text(str(self._settings.value(_key(listing)) or ""))
            if memory is not None:
                listing.recall(memory)
            elif WorkstationSettings(self._settings).read().dense:
                listing.table.set_compact(True)

    def keep(self, page: str, lists: Lists) -> None:
        """Store which list is shown, and the state of all lists."""
        if page:
            self._settings.setValue(PAGE, page)
        for one in lists:
            self._settings.setValue(_key(one), one.memory().to_text())


def _key(page: RecordListPage[Any]) -> str:
    return f"lists/{page.spec.key}"

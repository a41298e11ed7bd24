"""Settings of this machine, kept with QSettings: the look, applied at once, and the state of window and lists."""

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
    """What belongs to this machine: window size and the like; an INI file beside the data in portable mode."""
    file = paths.settings_file()
    kept = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, paths.APP_NAME, paths.APP_NAME)
    if file is not None:
        kept = QSettings(str(file), QSettings.Format.IniFormat)
    # Qt would make it with the rights that the umask gives; what stands there keeps its own through each writing
    with suppress(OSError):
        rights.make_folder(Path(kept.fileName()).parent)
        rights.make_file(Path(kept.fileName()))
    return kept


class MachineMemory:
    """Over the machine's settings; what they hold that makes no sense is as if it were not there."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def read(self) -> Workstation:
        """The choices, or what a new machine has."""
        theme = str(self._settings.value(THEME) or "")
        return Workstation(
            theme=Theme(theme) if theme in list(Theme) else Theme.SYSTEM,
            large=_is_true(self._settings.value(LARGE)),
            dense=_is_true(self._settings.value(DENSE)),
            papers=str(self._settings.value(PAPERS) or ""),
        )

    def keep(self, machine: Workstation) -> None:
        """Remember the choices; a folder that is not there is refused beside its field."""
        if machine.papers and not is_folder(Path(machine.papers)):
            raise RuleBroken("papers_folder_missing", field="papers")
        self._settings.setValue(THEME, machine.theme.value)
        self._settings.setValue(LARGE, machine.large)
        self._settings.setValue(DENSE, machine.dense)
        self._settings.setValue(PAPERS, machine.papers)
        self._settings.sync()

    def papers_folder(self) -> Path:
        """Where saving a paper begins: the chosen folder while it is there, else the machine's documents."""
        chosen = self.read().papers
        if chosen and is_folder(Path(chosen)):
            return Path(chosen)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class MachineLook(QObject):
    """Dresses the running program."""

    def __init__(self, app: QApplication, memory: MachineMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._memory = app, memory

    def follow_system(self) -> None:
        """Change with the system's colours from now on, while that is the choice."""
        self._app.styleHints().colorSchemeChanged.connect(self.apply)

    def apply(self, *_change: object) -> None:
        """Put the choices on everything that shows, where they differ from what it wears."""
        machine = self._memory.read()
        style = self._app.style()
        tokens = tokens_of_machine(machine, dark_system=self._system_is_dark())
        if isinstance(style, LookBearer) and style.tokens != tokens:
            style.use(self._app, tokens)

    def apply_density(self) -> None:
        """Rows of every list as was chosen; a single list may be changed again in its own menu."""
        from desktop_app.window.kit.record_list_page import RecordListPage

        dense = self._memory.read().dense
        for one in self._app.allWidgets():
            if isinstance(one, RecordListPage):
                one.table.set_compact(dense)

    def _system_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def tokens_of_machine(machine: Workstation, *, dark_system: bool) -> Tokens:
    """The look of the choices."""
    dark = machine.theme is Theme.DARK or (machine.theme is Theme.SYSTEM and dark_system)
    return tokens_for(Scheme.DARK if dark else Scheme.LIGHT, LARGE_SCALE if machine.large else 1.0)


def _is_true(kept: object) -> bool:
    # an INI file gives a truth back as a word
    return str(kept).lower() == "true"


GEOMETRY = "window/geometry"
PAGE = "window/page"
Lists = Iterable["RecordListPage[Any]"]


class WindowMemory:
    """Over the machine's settings; whatever they hold that makes no sense is passed over."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def place(self, window: QWidget) -> bool:
        """Put the window where it was; False, and the window left as it is, when that is not known."""
        kept = self._settings.value(GEOMETRY)
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_place(self, window: QWidget) -> None:
        """Remember where the window is."""
        self._settings.setValue(GEOMETRY, window.saveGeometry())

    def page(self) -> str:
        """Key of the list that showed last, empty before there was one."""
        kept = self._settings.value(PAGE)
        return kept if isinstance(kept, str) else ""

    def dress_page(self, page: object) -> None:
        """Give a list back as it was left: columns, view, filters, order, the pane beside it; others have none."""
        from desktop_app.window.kit.list_table import from_text
        from desktop_app.window.kit.record_list_page import RecordListPage

        listing = getattr(page, "listing", page)  # a page may hold its list beneath something else
        if isinstance(listing, RecordListPage):
            memory = from_text(str(self._settings.value(_key(listing)) or ""))
            if memory is not None:
                listing.recall(memory)
            elif MachineMemory(self._settings).read().dense:
                listing.table.set_compact(True)

    def keep(self, page: str, lists: Lists) -> None:
        """Remember which list shows and how all were left."""
        if page:
            self._settings.setValue(PAGE, page)
        for one in lists:
            self._settings.setValue(_key(one), one.memory().to_text())


def _key(page: RecordListPage[Any]) -> str:
    return f"lists/{page.spec.key}"

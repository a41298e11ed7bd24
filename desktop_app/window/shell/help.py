"""Makes the help page: chapters, licences, and the paths of data and log.

Nothing of it is imported before help is asked for.
"""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app import VERSION
from desktop_app.domain.read_models.program_help import Chapter, HelpChapter, ProgramFacts, ShippedComponent
from desktop_app.storage.file.folder import SQLITE_VERSION
from desktop_app.storage.store.schema import SCHEMA_VERSION
from desktop_app.system import paths
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.window.help.controller import CHAPTER_OF, HelpActs, HelpController, OpenFolder
from desktop_app.window.help.page import HelpContents, HelpPage
from desktop_app.window.help.window import HelpWindow
from desktop_app.window.shell.machine import machine_settings
from desktop_app.wiring import Office

HELP, LICENCES = "help", "licences"
_HEAD: Final = "# "


def help_screen(office: Office, parent: QObject) -> tuple[HelpPage, HelpController]:
    """Make the help page of the open office and its controller."""
    facts = program_facts(office.folder.folder)
    page = HelpPage(help_contents(facts))
    return page, HelpController(page, office.context, facts, open_folder, parent)


def help_over(dialog: QWidget, data: Path, shown: str, *, show_folder: OpenFolder | None = None) -> HelpWindow:
    """Open the help in a window over a dialog, at the page's chapter; raise that window if it is open."""
    standing = _window_over(dialog)
    if standing is not None:
        return standing
    page = help_page_over(data, show_folder)
    page.show_chapter(CHAPTER_OF.get(shown, Chapter.TROUBLE))
    window = HelpWindow(page, dialog)
    add_action(window, page.ui.back.text(), ("F1", "Alt+Left"), window.close)
    window.show()
    page.focus_list()
    return window


def help_page_over(data: Path, show_folder: OpenFolder | None = None) -> HelpPage:
    """Make the help page for use without an office."""
    facts = program_facts(data)
    page = HelpPage(help_contents(facts))
    HelpActs(page, facts, show_folder or open_folder, page)
    return page


def help_contents(facts: ProgramFacts) -> HelpContents:
    """Return all content of the help page."""
    rows = json.loads(paths.resource(LICENCES, "components.json").read_text(encoding="utf-8"))
    return HelpContents(help_chapters(), facts, tuple(ShippedComponent(**row) for row in rows), licence_text)


def help_chapters() -> tuple[HelpChapter, ...]:
    """Return all chapters; the first line of each is its title."""
    return tuple(_chapter(one) for one in Chapter)


def licence_text(file: str) -> str:
    """Return one of the texts next to the table of components."""
    return paths.resource(LICENCES, file).read_text(encoding="utf-8")


def program_facts(data: Path) -> ProgramFacts:
    """Return the version, the system and the paths, but nothing from the records."""
    return ProgramFacts(
        version=VERSION,
        python=platform.python_version(),
        qt=PySide6.__version__,
        sqlite=SQLITE_VERSION,
        system=f"{platform.system()} {platform.release()} ({platform.version()})",
        schema=SCHEMA_VERSION,
        data=str(data),
        copies=str(data / paths.BEFORE_UPGRADE),
        log=str(paths.log_folder(data)),
        settings=str(Path(machine_settings().fileName())),
        program=str(paths.program_folder()),
    )


def open_folder(place: str) -> bool:
    """Show a folder in the file manager, or a file's folder; return False if that fails."""
    path = Path(place)
    while not paths.is_folder(path) and path != path.parent:
        path = path.parent
    asked = path if path == Path(place) or path == Path(place).parent else None
    return asked is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(asked)))


def _window_over(dialog: QWidget) -> HelpWindow | None:
    """Return the help window over the dialog, in front and with the keyboard."""
    windows = dialog.findChildren(HelpWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    standing = next((one for one in windows if one.isVisible()), None)
    if standing is not None:
        standing.setWindowState(standing.windowState() & ~Qt.WindowState.WindowMinimized)
        standing.raise_()
        standing.activateWindow()
    return standing


def _chapter(chapter: Chapter) -> HelpChapter:
    text = paths.resource(HELP, f"{chapter}.md").read_text(encoding="utf-8")
    return HelpChapter(chapter, text.split("\n", 1)[0].removeprefix(_HEAD).strip(), text)

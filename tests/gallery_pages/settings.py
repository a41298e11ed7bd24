"""The settings: each section at rest, two with refusals, and small windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import wiring
from desktop_app.printing.pictures import picture_from
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.office.settings import letterhead_values, save_letterhead
from desktop_app.window.settings.letterhead_section import LetterheadSection
from desktop_app.window.settings.office_rules_section import OfficeRulesSection
from desktop_app.window.settings.page import SettingsPage
from desktop_app.window.settings.print_setup_section import PrintSetupSection
from desktop_app.window.shell.settings import settings_screen
from desktop_app.workers import Workers
from tests.emblem import emblem
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.demo import demo_folder
from tests.views.minutes_desk import Person

TODAY = date(2023, 5, 13)
SIZE = (1216, 844)


@cache
def office() -> tuple[wiring.Office, Path]:
    """The demo's office with a logo."""
    folder = demo_folder()
    opened = wiring.open_office(folder, StoryClock(TODAY))
    seen = letterhead_values(opened.context)
    save_letterhead(opened.context, replace(seen, logo=picture_from(emblem())), seen)
    return opened, folder


def page_of(section: str) -> SettingsPage:
    """The page with one section."""
    opened, folder = office()
    owner = QObject(QApplication.instance())
    kept = QSettings(str(folder / "machine.ini"), QSettings.Format.IniFormat)
    workers = Workers(owner)
    page, controller = settings_screen(opened, Person(), workers, owner, kept=kept)
    controller.setParent(page)
    workers.setParent(page)
    controller.show(section)
    return page


def _workers(widget: QWidget) -> Workers:
    (found,) = widget.findChildren(Workers)
    return found


def refuse(widget: QWidget) -> None:
    """Two things that may not be, and the button that says so."""
    assert isinstance(widget, SettingsPage)
    (panel,) = widget.findChildren(OfficeRulesSection)
    panel.ui.pattern.set_text("{سال}/{ردیف}")
    panel.ui.originals.set_text("")
    widget.save_requested.emit()


def refuse_logo(widget: QWidget) -> None:
    """A file that is no picture."""
    from desktop_app.domain.errors import RuleBroken
    from desktop_app.words.refusals import sentence

    (panel,) = widget.findChildren(LetterheadSection)
    panel.show_refusal("logo", sentence(RuleBroken("picture_not_image", field="logo")))


def look(widget: QWidget) -> None:
    """Until the small page is there."""
    _workers(widget).wait_until_idle()


def refuse_setup(widget: QWidget) -> None:
    """A margin that leaves no room, and a font that may not go into a document."""
    from desktop_app.domain.errors import RuleBroken
    from desktop_app.words.refusals import sentence

    look(widget)
    assert isinstance(widget, SettingsPage)
    (panel,) = widget.findChildren(PrintSetupSection)
    panel.ui.bottom.set_text("۸")
    panel.preview_requested.emit()
    look(widget)
    widget.save_requested.emit()
    panel.refuse_font(sentence(RuleBroken("font_forbids_embedding", field="font", font="Titr.ttf")))
    for _turn in range(4):
        # each form around it takes a turn to make room for a second line
        QApplication.processEvents()


def shown(
    name: str, section: str, size: tuple[int, int] = SIZE, act: Callable[[QWidget], None] | None = None
) -> GalleryPage:
    """One photograph."""
    return GalleryPage(name, lambda: page_of(section), size, prepare=act)


PAGES = (
    shown("settings-rules", "office_rules"),
    shown("settings-rules-refused", "office_rules", act=refuse),
    shown("settings-letterhead", "letterhead", act=refuse_logo),
    shown("settings-print", "print_setup", act=look),
    shown("settings-print-refused", "print_setup", act=refuse_setup),
    shown("settings-print-1280x720", "print_setup", (1220, 692), act=look),
    shown("settings-print-960x540", "print_setup", (900, 512), act=look),
    GalleryPage("settings-print-large", lambda: page_of("print_setup"), SIZE, prepare=look, text_scale=1.25),
    shown("settings-holidays", "holidays"),
    shown("settings-machine", "this_machine"),
    shown("settings-1280x720", "office_rules", (1220, 692)),
    shown("settings-960x540", "holidays", (900, 512)),
)

"""The settings page, wired to the open office and to this machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from desktop_app import wiring
from desktop_app.bootstrap.machine import MachineLook, MachineMemory, machine_settings
from desktop_app.bootstrap.print_setup import print_setup_section
from desktop_app.controllers.settings.letterhead_logo import LetterheadLogo
from desktop_app.controllers.settings.settings_controller import SettingsController, SettingsEntry, settings_entry
from desktop_app.domain.documents.letterheads import LetterheadValues
from desktop_app.domain.documents.pictures import Picture
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.settings import OfficeSettings
from desktop_app.domain.workstation import Workstation
from desktop_app.services.context import Context
from desktop_app.services.office import holidays, letterhead, settings
from desktop_app.text.office import settings as words
from desktop_app.text.office import this_machine as machine_words
from desktop_app.views.settings.holidays_section import HolidaysSection
from desktop_app.views.settings.letterhead_section import LetterheadSection
from desktop_app.views.settings.office_rules_section import OfficeRulesSection
from desktop_app.views.settings.settings_page import SectionContent, SettingsPage
from desktop_app.views.settings.this_machine_section import ThisMachineSection
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.file_dialog import ask_folder
from desktop_app.wiring import Office
from desktop_app.workers import Workers


def settings_screen(
    office: Office,
    dialogs: Dialogs,
    workers: Workers,
    parent: QObject,
    *,
    first: Sequence[SettingsEntry] = (),
    kept: QSettings | None = None,
) -> tuple[SettingsPage, SettingsController]:
    """The page and its controller; ``first`` are the sections of the committee, before those of the office."""
    made = [
        *first,
        office_rules_section(office, parent),
        letterhead_section(office, dialogs, workers, parent),
        print_setup_section(office, dialogs, workers, parent),
        _holidays_section(office, parent),
        _this_machine_section(office, kept or machine_settings(), parent),
    ]
    page = SettingsPage([one.content for one in made])
    return page, SettingsController(page, office.context, dialogs, made, parent)


def office_rules_section(
    office: Office, parent: QObject, *, read: Callable[[Context], OfficeSettings] = settings.office_settings
) -> SettingsEntry:
    """Quorum, numbers, week and hours; also a step of the first start, which proposes what it may ``read``."""
    return settings_entry(
        SectionContent("office_rules", words.OFFICE_RULES, "gavel", OfficeRulesSection()),
        office.context,
        parent,
        read=read,
        check=settings.settings_refusals,
        write=settings.save_edited,
    )


def letterhead_section(
    office: Office,
    dialogs: Dialogs,
    workers: Workers,
    parent: QObject,
    *,
    read: Callable[[Context], LetterheadValues] = letterhead.letterhead_values,
) -> SettingsEntry:
    """Lines, invocation and logo; also a step of the first start, which proposes what it may ``read``."""
    panel = LetterheadSection()
    entry = settings_entry(
        SectionContent("letterhead", words.LETTERHEAD, "stamp", panel),
        office.context,
        parent,
        read=read,
        check=letterhead.letterhead_refusals,
        write=letterhead.save_letterhead,
    )
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    LetterheadLogo(panel, _read_picture, dialogs, workers, folder, entry.section)
    return entry


def _holidays_section(office: Office, parent: QObject) -> SettingsEntry:
    panel = HolidaysSection(office.clock.today, wiring.holidays)
    return settings_entry(
        SectionContent("holidays", words.HOLIDAYS, "calendar-days", panel),
        office.context,
        parent,
        read=holidays.holiday_table,
        check=holidays.holiday_refusals,
        write=holidays.save_holidays,
    )


def _this_machine_section(office: Office, kept: QSettings, parent: QObject) -> SettingsEntry:
    """What stays on this machine; each choice is put on at once."""
    panel, memory = ThisMachineSection(), MachineMemory(kept)
    app = QApplication.instance()
    look = MachineLook(app, memory, parent) if isinstance(app, QApplication) else None

    def write(_context: Context, machine: Workstation, seen: Workstation) -> Outcome:
        memory.keep(machine)
        if look is not None:
            look.apply()
            if machine.dense != seen.dense:
                look.apply_density()
        return Outcome(changed=Changed.NOTHING)

    def pick_papers() -> None:
        folder = ask_folder(panel.window(), machine_words.PICK_PAPERS, memory.papers_folder())
        if folder is not None:
            panel.show_papers(str(folder))

    panel.papers_requested.connect(pick_papers)
    content = SectionContent("this_machine", words.THIS_MACHINE, "monitor", panel)
    return settings_entry(
        content, office.context, parent, read=lambda _context: memory.read(), write=write, at_once=True
    )


def _read_picture(source: Path | bytes) -> Picture:
    # what asks the child process is loaded when the first picture comes
    from desktop_app.printing.chosen_picture import read_picture

    return read_picture(source)

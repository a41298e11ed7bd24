"""Controller of the settings page: shows one section, saves it, or asks before unsaved changes are lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.history import OFFICE, RecordKey
from desktop_app.services.context import Context
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination, OpenPage
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.section import Section
from desktop_app.window.settings import words
from desktop_app.window.settings.page import BACKUPS, SectionContent, SettingsPage
from desktop_app.words.widgets import SAVE_AND_LEAVE

Values = TypeVar("Values")
SAVE, LEAVE, STAY = "save", "leave", "stay"


@dataclass(frozen=True, slots=True)
class SettingsEntry:
    """A section with its panel; ``at_once`` sections save every choice immediately."""

    content: SectionContent
    section: Section[Any]
    at_once: bool = False


def settings_entry(
    content: SectionContent,
    context: Context,
    parent: QObject,
    *,
    read: Callable[[Context], Values],
    write: Callable[[Context, Values, Values], Outcome],
    check: Callable[[Context, Values], Sequence[Refused]] = lambda _context, _values: (),
    at_once: bool = False,
) -> SettingsEntry:
    """Return the entry of a panel with its services for reading, saving and checking."""
    section = Section(content.panel, context, read=read, write=write, check=check, parent=parent)
    return SettingsEntry(content, section, at_once)


class SettingsController(PageController):
    """Shows one section after another."""

    def __init__(
        self,
        page: SettingsPage,
        context: Context,
        dialogs: Dialogs,
        entries: Sequence[SettingsEntry],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._page, self._dialogs = page, dialogs
        self._entries = {entry.content.key: entry for entry in entries}
        self._current = entries[0].content.key
        self._shown = False
        page.section_requested.connect(self.show_section)
        page.save_requested.connect(self.save)
        page.leave_requested.connect(self._give_up)
        page.bring_back_requested.connect(self._bring_back)
        page.backups_requested.connect(lambda: self.navigated.emit(OpenPage(BACKUPS)))
        for key, entry in self._entries.items():
            entry.section.edited.connect(lambda key=key: self._edited(key))
            entry.section.changed.connect(self.changed)

    def visit(self, _destination: Destination) -> None:
        """Show the last section."""
        self.show()

    def show(self, key: str = "") -> None:
        """Read and show a section, by default the last one."""
        self._shown = False
        self._open(key or self._current)

    def show_section(self, key: str) -> None:
        """Switch to another section if the present one may be left."""
        if key != self._current and self.may_leave():
            self._open(key)
        else:
            self._page.show_section(self._current)

    def history_key(self) -> RecordKey | None:
        """The key of the settings in the change history."""
        return OFFICE

    def save(self) -> bool:
        """Save the section; after a refusal focus the first refused field."""
        entry = self._entry
        if entry.at_once or not entry.section.is_changed():
            return True
        saved = entry.section.save()
        if not saved:
            entry.section.focus()
        self._tell(words.JUST_SAVED if saved else words.UNSAVED)
        return saved

    def may_leave(self) -> bool:
        """Whether the section may be left: it is saved, unchanged, or the operator discards the changes."""
        entry = self._entry
        if not self._shown or entry.at_once or not entry.section.is_changed():
            return True
        question = Question(
            words.LEAVE_TITLE,
            words.leave_question(self._page.section_title(self._current)),
            (Choice(SAVE, SAVE_AND_LEAVE), Choice(LEAVE, words.LEAVE_UNSAVED), Choice(STAY, words.GO_ON)),
            tone=Tone.WARNING,
        )
        answer = self._dialogs.ask(question)
        if answer == SAVE:
            return self.save()
        if answer == LEAVE:
            entry.section.restore()
            self._tell(words.SAVED)
            return True
        entry.section.focus()
        return False

    def undo(self) -> None:
        """Restore changes discarded last, or undo the last unsaved change of the section."""
        section = self._entry.section
        if section.can_bring_back():
            self._bring_back()
        elif not section.panel.undo_edit():
            super().undo()

    def redo(self) -> None:
        """Redo the change of the section that was undone last."""
        if not self._entry.section.panel.redo_edit():
            super().redo()

    def reload(self, changed: Changed) -> None:
        """Read the section again after a change elsewhere, unless it has unsaved changes."""
        watched = Changed.SETTINGS | Changed.MEMBERS
        if self._shown and changed & watched and not self._entry.section.is_changed():
            self._entry.section.load()

    # ---- inside

    @property
    def _entry(self) -> SettingsEntry:
        return self._entries[self._current]

    def _open(self, key: str) -> None:
        self._current = key
        self._shown = True
        self._entry.section.load()
        self._page.show_section(key)
        self._tell(words.SAVED)

    def _edited(self, key: str) -> None:
        if key != self._current:
            return
        entry = self._entry
        if entry.at_once and entry.section.is_changed():
            saved = entry.section.save()
            self._tell(words.JUST_SAVED if saved else words.UNSAVED)
        else:
            self._tell(words.SAVED)

    def _give_up(self) -> None:
        self._entry.section.restore()
        self._tell(words.LEFT)

    def _bring_back(self) -> None:
        self._entry.section.bring_back()
        self._tell(words.SAVED)

    def _tell(self, saved_words: str) -> None:
        """Update the buttons of the form and the status text of the window."""
        entry = self._entry
        changed = entry.section.is_changed()
        at_rest = words.AT_ONCE if entry.at_once and saved_words == words.SAVED else saved_words
        self._page.show_state(
            words.UNSAVED if changed else at_rest,
            Tone.WARNING if changed else Tone.DONE if saved_words == words.JUST_SAVED else Tone.NEUTRAL,
            changed=changed,
            can_bring_back=entry.section.can_bring_back(),
            at_once=entry.at_once,
        )
        self.status_message.emit(words.UNSAVED if changed else words.ALL_SAVED, Tone.WARNING if changed else Tone.DONE)

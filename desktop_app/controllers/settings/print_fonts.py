"""Fonts of the section of fonts and paper: found, judged and kept off the window's thread; and its small page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.controllers.signing.paper_view import OpenPages
from desktop_app.domain.documents.print_setup import PrintFont, PrintSetup
from desktop_app.domain.errors import Refused
from desktop_app.text.office import print_setup as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.page_view import Render
from desktop_app.workers import Workers

Families = Mapping[str, tuple[Path, ...]]


class PrintFontsView(Protocol):
    """What the section offers besides its values."""

    family_requested: SignalInstance
    file_requested: SignalInstance
    families_wanted: SignalInstance
    preview_requested: SignalInstance

    def values(self) -> PrintSetup:
        """What the form holds now."""
        ...

    def show_families(self, families: Sequence[str]) -> None:
        """The fonts of this machine."""
        ...

    def show_taking(self, said: str) -> None:
        """A font is being looked for or judged."""
        ...

    def show_font(self, fonts: Sequence[PrintFont]) -> None:
        """A font that was taken."""
        ...

    def refuse_font(self, text: str) -> None:
        """A font that may not be used."""
        ...

    def show_preview(self, render: Render | None, said: str) -> None:
        """The page in these settings."""
        ...


@dataclass(frozen=True, slots=True)
class PrintFontsServices:
    """Called off the main thread: ``families`` of the machine, ``take`` of files, ``preview`` as a PDF."""

    families: Callable[[], Families]
    take: Callable[[Sequence[Path], str], tuple[PrintFont, ...]]
    preview: Callable[[PrintSetup], bytes]
    open_pages: Callable[[bytes], OpenPages]
    folder: Path


class PrintFonts(QObject):
    """Nothing counts before the section is saved; a kept file that nobody names does no harm."""

    def __init__(
        self,
        view: PrintFontsView,
        services: PrintFontsServices,
        dialogs: Dialogs,
        workers: Workers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._services = view, services
        self._dialogs, self._workers = dialogs, workers
        self._families: Families = {}
        self._folder = services.folder
        self._wanted: PrintSetup | None = None
        self._takes = self._ended = 0
        """The number of the newest font that was asked for, and of the newest that has its answer."""
        view.families_wanted.connect(self._look)
        view.family_requested.connect(self._take_family)
        view.file_requested.connect(self._pick)
        view.preview_requested.connect(self._show_page)

    def _look(self) -> None:
        self._view.show_taking(words.LOOKING)
        self._workers.run(self._services.families, self._show_families, self._refuse, owner=self)

    def _show_families(self, families: Families) -> None:
        self._families = families
        if self._takes == self._ended:
            self._view.show_taking("")
        self._view.show_families(list(families))

    def _take_family(self, family: str) -> None:
        self._take(self._families.get(family, ()), family)

    def _pick(self) -> None:
        """Ask for a file; the next question begins in its folder."""
        path = self._dialogs.pick_open_path(words.PICK_FONT, self._folder, words.FONT_FILES)
        if path is not None:
            self._folder = path.parent
            self._take((path,), "")

    def _take(self, files: Sequence[Path], family: str) -> None:
        self._view.show_taking(words.TAKING)
        self._takes += 1
        number = self._takes
        self._workers.run(
            lambda: self._services.take(files, family),
            lambda fonts: self._taken(number, fonts),
            lambda error: self._not_taken(number, error),
            owner=self,
        )

    def _taken(self, number: int, fonts: tuple[PrintFont, ...]) -> None:
        # of two fonts that were chosen one after the other the later one counts
        if number == self._takes:
            self._ended = number
            self._view.show_taking("")
            self._view.show_font(fonts)

    def _not_taken(self, number: int, error: BaseException) -> None:
        if number == self._takes:
            self._ended = number
        elif isinstance(error, Refused):
            return
        self._refuse(error)

    def _refuse(self, error: BaseException) -> None:
        self._view.show_taking("")
        if not isinstance(error, Refused):
            raise error
        self._view.refuse_font(sentence(error))

    def _show_page(self) -> None:
        """The small page of what stands in the form; only the newest wish is shown."""
        wanted = self._wanted = self._view.values()
        self._workers.run(
            lambda: self._services.preview(wanted),
            lambda pdf: self._shown(wanted, pdf),
            lambda error: self._not_shown(wanted, error),
            owner=self,
        )

    def _shown(self, wanted: PrintSetup, pdf: bytes) -> None:
        if wanted != self._wanted:
            return
        pages = self._services.open_pages(pdf)
        try:
            self._view.show_preview(pages.draw, words.PREVIEW_NOTE)
        finally:
            pages.close()

    def _not_shown(self, wanted: PrintSetup, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        if wanted == self._wanted:
            self._view.show_preview(None, words.NO_PREVIEW)

"""Files chosen in the settings, read off the main thread: the letterhead's logo, and the fonts of papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from desktop_app.domain.documents.appearance import Picture
from desktop_app.domain.documents.print_setup import PrintFont, PrintSetup
from desktop_app.domain.errors import Refused
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.window.kit.file_drop import DroppedFiles, png_of
from desktop_app.window.settings import words
from desktop_app.window.settings.letterhead_section import LetterheadSection
from desktop_app.window.settings.print_setup_section import PrintSetupSection
from desktop_app.words import print_setup as print_setup_words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers

Families = Mapping[str, tuple[Path, ...]]


class PrintFonts(QObject):
    """Controls the choice of fonts; nothing takes effect before the section is saved.

    Called off the main thread are ``find``, for the families of the machine, ``judge``, which takes or refuses files of
    one, and ``preview``, which makes a PDF.
    """

    def __init__(
        self,
        panel: PrintSetupSection,
        dialogs: Dialogs,
        workers: Workers,
        *,
        find: Callable[[], Families],
        judge: Callable[[Sequence[Path], str], tuple[PrintFont, ...]],
        preview: Callable[[PrintSetup], bytes],
        open_pages: Callable[[bytes], OpenPages],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._dialogs, self._workers = panel, dialogs, workers
        self._find, self._judge, self._preview, self._open_pages = find, judge, preview, open_pages
        self._families: Families = {}
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.FontsLocation)
        self._folder = Path(places[0]) if places else Path.home()
        self._wanted: PrintSetup | None = None
        self._taking: object = None
        """The newest font that was asked for, until it has its answer."""
        panel.families_wanted.connect(self._look)
        panel.family_requested.connect(self._take_family)
        panel.file_requested.connect(self._pick)
        panel.preview_requested.connect(self._show_page)

    def _look(self) -> None:
        self._panel.show_busy(print_setup_words.LOOKING)
        self._workers.run(self._find, self._show_families, self._refuse, owner=self)

    def _show_families(self, families: Families) -> None:
        self._families = families
        if self._taking is None:
            self._panel.show_busy("")
        self._panel.show_families(list(families))

    def _take_family(self, family: str) -> None:
        self._take(self._families.get(family, ()), family)

    def _pick(self) -> None:
        """Show the file dialog; the next one opens in the same folder."""
        path = self._dialogs.pick_open_path(print_setup_words.PICK_FONT, self._folder, print_setup_words.FONT_FILES)
        if path is not None:
            self._folder = path.parent
            self._take((path,), "")

    def _take(self, files: Sequence[Path], family: str) -> None:
        self._panel.show_busy(print_setup_words.TAKING)
        wanted = self._taking = object()

        def is_newest() -> bool:
            # of two fonts that were chosen one after the other the later one counts
            newest = wanted is self._taking
            self._taking = None if newest else self._taking
            return newest

        def taken(fonts: tuple[PrintFont, ...]) -> None:
            if is_newest():
                self._panel.show_busy("")
                self._panel.show_font(fonts)

        def refused(error: BaseException) -> None:
            if is_newest() or not isinstance(error, Refused):
                self._refuse(error)

        self._workers.run(lambda: self._judge(files, family), taken, refused, owner=self)

    def _refuse(self, error: BaseException) -> None:
        self._panel.show_busy("")
        if not isinstance(error, Refused):
            raise error
        self._panel.refuse_font(sentence(error))

    def _show_page(self) -> None:
        """Make the preview page of the typed values; only the newest is shown."""
        wanted = self._wanted = self._panel.values()
        self._workers.run(
            lambda: self._preview(wanted),
            lambda pdf: self._shown(wanted, pdf),
            lambda error: self._not_shown(wanted, error),
            owner=self,
        )

    def _shown(self, wanted: PrintSetup, pdf: bytes) -> None:
        if wanted != self._wanted:
            return
        pages = self._open_pages(pdf)
        try:
            self._panel.show_preview(pages.draw, print_setup_words.PREVIEW_NOTE)
        finally:
            pages.close()

    def _not_shown(self, wanted: PrintSetup, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        if wanted == self._wanted:
            self._panel.show_preview(None, print_setup_words.NO_PREVIEW)


class LetterheadLogo(QObject):
    """Controls the choice of the logo; nothing is stored before the section is saved."""

    def __init__(
        self,
        panel: LetterheadSection,
        read: Callable[[Path | bytes], Picture],
        dialogs: Dialogs,
        workers: Workers,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._read = panel, read
        self._dialogs, self._workers = dialogs, workers
        self._folder = folder
        panel.logo_requested.connect(self.pick)
        panel.logo_brought.connect(self.bring)

    def pick(self) -> None:
        """Show the file dialog and read the file; the next one opens in the same folder."""
        path = self._dialogs.pick_open_path(words.PICK_LOGO, self._folder, words.PICTURE_FILES)
        if path is None:
            return
        self._folder = path.parent
        self.bring(DroppedFiles((path,)))

    def bring(self, found: DroppedFiles) -> None:
        """Read a chosen, dropped or pasted file or picture."""
        self._panel.show_reading(True)
        self._workers.run(lambda: self._read(_source(found)), self._show, self._refuse, owner=self)

    def _show(self, logo: Picture) -> None:
        self._panel.show_reading(False)
        self._panel.show_logo(logo)

    def _refuse(self, error: BaseException) -> None:
        self._panel.show_reading(False)
        if not isinstance(error, Refused):
            raise error
        self._panel.show_refusal("logo", sentence(error))


def _source(found: DroppedFiles) -> Path | bytes:
    """Return the file, or the picture as encoded bytes; runs off the main thread, as encoding may be slow."""
    return found.paths[0] if found.picture is None else png_of(found.picture)

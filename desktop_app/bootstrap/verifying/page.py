"""The page «بررسی برگه», wired: files of the machine against the papers of the open office."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.bootstrap.paper import ShownPages
from desktop_app.controllers.verifying.verify_controller import VerifyController
from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import ToldPaper, VerifiedPaper
from desktop_app.printing.pages import PageReader
from desktop_app.printing.paper_reading import PaperFiles
from desktop_app.services.documents.kept_drawing import KeptDrawing
from desktop_app.services.verifying.verify_file import verify_files
from desktop_app.services.verifying.verify_typed import verify_typed
from desktop_app.storage.files.file_store import file_bytes
from desktop_app.views.verifying.verify_page import VerifyPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office
from desktop_app.workers import Workers


class OfficeVerifying:
    """Verifying in an open office; the controllers describe it at ``PaperVerifying``."""

    folder = Path.home()

    def __init__(self, office: Office) -> None:
        self._context, self._reading, self._reader = office.context, PaperFiles(file_bytes), PageReader()
        self._drawing = KeptDrawing(office.context, office.printing.make)

    def verify(self, files: Sequence[ChosenFile], told: Progress) -> VerifiedPaper:
        """Which paper the files are."""
        return verify_files(self._context, self._reading, files, told)

    def verify_typed(self, typed: str) -> VerifiedPaper:
        """The paper with a code or a number."""
        return verify_typed(self._context, typed)

    def told(self, paper: VerifiedPaper) -> ToldPaper:
        """The answer in words, which are loaded with their first use."""
        from desktop_app.printing.wording import verified_words

        return verified_words.told(paper)

    def draw(self, paper: VerifiedPaper) -> bytes:
        """The PDF of the office's own paper; empty where there is none, or it can no longer be drawn."""
        try:
            if paper.minutes is not None:
                return self._drawing.minutes(paper.minutes.version_id)
            letter = paper.letters[0] if len(paper.letters) == 1 else None
            if letter is not None and letter.invitation_id:
                return self._drawing.invitation(letter.invitation_id)
            return self._drawing.letter(letter.outgoing_id) if letter is not None and letter.outgoing_id else b""
        except Refused:
            return b""

    def open_pages(self, pdf: bytes) -> ShownPages:
        """Open a PDF that was drawn."""
        return ShownPages(self._reader.open(pdf))


def verify_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[VerifyPage, VerifyController]:
    """The page and its controller."""
    page = VerifyPage()
    return page, VerifyController(page, office.context, dialogs, workers, OfficeVerifying(office), parent)

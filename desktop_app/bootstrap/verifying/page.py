"""The page «بررسی کاغذ», wired: files of the machine beside papers of the open office."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.controllers.verifying.verify_controller import VerifyController
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import ToldPaper, VerifiedPaper
from desktop_app.printing.paper_reading import PaperFiles
from desktop_app.services.verifying.verify_code import with_kept
from desktop_app.services.verifying.verify_file import verify_files
from desktop_app.services.verifying.verify_number import verify_typed
from desktop_app.storage.files.file_store import file_bytes
from desktop_app.views.verifying.verify_page import VerifyPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office, kept_papers
from desktop_app.workers import Workers


class OfficeVerifying:
    """Files held against an open office; what it stands for is told at ``PaperFileVerifying`` in the controllers."""

    def __init__(self, office: Office) -> None:
        self._office, self._reading = office, PaperFiles(office.printing, file_bytes)
        self._kept = kept_papers(office)

    @property
    def folder(self) -> Path:
        """Where a dialog begins."""
        return Path.home()

    def verify(self, files: Sequence[ChosenFile], told: Progress) -> VerifiedPaper:
        """What the files are."""
        context = self._office.context
        return with_kept(context, verify_files(context, self._reading, files, told), self._kept)

    def verify_typed(self, typed: str) -> VerifiedPaper:
        """What the paper with a code or a number is."""
        context = self._office.context
        return with_kept(context, verify_typed(context, typed), self._kept)

    def told(self, paper: VerifiedPaper) -> ToldPaper:
        """The answer in words, which are loaded with their first use."""
        from desktop_app.printing.wording import verified_words

        return verified_words.told(paper)


def verify_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[VerifyPage, VerifyController]:
    """The page and its controller."""
    page = VerifyPage()
    return page, VerifyController(page, office.context, dialogs, workers, OfficeVerifying(office), parent)

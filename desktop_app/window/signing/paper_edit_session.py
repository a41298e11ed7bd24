"""Edit session of a paper of minutes: its sheet, and the refusals of its actions."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import ScansSheet
from desktop_app.services.context import Context
from desktop_app.services.files.scans_sheet import scans_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.window.kit.page_controller import PageController, Refuse
from desktop_app.window.signing.page import PaperPage
from desktop_app.words.refusals import sentence

WATCHED = Changed.MINUTES | Changed.MEETINGS | Changed.RESOLUTIONS


class PaperEditSession(PageController):
    """Shared state of the parts of the print page's controller."""

    def __init__(self, page: PaperPage, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.page = page
        self.sheet: PaperSheet | None = None
        self.scans: ScansSheet | None = None

    def history_key(self) -> RecordKey | None:
        """The key of this version in the change history."""
        return RecordKey("minutes_version", self.sheet.version.id) if self.sheet is not None else None

    def read(self, version_id: int) -> None:
        """Read a version and show its round trip; raises ``Refused``."""
        self.sheet = paper_sheet(self.context, version_id)
        self.scans = scans_sheet(self.context, version_id)
        self.page.show_sheet(self.sheet)
        self.page.show_scans(self.sheet, self.scans)

    def reload(self, changed: Changed) -> None:
        """Read the round trip again after a change of minutes; the paper is made again when next shown."""
        if self.sheet is not None and changed & WATCHED:
            try:
                self.read(self.sheet.version.id)
            except Refused as refused:
                self.show_problem(refused)

    def undo(self) -> None:
        """Undo the last action; recorded signatures are struck with a reason, all of one action together."""
        scan_first = self.sheet is None or self.steps.last_done() is not None
        if scan_first or not self.page.trip.signers.strike_last():
            super().undo()

    def show_step(self, _made: Outcome, said: str) -> None:
        """Show above the paper the message of an undo or redo."""
        self.page.show_done(said)

    def show_refused(self, refused: Refused, refuse: Refuse) -> None:
        """Show a refusal or a system error by ``refuse``, with a retry button for the latter."""
        if not refuse(refused):
            self.show_problem(refused)

    def show_problem(self, refused: Refused) -> None:
        """Show the refusal above the paper."""
        self.page.show_refusal(sentence(refused))

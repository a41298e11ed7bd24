"""The pages of a scan as the operator arranges them: judged again after each change, and each change taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop_app.controllers.scans import arranging
from desktop_app.controllers.scans.scan_looking import ScanLooking
from desktop_app.controllers.scans.scan_port import ScanPort
from desktop_app.controllers.scans.scan_reading import Read
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import (
    ChosenFile,
    ScanFindingKind,
    ScanImport,
    ScanJudgement,
    ScanReading,
    ScansSheet,
)
from desktop_app.domain.scans.scan_findings import files_for, minutes_elsewhere, takes_scans
from desktop_app.services.context import Context
from desktop_app.services.scans.scan_judging import judge_scan
from desktop_app.services.scans.scan_reading import in_order, with_number
from desktop_app.text.papers import scan_import as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.scans.scan_dialog import ScanDialog
from desktop_app.views.scans.scan_format import asked_of, cards_of, keeping_verb, page_key
from desktop_app.workers import Workers


@dataclass(frozen=True, slots=True)
class Carried:
    """Files of a scan on their way to the paper of another version; none where its minutes take no scan."""

    version_id: int
    files: tuple[ChosenFile, ...]


class ScanArranging(QObject):
    """Of one dialog; nothing here is written."""

    def __init__(
        self,
        dialog: ScanDialog,
        sheet: PaperSheet,
        scans: ScansSheet,
        context: Context,
        scan_port: ScanPort,
        workers: Workers,
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._sheet, self._scans, self._context = dialog, sheet, scans, context
        self._looking = ScanLooking(dialog, scan_port, workers)
        self._past: list[ScanReading] = []
        self._future: list[ScanReading] = []
        self._judgement = ScanJudgement()
        self.reading: ScanReading | None = None
        """The pages as they stand; None before the first are read."""
        self.original = next(iter(scans.missing), 1)
        """The original that the scan is of."""
        self._listen()
        self._show_originals()

    def scan(self) -> ScanImport | None:
        """What would be kept."""
        if self.reading is None:
            return None
        asked = self._dialog.asked
        return ScanImport(
            version_id=self._sheet.version.id,
            original=self.original,
            reading=self.reading,
            reason=asked.reason_text(),
            transcripts=asked.transcripts.transcripts(),
        )

    def take(self, read: Read) -> None:
        """The pages of more files; while nothing was put elsewhere by hand each comes where the paper has it."""
        before, new = self.reading, read.reading.pages
        reading = read.reading
        if before is not None:
            reading = arranging.joined(before, read.reading)
            new = reading.pages[len(before.pages) :]
        self._looking.add({page_key(page): picture for page, picture in zip(new, read.pictures, strict=True)})
        if before is not None and before.pages == in_order(before).pages:
            reading = in_order(reading)
        self._past, self._future = [], []
        self.reading = reading
        if new:
            self._looking.chosen = page_key(new[0])
            self._dialog.show_look(page_key(new[0]))
        self.show()
        self._dialog.focus_first()

    def change(self, change: Callable[[ScanReading], ScanReading]) -> None:
        """One change by the operator; it can be taken back."""
        before = self.reading
        after = change(before) if before is not None else None
        if before is not None and after is not None and after != before:
            self._past.append(before)
            self._future.clear()
            self._dialog.clear_message()
            self.reading = after
            self.show()

    def elsewhere(self) -> Carried | None:
        """The files that may be of the other paper that is told, and the way to it."""
        paper = minutes_elsewhere(self._judgement)
        if paper is None or self.reading is None:
            return None
        return Carried(paper.version_id, files_for(self.reading, paper) if takes_scans(paper) else ())

    def show(self) -> None:
        """Judge it as it stands, and show the pages, what is found, and what keeping would do."""
        scan, reading = self.scan(), self.reading
        if scan is None or reading is None:
            return
        try:
            self._judgement = judge_scan(self._context, scan)
        except Refused as refused:
            self._judgement = ScanJudgement()
            self._dialog.show_refusal(refused.field, sentence(refused))
        self._dialog.show_order(offered=reading.pages != in_order(reading).pages)
        self._show_pages(reading)
        self._dialog.asked.show_asked(asked_of(reading, self._judgement))
        self._dialog.show_keeping(keeping_verb(self._judgement), refused=self._judgement.refused)

    def let_go(self) -> None:
        """The dialog is closed: its pictures go with it, and not when what it left behind is searched for."""
        self.reading, self._past, self._future = None, [], []
        self._looking.let_go()
        self._dialog.show_cards((), None)

    # ---- inside

    def _listen(self) -> None:
        dialog = self._dialog
        dialog.page_reached.connect(self._reach)
        dialog.moved.connect(lambda key, step: self._of(key, lambda one, place: arranging.moved(one, place, step)))
        dialog.turned.connect(lambda key, step: self._of(key, lambda one, place: arranging.turned(one, place, step)))
        dialog.left_out.connect(lambda key: self._of(key, arranging.toggled))
        dialog.number_chosen.connect(lambda key, number: self._of(key, lambda one, at: with_number(one, at, number)))
        dialog.order_requested.connect(lambda: self.change(in_order))
        dialog.undo_requested.connect(lambda: self._step(self._past, self._future))
        dialog.redo_requested.connect(lambda: self._step(self._future, self._past))
        dialog.asked.blanks_left_out.connect(self._leave_blanks_out)
        dialog.asked.original_chosen.connect(self._choose_original)
        dialog.asked.changed.connect(dialog.clear_message)

    def _show_pages(self, reading: ScanReading) -> None:
        cards = cards_of(reading, self._judgement, self._looking.small, self._looking.chosen)
        self._dialog.show_cards(cards, reading.pages)
        self._looking.show(reading)

    def _reach(self, key: int) -> None:
        if key != self._looking.chosen and self.reading is not None:
            self._looking.chosen = key
            self._dialog.show_look(key)
            self._show_pages(self.reading)

    def _of(self, key: int, change: Callable[[ScanReading, int], ScanReading]) -> None:
        pages = self.reading.pages if self.reading is not None else ()
        place = next((place for place, page in enumerate(pages) if page_key(page) == key), None)
        if place is not None:
            self.change(lambda reading: change(reading, place))

    def _leave_blanks_out(self) -> None:
        blanks = self._places({ScanFindingKind.BLANK_PAGE})
        self.change(lambda reading: arranging.without(reading, blanks))
        self._dialog.focus_first()

    def _step(self, source: list[ScanReading], target: list[ScanReading]) -> None:
        if self.reading is not None and source:
            target.append(self.reading)
            self.reading = source.pop()
            self.show()

    def _places(self, kinds: Collection[ScanFindingKind]) -> list[int]:
        return [place for one in self._judgement.findings if one.kind in kinds for place in one.places]

    def _choose_original(self, original: int) -> None:
        self.original = original
        self._show_originals()
        self.show()

    def _show_originals(self) -> None:
        labels = {}
        for one in range(1, self._scans.originals + 1):
            has = self._scans.of(one) is not None
            labels[one] = words.original_with_scan(one) if has else words.original(one)
        asked = self._dialog.asked
        asked.show_originals(labels, self.original)
        rows = self._sheet.signers
        asked.transcripts.show_signers({row.signer.id: row.signer.name for row in rows if row.on(self.original)})

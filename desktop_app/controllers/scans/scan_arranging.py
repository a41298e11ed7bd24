"""The pages of a scan as the operator arranges them, judged again after each change.

Pages are named by their places in the reading, from 0; nothing here reads a file or writes a record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.controllers.scans.scan_looking import ScanLooking
from desktop_app.controllers.scans.scan_port import ScanPort
from desktop_app.controllers.scans.scan_reading import Read
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import (
    ScanFindingKind,
    ScanImport,
    ScanJudgement,
    ScanReading,
    ScansSheet,
)
from desktop_app.domain.scans.scan_findings import in_order, unread_places, with_pages
from desktop_app.services.context import Context
from desktop_app.services.scans.scan_keeping import judge_scan
from desktop_app.services.scans.scan_reading import with_number, with_typed_code
from desktop_app.text.papers import scan_import as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.scans.scan_dialog import ScanDialog
from desktop_app.views.scans.scan_format import asked_of, cards_of, keeping_verb, page_key
from desktop_app.workers import Workers

QUARTERS: Final = 4


class ScanArranging(QObject):
    """The arrangement of one dialog."""

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
        self._looking = ScanLooking(dialog, sheet.version.id, scan_port, workers)
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
        return ScanImport(
            version_id=self._sheet.version.id,
            original=self.original,
            reading=self.reading,
            reason=self._dialog.asked.reason_text(),
        )

    def take(self, read: Read) -> None:
        """The pages of more files, each where the paper has it."""
        before, new = self.reading, read.reading.pages
        reading = read.reading
        if before is not None:
            reading = joined(before, read.reading)
            new = reading.pages[len(before.pages) :]
        self._looking.add({page_key(page): picture for page, picture in zip(new, read.pictures, strict=True)})
        if new:
            self._looking.chosen = page_key(new[0])
            self._dialog.show_look(page_key(new[0]))
        self.reading = in_order(reading)
        self.show()
        self._dialog.focus_first()

    def change(self, change: Callable[[ScanReading], ScanReading]) -> None:
        """One change by the operator; a page that got its number goes where the paper has it."""
        before = self.reading
        after = in_order(change(before)) if before is not None else None
        if after is not None and after != before:
            self._dialog.clear_message()
            self.reading = after
            self.show()

    def use_code(self, typed: str) -> None:
        """Recognise by a typed code what was recognised in no other way."""
        try:
            self.change(lambda reading: with_typed_code(self._context, reading, unread_places(reading), typed))
        except Refused as refused:
            self._dialog.show_refusal(refused.field, sentence(refused))

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
        self._show_pages(reading)
        self._dialog.asked.show_asked(asked_of(reading, self._judgement))
        self._dialog.show_keeping(keeping_verb(self._judgement), refused=self._judgement.refused)

    def let_go(self) -> None:
        """The dialog is closed: its pictures go with it, and not when what it left behind is searched for."""
        self.reading = None
        self._looking.let_go()
        self._dialog.show_cards((), None)

    # ---- inside

    def _listen(self) -> None:
        dialog = self._dialog
        dialog.page_reached.connect(self._reach)
        dialog.turned.connect(lambda key, step: self._of(key, lambda one, place: turned(one, place, step)))
        dialog.left_out.connect(lambda key: self._of(key, toggled))
        dialog.number_chosen.connect(lambda key, number: self._of(key, lambda one, at: with_number(one, at, number)))
        dialog.asked.blanks_left_out.connect(self._leave_blanks_out)
        dialog.asked.code_typed.connect(self.use_code)
        dialog.asked.original_chosen.connect(self._choose_original)
        dialog.asked.changed.connect(dialog.clear_message)

    def _show_pages(self, reading: ScanReading) -> None:
        cards = cards_of(reading, self._judgement, self._looking.small)
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
        found = [one for one in self._judgement.findings if one.kind is ScanFindingKind.BLANK_PAGE]
        blanks = [place for one in found for place in one.places]
        self.change(lambda reading: without(reading, blanks))
        self._dialog.focus_first()

    def _choose_original(self, original: int) -> None:
        self.original = original
        self._show_originals()
        self.show()

    def _show_originals(self) -> None:
        labels = {}
        for one in range(1, self._scans.originals + 1):
            has = self._scans.of(one) is not None
            labels[one] = words.original_with_scan(one) if has else words.original(one)
        self._dialog.asked.show_originals(labels, self.original)


# ---- changes of a reading


def turned(reading: ScanReading, place: int, step: int) -> ScanReading:
    """The page turned by quarters, clockwise for a positive step."""
    return with_pages(reading, [place], lambda page: replace(page, turn=(page.turn + step) % QUARTERS))


def toggled(reading: ScanReading, place: int) -> ScanReading:
    """The page left out, or taken in again."""
    return with_pages(reading, [place], lambda page: replace(page, left_out=not page.left_out))


def without(reading: ScanReading, places: Sequence[int]) -> ScanReading:
    """These pages left out."""
    return with_pages(reading, places, lambda page: replace(page, left_out=True))


def joined(reading: ScanReading, more: ScanReading) -> ScanReading:
    """The pages of more files behind those that are there, each still of its own file."""
    first = len(reading.files)
    pages = tuple(replace(page, source=page.source + first) for page in more.pages)
    return replace(reading, files=(*reading.files, *more.files), pages=(*reading.pages, *pages))

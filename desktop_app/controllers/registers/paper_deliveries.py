"""Delivery of letters that went out: how each was sent and who received it, of one letter or of all chosen rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.controllers.shell.destinations import OpenPapers
from desktop_app.controllers.shell.undo_list import WayBack, by_rows
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.read_models.rows import paper_of_line
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.services.context import Context
from desktop_app.services.outcome import Outcome
from desktop_app.services.registers import outgoing
from desktop_app.text.registers import registers as words
from desktop_app.text.registers import registers_steps as steps
from desktop_app.views.registers import paper_sheets as sheets

if TYPE_CHECKING:
    from desktop_app.controllers.registers.registers_controller import RegistersController


class PaperDeliveries(QObject):
    """A sheet over the registers; saving it is one act, whatever number of letters it is about."""

    def __init__(self, host: RegistersController) -> None:
        super().__init__(host)
        self._host = host

    def note(self) -> None:
        """Of the letter that shows; where several rows are chosen, of all letters among them that went out."""
        lines = [paper_of_line(one) for one in self._host.page.chosen_ids()]
        went = [paper_id for paper_id, outgoing_ in lines if outgoing_]
        if len(lines) < 2:
            self._note_one()
        elif went:
            self._note_several(went)
        else:
            self._host.page.show_refusal(words.NONE_WENT)

    def slip(self) -> None:
        """Of the letters among the rows that are chosen; of one row that of the letters of its day."""
        lines = [paper_of_line(one) for one in self._host.page.chosen_ids()]
        went = tuple(paper_id for paper_id, outgoing_ in lines if outgoing_)
        order = PaperOrder(kind=PaperKind.DELIVERY_SLIP)
        sheet = self._host.page.panel.sheet()
        if len(lines) > 1 and went:
            order = replace(order, papers=went)
        elif sheet is not None and isinstance(sheet.paper, OutgoingPaper):
            order = replace(order, sent_on=sheet.paper.day)
        self._host.navigated.emit(OpenPapers(order))

    # ---- inside

    def _note_one(self) -> None:
        sheet = self._host.page.panel.sheet()
        seen = sheet.paper if sheet is not None else None
        if not isinstance(seen, OutgoingPaper):
            return

        def save(values: sheets.Values) -> None:
            paper = sheets.delivery_from(seen, values)

            def do(context: Context) -> Outcome:
                return outgoing.note_delivery(context, paper, seen=seen)

            if paper.number == seen.number:
                back = WayBack(steps.delivery(seen.addressee), by_rows)
                self._host.do_in_sheet(do, back, words.DELIVERY_NOTED)
            else:
                # without a way back: a number is given once
                self._host.do_in_sheet(do, None, words.numbered(paper.number))

        self._host.open_sheet(sheets.delivery_sheet(seen), save)

    def _note_several(self, paper_ids: list[int]) -> None:
        def save(values: sheets.Values) -> None:
            told = sheets.told_from(values)
            self._host.do_in_sheet(
                lambda context: outgoing.note_deliveries(context, paper_ids, told),
                WayBack(steps.deliveries(len(paper_ids)), by_rows),
                words.DELIVERIES_NOTED,
            )

        self._host.open_sheet(sheets.deliveries_sheet(len(paper_ids)), save)

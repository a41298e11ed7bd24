"""Controller of the upstream decisions: shows one beside the list, records, corrects, links and unlinks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.upstream import UpstreamSheet
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.follow_up import upstream
from desktop_app.services.minutes.clauses import add_upstream, save_upstream
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.window.kit.destinations import OpenResolution
from desktop_app.window.kit.list_controller import ListReads
from desktop_app.window.kit.page_controller import to_history
from desktop_app.window.kit.record_controller import RecordController
from desktop_app.window.kit.record_sheet import Values, text_in
from desktop_app.window.kit.undo_list import HowToUndo, Inverse, undo_by_rows
from desktop_app.window.kit.upstream_form import decision_from, decision_sheet
from desktop_app.window.upstream import page as view
from desktop_app.window.upstream.page import UpstreamPage
from desktop_app.words import upstream as words
from desktop_app.words.history import UNDO

READS: Final = ListReads.of(
    lists.UPSTREAM,
    # the filter and the answers follow resolutions, their minutes and the axes of the settings
    Changed.MINUTES | Changed.RESOLUTIONS | Changed.SETTINGS,
)


class UpstreamController(RecordController[UpstreamSheet]):
    """One act is a form over the page and then a service."""

    page: UpstreamPage

    def __init__(self, page: UpstreamPage, context: Context, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(page, context, dialogs, READS, upstream.upstream_sheet, parent)
        self._acts: Mapping[str, Callable[[UpstreamSheet], object]] = {
            view.EDIT: self._correct,
            view.LINK: self._link,
            view.UNLINK: self._unlink,
            view.HISTORY_OF: lambda _sheet: to_history(self),
        }
        page.act_requested.connect(lambda key: self.record() if key == view.NEW else None)
        page.empty_action_requested.connect(self.record)

    def history_key(self) -> RecordKey | None:
        """Return that of the chosen decision."""
        sheet = self.page.record()
        return RecordKey("upstream_decision", sheet.decision.id) if sheet is not None else None

    def do(self, key: str) -> None:
        """Do an action on the chosen decision, or open a resolution that answers it."""
        sheet = self.page.record()
        if key.startswith(view.OPEN):
            self.navigated.emit(OpenResolution(int(key.removeprefix(view.OPEN))))
        elif sheet is not None:
            self._acts[key](sheet)

    def begin(self, form: DraftField) -> None:
        """Open the form that a text was typed in."""
        if not form.record_id:
            self.record()
            return
        self.choose_record(form.record_id)
        self.do(view.LINK if form.field == view.LINK else view.EDIT)

    def record(self) -> None:
        """Open the form of a new decision."""
        fresh = UpstreamDecision(title="", body="")

        def save(values: Values) -> None:
            typed = decision_from(fresh, values)
            back = HowToUndo(words.added_step(typed.title), undo_by_rows)
            made = self.do_in_sheet(lambda context: add_upstream(context, typed), back, words.ADDED)
            if made is not None:
                self.choose_record(made.id)
                self.page.show_done(words.ADDED, UNDO)

        self._open_form(fresh, save)

    # ---- inside

    def _open_form(self, decision: UpstreamDecision, save: Callable[[Values], object]) -> None:
        place = DraftField("upstream_decision", decision.id, "form")
        self.open_sheet(decision_sheet(decision, self.read(upstream.bodies) or (), place), save)

    def _correct(self, sheet: UpstreamSheet) -> None:
        seen = sheet.decision

        def save(values: Values) -> None:
            typed = decision_from(seen, values)
            back = HowToUndo(words.corrected_step(seen.title), undo_by_rows)
            self.do_in_sheet(lambda context: save_upstream(context, typed, seen=seen), back, words.CORRECTED)

        self._open_form(seen, save)

    def _link(self, sheet: UpstreamSheet) -> None:
        decision = sheet.decision
        rows = self.read(lambda context: upstream.linkable(context, decision.id), words.NO_RESOLUTIONS)
        if rows is None:
            return

        def save(values: Values) -> None:
            resolution_id = _chosen(values)

            def back(_made: Outcome) -> Inverse:
                # the row of a link is never removed: it is unlinked, and done again by that row
                return Inverse(partial(_unlinked, decision.id, resolution_id), undo_by_rows)

            self.do_in_sheet(
                lambda context: upstream.link_upstream(context, decision.id, resolution_id),
                HowToUndo(words.linked_step(decision.title), back),
                words.LINKED,
            )

        self.open_sheet(view.resolution_sheet(decision, rows, off=False), save)

    def _unlink(self, sheet: UpstreamSheet) -> None:
        decision, linked = sheet.decision, [one.row for one in sheet.answers if one.link_id]
        way = HowToUndo(words.unlinked_step(decision.title), undo_by_rows)
        if len(linked) > 1:

            def save(values: Values) -> None:
                self.do_in_sheet(partial(_unlinked, decision.id, _chosen(values)), way, words.UNLINKED)

            self.open_sheet(view.resolution_sheet(decision, linked, off=True), save)
        elif self.act(partial(_unlinked, decision.id, linked[0].id), back=way) is not None:
            self.page.show_done(words.UNLINKED, UNDO)


def _unlinked(upstream_id: int, resolution_id: int, context: Context) -> Outcome:
    return upstream.unlink_upstream(context, upstream_id, resolution_id)


def _chosen(values: Values) -> int:
    return int(text_in(values, "resolution") or 0)

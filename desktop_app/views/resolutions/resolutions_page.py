"""«مصوبات»: the list of resolutions with the chosen one beside it, and the forms of what is done to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.resolution_sheet import OtherResolution, ResolutionSheet
from desktop_app.domain.read_models.rows import ResolutionRow
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.domain.text.typed_drafts import ACTION_FORM, DraftPlace
from desktop_app.text.follow_up import resolutions as words
from desktop_app.text.shared.undo import UNDO
from desktop_app.views.lists.list_spec import ListSpec
from desktop_app.views.lists.record_list_page import RecordListPage
from desktop_app.views.resolutions.resolution_detail import ResolutionDetail
from desktop_app.views.resolutions.resolution_form import ResolutionForm
from desktop_app.views.resolutions.resolution_format import name_of


class ResolutionsPage(RecordListPage[ResolutionRow]):
    """A list page that knows the detail of a resolution."""

    resolution_action_requested = Signal(object)
    answer_sent = Signal(object, object)
    """What was asked for, and what was typed beside it."""
    way_wanted = Signal(str)

    def __init__(
        self,
        spec: ListSpec[ResolutionRow],
        fetch: Callable[[Sequence[int]], Mapping[int, ResolutionRow]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, fetch, parent)
        self._today = today
        self._form: ResolutionForm | None = None
        self.detail = ResolutionDetail()
        self.detail.resolution_action_requested.connect(self.resolution_action_requested)
        self.detail.way_requested.connect(self.way_wanted)
        self.detail.close_requested.connect(self.beside.toggle)
        self.detail.copied.connect(lambda: self.show_done(words.COPIED))
        self.beside.set_widget(self.detail)

    def show_sheet(self, sheet: ResolutionSheet, cite: str) -> None:
        """Show the chosen resolution."""
        self.detail.show_sheet(sheet, cite)

    def show_no_sheet(self) -> None:
        """None is chosen."""
        self.detail.show_nothing()

    def form(self) -> ResolutionForm | None:
        """The form that is open."""
        return self._form

    def open_form(self, action: ResolutionAction, sheet: ResolutionSheet, others: Sequence[OtherResolution]) -> None:
        """Ask what the action needs."""
        self.close_form()
        form = ResolutionForm(action, sheet, others, self._today, self)
        form.draft_place = DraftPlace("resolution", sheet.resolution.id, f"{ACTION_FORM}{action.value}")
        form.sent.connect(lambda answer: self.answer_sent.emit(action, answer))
        form.finished.connect(lambda _result: self._forget(form))
        self._form = form
        form.open()

    def show_form_refusal(self, field: str, text: str) -> None:
        """Beside its field in the open form, else above the list."""
        if self._form is not None:
            self._form.show_refusal(field, text)
        else:
            self.show_refusal(text)

    def close_form(self) -> None:
        """The act is done."""
        if self._form is not None:
            self._form.accept()

    def show_action_done(self, action: ResolutionAction, sheet: ResolutionSheet, *, undoable: bool) -> None:
        """Say what was done, and offer the way back where there is one."""
        self.show_done(words.done(name_of(sheet), action.value), UNDO if undoable else "")

    def _forget(self, form: ResolutionForm) -> None:
        if self._form is form:
            self._form = None
        form.deleteLater()

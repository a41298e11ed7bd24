"""Lower class of an extract: asked for with its reason, and recorded for one resolution and one unit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.services.documents.extract_class import lower_extract
from desktop_app.text.papers import papers as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.papers.papers_page import PapersPage
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion


class ClassLowering(QObject):
    """Answers the button beside the class; ``lowered`` tells that a paper that was made counts no more."""

    lowered = Signal()

    def __init__(self, page: PapersPage, dialogs: Dialogs, controller: PageController) -> None:
        super().__init__(controller)
        self._page, self._dialogs, self._controller = page, dialogs, controller
        page.lower_requested.connect(self._ask)

    def _ask(self) -> None:
        order = self._page.form.order()
        wanted = order.said.classification
        title = words.lower_to(wanted.value)
        reason = self._dialogs.reason(ReasonQuestion(title, words.LOWER_WHY, words.LOWER_REASON, words.LOWER))
        if reason is None:
            return
        made = self._controller.act(
            lambda context: lower_extract(context, order.resolution_id, order.unit_id, wanted, reason),
            lambda refused: self._page.show_field_refusal(refused.field, sentence(refused)),
        )
        if made is not None:
            self.lowered.emit()

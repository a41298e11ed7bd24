"""Lower class of an extract: asked for with its reason, recorded for one resolution and one unit, and taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.controllers.shell.undo_list import Do, WayBack, by_act
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.errors import Refused
from desktop_app.services.context import Context
from desktop_app.services.documents.extract_class import lower_extract, take_back_lowering
from desktop_app.services.outcome import ClassLowered, Outcome
from desktop_app.text.papers import papers as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.papers.papers_page import PapersPage
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion


class ClassLowering(QObject):
    """Answers the two buttons beside the class."""

    def __init__(self, page: PapersPage, dialogs: Dialogs, controller: PageController) -> None:
        super().__init__(controller)
        self._page, self._dialogs, self._controller = page, dialogs, controller
        page.lower_requested.connect(self._lower)
        page.take_back_lowering_requested.connect(self._take_back)

    def _lower(self) -> None:
        order = self._page.form.order()
        wanted = order.said.classification
        title = words.lower_to(wanted.value)
        reason = self._dialogs.reason(ReasonQuestion(title, words.LOWER_WHY, words.LOWER_REASON, words.LOWER))
        if reason is not None:
            do = _lowering(order.resolution_id, order.unit_id, wanted, reason)
            back = by_act(do, lambda _made: _taking_back(order.resolution_id, order.unit_id))
            self._act(do, WayBack(words.LOWERING, back))

    def _take_back(self) -> None:
        order = self._page.form.order()

        def inverse(made: Outcome) -> Do | None:
            if not isinstance(made, ClassLowered):
                return None
            lowered = Classification(made.classification)
            return _lowering(order.resolution_id, order.unit_id, lowered, made.reason)

        do = _taking_back(order.resolution_id, order.unit_id)
        self._act(do, WayBack(words.LOWERING_BACK, by_act(do, inverse)))

    def _act(self, do: Do, back: WayBack) -> None:
        made = self._controller.act(do, self._refuse, back=back)
        if made is not None:
            self._controller.show_step(made, "")

    def _refuse(self, refused: Refused) -> bool:
        return self._page.show_field_refusal(refused.field, sentence(refused))


def _lowering(resolution_id: int | None, unit_id: int | None, wanted: Classification, reason: str) -> Do:
    def do(context: Context) -> ClassLowered:
        return lower_extract(context, resolution_id, unit_id, wanted, reason)

    return do


def _taking_back(resolution_id: int | None, unit_id: int | None) -> Do:
    def do(context: Context) -> ClassLowered:
        return take_back_lowering(context, resolution_id, unit_id)

    return do

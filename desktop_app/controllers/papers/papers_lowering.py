"""Lower class of an extract: asked for with its reason, recorded for one resolution and one unit, and taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.controllers.shell.undo_list import Do, Inverse, WayBack
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import ClassLowered, Outcome
from desktop_app.services.documents.extract_class import lower_again, lower_extract, take_back_lowering
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
            self._act(
                lambda context: lower_extract(context, order.resolution_id, order.unit_id, wanted, reason),
                WayBack(words.LOWERING, _taking_back),
            )

    def _take_back(self) -> None:
        order = self._page.form.order()
        self._act(
            lambda context: take_back_lowering(context, order.resolution_id, order.unit_id),
            WayBack(words.LOWERING_BACK, _doing_again),
        )

    def _act(self, do: Do, back: WayBack) -> None:
        made = self._controller.act(do, self._refuse, back=back)
        if made is not None:
            self._controller.show_step(made, "")

    def _refuse(self, refused: Refused) -> bool:
        return self._page.show_field_refusal(refused.field, sentence(refused))


def _taking_back(lowered: Outcome) -> Inverse | None:
    if not isinstance(lowered, ClassLowered):
        return None
    unit_id = lowered.unit_id
    return Inverse(lambda context: take_back_lowering(context, lowered.id, unit_id), _doing_again)


def _doing_again(lowered: Outcome) -> Inverse | None:
    return Inverse(partial(lower_again, lowered=lowered), _taking_back) if isinstance(lowered, ClassLowered) else None

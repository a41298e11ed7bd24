"""Typed texts of refused acts whose form was closed already; each is put back when its form opens again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.fields.drafted import Drafted, fields_of, is_closed, type_into
from desktop_app.window.kit.draft_form import DraftForm
from desktop_app.window.kit.draft_keeper import DraftKeeper


class RefusedTexts(QObject):
    """Keeps the texts in memory only, for a refusal mostly means that nothing can be written."""

    def __init__(self, keeper: DraftKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[DraftField, dict[str, str]] = {}
        keeper.act_refused.connect(self._keep)
        keeper.form_entered.connect(self._put_back)

    def all(self) -> list[str]:
        """Return the texts that are in no open form."""
        return [text for texts in self._texts.values() for text in texts.values()]

    # ---- inside

    def _keep(self, forms: Iterable[DraftForm]) -> None:
        for form in forms:
            place, typed = form.drafted.draft_place, form.typed()
            if place is not None and typed and is_closed(form.widget):
                self._texts[place] = typed

    def _put_back(self, widget: QWidget, drafted: Drafted) -> None:
        place = drafted.draft_place
        if place is None or place not in self._texts or drafted.is_dirty():
            return
        texts = self._texts.pop(place)
        for name, field in fields_of(widget).items():
            if name in texts:
                type_into(field, texts[name])

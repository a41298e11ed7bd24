"""A form as the keeper of drafts sees it: what it began with, what stands in it, and what storage holds of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.widgets.fields.drafted import Drafted, drafted_of, is_closed, place_in, typed_texts


@dataclass(slots=True, weakref_slot=True, eq=False)
class DraftForm:
    """A form that is or was typed in; ``kept`` is what storage holds of it, by field."""

    widget: QWidget
    drafted: Drafted
    place: DraftPlace
    begun: dict[str, str]
    kept: dict[str, str] = field(default_factory=dict)
    deleted: bool = False

    @property
    def gone(self) -> bool:
        """Whether nothing is typed here any more: recorded, restored, closed or deleted."""
        return self.deleted or is_closed(self.widget) or not self.drafted.holds(self.place)

    @property
    def shown(self) -> bool:
        """Whether the form is about this record now, and not about another for a moment."""
        return not self.deleted and self.drafted.draft_place == self.place

    @property
    def handed_over(self) -> bool:
        """Whether the act that runs records what is typed here; what is put aside for another record waits on."""
        return self.shown and self.drafted.handing_over

    @property
    def has_keyboard(self) -> bool:
        """Whether it is typed in now."""
        found = drafted_of(QApplication.focusWidget())
        return found is not None and found[0] is self.widget

    def delete(self) -> None:
        """Its widget is gone, and must not be asked any more."""
        self.deleted = True

    def typed(self) -> dict[str, str]:
        """What stands in its fields and did not from the beginning."""
        texts = typed_texts(self.widget)
        return {name: text for name, text in texts.items() if text != self.begun.get(name, "")}

    def begin_anew(self) -> None:
        """What stands in it is stored."""
        self.begun, self.kept = typed_texts(self.widget), {}

    def places(self) -> Collection[DraftPlace]:
        """The places that storage holds."""
        return {place_in(self.place, name) for name in self.kept}

    def newer(self) -> tuple[Mapping[DraftPlace, str], Collection[DraftPlace]]:
        """What is to be kept now, and what need no longer be."""
        typed = self.typed()
        newer = {place_in(self.place, name): text for name, text in typed.items() if self.kept.get(name) != text}
        undone = {place_in(self.place, name) for name in self.kept if name not in typed}
        self.kept = {name: text for name, text in self.kept.items() if name in typed}
        return newer, undone

    def take_kept(self, place: DraftPlace, text: str) -> None:
        """Storage holds a text of it."""
        if self.owns(place):
            self.kept[place.name] = text
            # the record may be deleted while this is typed: then nothing else tells whose text it was
            self.place = replace(self.place, uid=place.uid)

    def owns(self, place: DraftPlace) -> bool:
        """Whether a place is one of its fields."""
        return place.form == self.place.form

"""Placement of refusals on the minutes page: beside the piece of the paper or the field that they are about."""

from __future__ import annotations

from desktop_app.views.minutes.minutes_block_body import BlockBody
from desktop_app.views.minutes.minutes_closing import ClosingPart
from desktop_app.views.minutes.minutes_inspector import ResolutionInspector
from desktop_app.views.minutes.minutes_paper import PaperPane
from desktop_app.views.minutes.minutes_reading import ReadingPane
from desktop_app.views.minutes.minutes_signers import SignersPart


class RefusalPlaces:
    """Subjects are "clause", "new_clause", "said", "new_said", "closing" and "signers"."""

    def __init__(
        self,
        paper: PaperPane,
        inspector: ResolutionInspector,
        closing: ClosingPart,
        signers: SignersPart,
        reading: ReadingPane,
    ) -> None:
        self._paper = paper
        self._inspector = inspector
        self._closing = closing
        self._signers = signers
        self._reading = reading

    def show(self, subject: str, subject_id: int, field: str, text: str, *, reading: bool) -> bool:
        """Say it in its place; whether it has one."""
        if reading and subject in ("clause", "said"):
            self._reading.show_refusal(text)
            return True
        if any(body.show_refusal(subject, subject_id, field, text) for body in self._bodies()):
            return True
        if subject == "clause":
            return self._inspector.show_refusal(subject_id, field, text)
        if subject == "closing":
            self._closing.show_refusal(field, text)
        elif subject == "signers":
            self._signers.show_refusal(text)
        return subject in ("closing", "signers")

    def clear(self, subject: str, subject_id: int, field: str) -> None:
        """What was refused is stored now."""
        for body in self._bodies():
            body.show_refusal(subject, subject_id, field, "")
        if subject == "clause":
            self._inspector.clear_refusal(subject_id, field)
        elif subject == "closing":
            self._closing.clear_refusal(field)
        elif subject == "signers":
            self._signers.show_refusal("")

    def _bodies(self) -> list[BlockBody]:
        return [view.body for view in self._paper.blocks.values() if view.body is not None]

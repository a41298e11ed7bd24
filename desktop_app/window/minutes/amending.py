"""Correction of signed minutes in the editor: explain it, finalise it, or discard its draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop_app.domain.outcome import Finalised
from desktop_app.domain.read_models.sheets import EndingWork
from desktop_app.domain.text.digits import record_number
from desktop_app.services.versions.amending import drop_amendment
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, ReasonQuestion
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.minutes import asking_words as words
from desktop_app.window.minutes.edit_session import PAGE, MinutesEditSession
from desktop_app.window.minutes.effects import finalising_text
from desktop_app.words.digits import filled


class MinutesAmending(QObject):
    """`to_meeting` opens facts and attendance, `show` another version, `to_paper` the print page."""

    def __init__(
        self,
        session: MinutesEditSession,
        dialogs: Dialogs,
        to_meeting: Callable[[], None],
        show: Callable[[int], None],
        to_paper: Callable[[], None],
    ) -> None:
        super().__init__(session)
        self._session, self._dialogs = session, dialogs
        self._to_meeting, self._show, self._to_paper = to_meeting, show, to_paper
        session.page.signals.drop_requested.connect(self.drop)

    def tell(self) -> None:
        """Show a message above the draft of a correction, with buttons for its facts and for discarding it."""
        sheet = self._session.sheet
        if not sheet.amendment:
            return
        self._session.band(
            words.amendment(sheet.amendment),
            words.amendment_detail(sheet.amendment_reason),
            Tone.NEUTRAL,
            words.TO_FACTS,
            self._to_meeting,
            words.DROP if sheet.can_drop else "",
            self.drop,
            passing=False,
        )

    def question(self) -> Question:
        """Return the question before a correction is finalised, with the work it ends."""
        sheet = self._session.sheet
        title = words.ask_finalise_amendment(sheet.amendment)
        ends = _lines(sheet.ending, words.resolution_ends, words.tasks_end)
        back = words.AMENDMENT_STAYS if sheet.notified else words.AMENDMENT_REOPENS
        text = f"{ends} {words.FINALISE_AMENDMENT_TEXT} {back}".strip()
        text = "\n\n".join(filled(text, finalising_text(sheet)))
        cancel = Choice("cancel", words.CANCEL)
        if ends:
            # nothing brings that work back: not to do it is proposed
            return Question(title, text, (cancel, Choice("finalise", words.FINALISE, ButtonKind.DANGER)), Tone.WARNING)
        return Question(title, text, (Choice("finalise", words.FINALISE, icon="check-check"), cancel))

    def show_final(self, made: Finalised, ending: Sequence[EndingWork]) -> None:
        """Show that the correction is final, and offer its paper.

        ``ending`` is what the draft said of the work that is ended now: its units have to be told.
        """
        ended = _lines(ending, words.resolution_ended, words.tasks_ended)
        self._session.band(
            words.amendment_finalised(self._session.sheet.amendment),
            words.amendment_finalised_detail(made.numbers, ended),
            Tone.WARNING if ended else Tone.DONE,
            words.PRINT_FOR_PEN,
            self._to_paper,
            passing=False,
        )

    def drop(self) -> None:
        """Ask for the reason, discard the draft, and show the signed version in force."""
        sheet = self._session.sheet
        if not sheet.can_drop:
            return
        question = ReasonQuestion(
            words.ask_drop(sheet.amendment),
            words.DROP_TEXT,
            words.DROP_REASON,
            words.DROP_ACCEPT,
            dangerous=True,
        )
        reason = self._dialogs.reason(question)
        if reason is None:
            return
        # what is half typed goes with the draft, and must not ask to be saved on the way out
        self._session.forget_all()
        version_id = self._session.version_id
        made = self._session.edit(PAGE, lambda context: drop_amendment(context, version_id, reason))
        if made is None:
            return
        self._show(made.id)
        self._session.band(
            words.dropped(made.number),
            words.DROPPED_DETAIL,
            Tone.DONE,
            words.TO_PAPER,
            self._to_paper,
            passing=False,
        )


def _lines(ending: Sequence[EndingWork], whole: Callable[[str, int], str], part: Callable[[str, int], str]) -> str:
    """Return a sentence for each resolution that ends, and whom to notify; empty if none ends."""
    named = [(whole if one.whole else part)(record_number(one.number), one.tasks) for one in ending]
    return " ".join([*named, words.TELL_UNITS]) if named else ""

"""Controller of the upstream register in the minutes editor, and of confirming the minutes before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop_app.controllers.minutes.minutes_edit_session import PAGE, MinutesEditSession
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.upstream import UpstreamDecision
from desktop_app.services.context import Context
from desktop_app.services.minutes import upstream
from desktop_app.services.minutes.confirming import confirm_previous
from desktop_app.text.minutes import minutes_confirming as words
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question


class MinutesRegister(QObject):
    """Answers the signals of citing and confirming; ``save_clause`` takes one changed field of a clause."""

    def __init__(
        self,
        session: MinutesEditSession,
        dialogs: Dialogs,
        save_clause: Callable[[Clause, str], object],
    ) -> None:
        super().__init__(session)
        self._session, self._dialogs, self._save_clause = session, dialogs, save_clause
        session.page.signals.upstream_sent.connect(self.keep_decision)
        session.page.signals.confirm_requested.connect(self.confirm)

    def keep_decision(self, decision: UpstreamDecision, seen: UpstreamDecision, clause_id: int) -> None:
        """A new decision enters the register and is cited at once; a known one is corrected as it was ``seen``."""

        def do(context: Context) -> Outcome:
            if decision.id:
                return upstream.save_upstream(context, decision, seen=seen)
            return upstream.add_upstream(context, decision)

        made = self._session.edit(PAGE, do)
        if made is None:
            return
        self._session.page.side.facts.upstream.close_form()
        clause = self._session.clause(clause_id)
        if not decision.id and clause is not None:
            self._save_clause(replace(clause, upstream_id=made.id), "upstream")

    def confirm(self, item_id: int) -> None:
        """Confirm the minutes of the meeting before; the sentence of it comes under the item."""
        self._session.page.flush()
        earlier = self._session.sheet.earlier
        if earlier is None:
            return
        question = Question(
            words.ask(earlier.meeting_number),
            words.ASK_TEXT,
            (Choice("confirm", words.CONFIRM, icon="check-check"), Choice("cancel", words.CANCEL)),
        )
        if self._dialogs.ask(question) == "confirm":
            text = words.sentence(earlier.meeting_number, format_date(earlier.meeting_day))
            version_id = self._session.version_id
            self._session.edit(PAGE, lambda context: confirm_previous(context, version_id, item_id, text))

"""Writing in the minutes: clauses, what was said, the closing part and the signers; each edit is one service call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.controllers.minutes.minutes_edit_session import MinutesEditSession
from desktop_app.domain.rules.minutes import Clause, ClauseKind, Deliberation, MinutesVersion, Signer
from desktop_app.services.context import Context
from desktop_app.services.minutes import clauses, deliberations, minutes
from desktop_app.services.minutes.signers import reset_signers, set_signers
from desktop_app.services.outcome import Outcome
from desktop_app.text.minutes import minutes_asking as words
from desktop_app.widgets.controls.button import ButtonKind
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text",),
    "kind": ("kind",),
    "axis": ("axis_id",),
    "executor": ("executor_unit_id",),
    "cooperating": ("cooperating", "all_units"),
    "owner": ("owner_unit_id", "owner_person_id"),
    "deadline": ("deadline",),
    "adoption": ("adoption",),
    "reservation": ("reservation",),
    "votes": ("votes_for", "votes_against"),
    "upstream": ("upstream_id",),
}
"""Which facts of a clause each field of the inspector is about: an edit changes these and no others."""


class MinutesEdits(QObject):
    """Answers the signals of writing."""

    def __init__(self, session: MinutesEditSession, dialogs: Dialogs) -> None:
        super().__init__(session)
        self._session = session
        self._dialogs = dialogs
        wants = session.page.signals
        wants.clause_added.connect(self.add_clause)
        wants.clause_edited.connect(self.save_clause)
        wants.clause_kind_requested.connect(self.turn_clause)
        wants.clause_removed.connect(self.remove_clause)
        wants.clause_moved.connect(self.move_clause)
        wants.clause_moved_to.connect(self.move_clause_to)
        wants.said_added.connect(self.add_said)
        wants.said_edited.connect(self.save_said)
        wants.said_removed.connect(self.remove_said)
        wants.said_moved.connect(self.move_said)
        wants.closing_edited.connect(self.save_closing)
        wants.signers_edited.connect(self.set_signers)
        wants.signers_reset_requested.connect(self.reset_signers)

    # ---- clauses

    def add_clause(self, agenda_item_id: int, text: str) -> None:
        """A new clause at the end of its item becomes the chosen one."""
        clause = Clause(
            minutes_version_id=self._session.version_id, agenda_item_id=agenda_item_id, ordinal=0, text=text.strip()
        )
        made = self._session.edit(
            ("new_clause", agenda_item_id, "text"), lambda context: clauses.add_clause(context, clause)
        )
        if made is not None:
            self._session.page.paper.empty_new_line("new_clause", agenda_item_id)
            self._session.page.choose(agenda_item_id, made.id)

    def save_clause(self, edited: Clause, field: str) -> None:
        """Take one changed field; the others stay as they are stored."""
        facts = {name: getattr(edited, name) for name in PARTS[field]}

        def do(context: Context) -> Outcome:
            stored = self._session.clause(edited.id) or edited
            return clauses.save_clause(context, replace(stored, **facts))

        self._session.edit(("clause", edited.id, field), do)

    def turn_clause(self, clause_id: int, kind: str) -> None:
        """A note becomes a resolution, a resolution another kind, or a note again."""
        stored = self._session.clause(clause_id)
        if stored is None:
            return
        wanted = ClauseKind(kind)
        place = ("clause", clause_id, "kind")
        if wanted is ClauseKind.NOTE:
            self._session.edit(place, lambda context: clauses.turn_into_note(context, clause_id))
        elif stored.is_resolution:
            self.save_clause(replace(stored, kind=wanted), "kind")
        else:
            self._session.edit(place, lambda context: clauses.turn_into_resolution(context, clause_id, wanted))

    def remove_clause(self, clause_id: int) -> None:
        """Take a clause away; it can be brought back, but for one whose number an earlier version gave."""
        row = self._session.clause_row(clause_id)
        if row is None or (row.number and not self._may_retire(row.number)):
            return
        clause = row.clause
        siblings = [one.id for one in self._clauses_beside(clause)]
        made = self._session.edit(("clause", clause_id, ""), lambda context: clauses.remove_clause(context, clause_id))
        if made is None:
            return
        for field in PARTS:
            self._session.forget(("clause", clause_id, field))
        if not row.number:
            place = siblings.index(clause_id)
            self._offer_undo(words.CLAUSE_REMOVED, lambda: self._bring_back(clause, place))

    def move_clause(self, clause_id: int, step: int) -> None:
        """Up or down inside its agenda item."""
        self._session.edit(("clause", clause_id, ""), lambda context: clauses.move_clause(context, clause_id, step))

    def move_clause_to(self, clause_id: int, agenda_item_id: int) -> None:
        """To the end of another agenda item."""

        def do(context: Context) -> Outcome:
            return clauses.move_clause_to(context, clause_id, agenda_item_id)

        if self._session.edit(("clause", clause_id, ""), do) is not None:
            self._session.page.choose(agenda_item_id, clause_id)

    def _may_retire(self, number: str) -> bool:
        question = Question(
            words.ask_remove_numbered(number),
            words.REMOVE_NUMBERED_TEXT,
            (Choice("remove", words.REMOVE, ButtonKind.DANGER), Choice("cancel", words.CANCEL)),
            Tone.WARNING,
        )
        return self._dialogs.ask(question) == "remove"

    def _clauses_beside(self, clause: Clause) -> list[Clause]:
        blocks = self._session.sheet.blocks
        return [row.clause for block in blocks if block.row.item.id == clause.agenda_item_id for row in block.clauses]

    def _bring_back(self, clause: Clause, place: int) -> None:
        made = self._session.edit(("page", 0, ""), lambda context: clauses.add_clause(context, clause))
        if made is not None:
            step = place - (len(self._clauses_beside(clause)) - 1)
            if step:
                self.move_clause(made.id, step)
            self._session.page.choose(clause.agenda_item_id, made.id)

    # ---- what was said

    def add_said(self, agenda_item_id: int, speaker: str, text: str) -> None:
        """A new contribution at the end of its item."""
        said = Deliberation(
            minutes_version_id=self._session.version_id,
            agenda_item_id=agenda_item_id,
            ordinal=0,
            speaker=speaker,
            text=text,
        )
        place = ("new_said", agenda_item_id, "text")
        if self._session.edit(place, lambda context: deliberations.add_deliberation(context, said)) is not None:
            self._session.page.paper.empty_new_line("new_said", agenda_item_id)

    def save_said(self, said: Deliberation) -> None:
        """Take a changed contribution."""
        self._session.edit(("said", said.id, "text"), lambda context: deliberations.save_deliberation(context, said))

    def remove_said(self, said_id: int) -> None:
        """Take a contribution away; it can be brought back."""
        said = self._session.said(said_id)
        if said is None:
            return
        beside = [one for one in self._said_beside(said) if one.id != said_id]
        place = self._said_beside(said).index(said)
        made = self._session.edit(
            ("said", said_id, ""), lambda context: deliberations.remove_deliberation(context, said_id)
        )
        if made is not None:
            self._session.forget(("said", said_id, "text"))
            self._offer_undo(words.SAID_REMOVED, lambda: self._bring_said_back(said, place - len(beside)))

    def move_said(self, said_id: int, step: int) -> None:
        """Up or down inside its agenda item."""
        self._session.edit(
            ("said", said_id, ""), lambda context: deliberations.move_deliberation(context, said_id, step)
        )

    def _said_beside(self, said: Deliberation) -> Sequence[Deliberation]:
        blocks = self._session.sheet.blocks
        return next((block.deliberations for block in blocks if block.row.item.id == said.agenda_item_id), ())

    def _bring_said_back(self, said: Deliberation, step: int) -> None:
        made = self._session.edit(("page", 0, ""), lambda context: deliberations.add_deliberation(context, said))
        if made is not None and step:
            self.move_said(made.id, step)

    # ---- closing part and signers

    def save_closing(self, edited: MinutesVersion, field: str) -> None:
        """Take one changed field of the closing part."""

        def do(context: Context) -> Outcome:
            stored = self._session.sheet.version
            return minutes.save_closing(context, replace(stored, **{field: getattr(edited, field)}))

        self._session.edit(("closing", 0, field), do)

    def set_signers(self, signers: Sequence[Signer]) -> None:
        """Take the list as the operator arranged it."""
        self._session.edit(
            ("signers", 0, "signers"), lambda context: set_signers(context, self._session.version_id, signers)
        )

    def reset_signers(self) -> None:
        """Let the list follow attendance again."""
        self._session.edit(("signers", 0, "signers"), lambda context: reset_signers(context, self._session.version_id))

    def _offer_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        def do() -> None:
            self._session.close_band()
            undo()

        self._session.band(sentence, "", Tone.NEUTRAL, words.UNDO, do)

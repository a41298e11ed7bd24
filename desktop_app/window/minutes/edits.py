"""Edits of minutes: clauses, contributions, closing part and signers; each edit is one service call."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.domain.outcome import Outcome
from desktop_app.domain.rules.minutes import (
    Clause,
    ClauseEffect,
    ClauseKind,
    Deliberation,
    ItemDisposition,
    MinutesVersion,
    Signer,
)
from desktop_app.domain.text.digits import record_number
from desktop_app.services.context import Context
from desktop_app.services.minutes import clauses, dispositions, effects, minutes
from desktop_app.services.versions import drafts
from desktop_app.services.versions.signing import reset_signers, set_signers
from desktop_app.services.versions.versions import make_digits_uniform
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.undo_list import Do, HowToUndo, undo_by_rows
from desktop_app.window.minutes import asking_words
from desktop_app.window.minutes.edit_session import PAGE, MinutesEditSession, Place
from desktop_app.window.minutes.effects import effect_text
from desktop_app.words import carrying as carrying_words
from desktop_app.words import effects as effect_words
from desktop_app.words.history import UNDO

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
    "classification": ("classification",),
    "upstream": ("upstream_id",),
}
"""Which facts of a clause each field of the inspector is about: an edit changes these and no others."""


_SIGNERS: Final[Place] = ("signers", 0, "signers")


class MinutesEdits(QObject):
    """Handles the editing signals of the page."""

    def __init__(self, session: MinutesEditSession, dialogs: Dialogs) -> None:
        super().__init__(session)
        self._session = session
        self._dialogs = dialogs
        signals = session.page.signals
        signals.clause_added.connect(self.add_clause)
        signals.clause_edited.connect(self.save_clause)
        signals.clause_kind_requested.connect(self.turn_clause)
        signals.clause_removed.connect(self.remove_clause)
        signals.clause_moved.connect(self.move_clause)
        signals.clause_moved_to.connect(self.move_clause_to)
        signals.effect_sent.connect(self.add_effect)
        signals.effect_removed.connect(self.remove_effect)
        signals.fates_sent.connect(self.decide_fates)
        signals.contribution_added.connect(self.add_contribution)
        signals.said_edited.connect(self.save_contribution)
        signals.contribution_removed.connect(self.remove_contribution)
        signals.contribution_moved.connect(self.move_contribution)
        signals.digits_requested.connect(self.make_digits_uniform)
        signals.closing_edited.connect(self.save_closing)
        signals.signers_edited.connect(self.set_signers)
        signals.signers_reset_requested.connect(self.reset_signers)

    # ---- clauses

    def add_clause(self, agenda_item_id: int, text: str) -> None:
        """Add a clause to the end of its item and select it."""
        clause = Clause(
            minutes_version_id=self._session.version_id, agenda_item_id=agenda_item_id, ordinal=0, text=text.strip()
        )
        place, what = ("new_clause", agenda_item_id, "text"), asking_words.clause_added(text)
        made = self._do(
            place,
            lambda context: clauses.add_clause(context, clause),
            what,
            lambda: self._session.page.paper.empty_new_line("new_clause", agenda_item_id, text),
        )
        if made is not None:
            self._session.page.choose(agenda_item_id, made.id)

    def save_clause(self, edited: Clause, field: str) -> None:
        """Save one changed field of a clause."""
        facts = {name: getattr(edited, name) for name in PARTS[field]}

        def do(context: Context) -> Outcome:
            stored = self._session.clause(edited.id) or edited
            return clauses.save_clause(context, replace(stored, **facts))

        self._do(("clause", edited.id, field), do, asking_words.clause_changed(field, edited.text))

    def turn_clause(self, clause_id: int, kind: str) -> None:
        """Make a note a resolution, or the reverse."""
        stored = self._session.clause(clause_id)
        if stored is None:
            return
        wanted = ClauseKind(kind)
        place, what = (
            ("clause", clause_id, "kind"),
            asking_words.clause_turned(stored.text, note=wanted is ClauseKind.NOTE),
        )
        if wanted is ClauseKind.NOTE:
            self._do(place, lambda context: clauses.turn_into_note(context, clause_id), what)
        elif stored.is_resolution:
            self.save_clause(replace(stored, kind=wanted), "kind")
        else:
            self._do(place, lambda context: clauses.turn_into_resolution(context, clause_id, wanted), what)

    def remove_clause(self, clause_id: int) -> None:
        """Remove a clause, with an undo button; ask first if it has a number from an earlier version."""
        row = self._session.clause_row(clause_id)
        if row is None or (row.number and not self._may_retire(row.number)):
            return
        place, what = ("clause", clause_id, ""), asking_words.clause_removed(row.clause.text)
        if self._do(place, lambda context: clauses.remove_clause(context, clause_id), what) is None:
            return
        for field in PARTS:
            self._session.forget(("clause", clause_id, field))
        self._offer_undo(asking_words.CLAUSE_REMOVED)

    def move_clause(self, clause_id: int, step: int) -> None:
        """Move a clause up or down inside its agenda item."""
        place, what = ("clause", clause_id, ""), asking_words.clause_moved(self._text_of(clause_id))
        self._do(place, lambda context: clauses.move_clause(context, clause_id, step), what)

    def move_clause_to(self, clause_id: int, agenda_item_id: int) -> None:
        """Move a clause to the end of another agenda item."""

        place, what = ("clause", clause_id, ""), asking_words.clause_moved(self._text_of(clause_id))
        if self._do(place, lambda context: clauses.move_clause_to(context, clause_id, agenda_item_id), what):
            self._session.page.choose(agenda_item_id, clause_id)

    def _may_retire(self, number: str) -> bool:
        question = Question(
            asking_words.ask_remove_numbered(record_number(number)),
            asking_words.REMOVE_NUMBERED_TEXT,
            (Choice("remove", asking_words.REMOVE, ButtonKind.DANGER), Choice("cancel", asking_words.CANCEL)),
            Tone.WARNING,
        )
        return self._dialogs.ask(question) == "remove"

    def _text_of(self, clause_id: int) -> str:
        clause = self._session.clause(clause_id)
        return clause.text if clause is not None else ""

    # ---- effects on earlier resolutions

    def add_effect(self, effect: ClauseEffect, unreported: Collection[int]) -> None:
        """Add an effect to a clause; a refusal stays in the open form."""
        number = next(one.number for one in self._session.sheet.follow_up if one.resolution_id == effect.resolution_id)

        def do(context: Context) -> Outcome:
            return effects.add_effect(
                context, effect.clause_id, effect.resolution_id, effect.kind, effect.day, unreported=unreported
            )

        what = effect_words.added(effect_text(effect.kind, number, effect.day))
        if self._do(PAGE, do, what) is not None:
            self._session.page.effects.close_form()

    def remove_effect(self, effect_id: int, text: str) -> None:
        """Remove an effect from its clause."""
        self._do(PAGE, lambda context: effects.remove_effect(context, effect_id), effect_words.removed(text))

    # ---- items that were not reached

    def decide_fates(self, decided: Sequence[ItemDisposition]) -> bool:
        """Store what becomes of items without text; a refusal stays in the open form. Return whether it was stored."""
        version_id = self._session.version_id
        what = carrying_words.decided(len(decided))
        stored = self._do(PAGE, lambda context: dispositions.dispose_items(context, version_id, decided), what)
        if stored is not None:
            self._session.page.fates.close_form()
        return stored is not None

    # ---- what was said

    def add_contribution(self, agenda_item_id: int, speaker: str, text: str) -> None:
        """Add a contribution to the end of its item."""
        said = Deliberation(
            minutes_version_id=self._session.version_id,
            agenda_item_id=agenda_item_id,
            ordinal=0,
            speaker=speaker,
            text=text,
        )
        place = ("new_said", agenda_item_id, "text")
        self._do(
            place,
            lambda context: drafts.add_deliberation(context, said),
            asking_words.contribution_added(text),
            lambda: self._session.page.paper.empty_new_line("new_said", agenda_item_id, text),
        )

    def save_contribution(self, said: Deliberation) -> None:
        """Save a changed contribution."""
        place, what = ("said", said.id, "text"), asking_words.contribution_changed(said.text)
        self._do(place, lambda context: drafts.save_deliberation(context, said), what)

    def remove_contribution(self, said_id: int) -> None:
        """Remove a contribution, with an undo button."""
        said = self._session.said(said_id)
        if said is None:
            return
        place, what = ("said", said_id, ""), asking_words.contribution_removed(said.text)
        if self._do(place, lambda context: drafts.remove_deliberation(context, said_id), what):
            self._session.forget(("said", said_id, "text"))
            self._offer_undo(asking_words.SAID_REMOVED)

    def move_contribution(self, said_id: int, step: int) -> None:
        """Move a contribution up or down inside its agenda item."""
        said = self._session.said(said_id)
        place, what = ("said", said_id, ""), asking_words.contribution_moved(said.text if said is not None else "")
        self._do(place, lambda context: drafts.move_deliberation(context, said_id, step), what)

    # ---- all texts

    def make_digits_uniform(self) -> None:
        """Change all digits of the free texts to Persian digits by one action."""
        self._session.page.flush()
        version_id = self._session.version_id
        self._do(PAGE, lambda context: make_digits_uniform(context, version_id), asking_words.DIGITS_UNIFORM)

    # ---- closing part and signers

    def save_closing(self, edited: MinutesVersion, field: str) -> None:
        """Save one changed field of the closing part."""

        def do(context: Context) -> Outcome:
            stored = self._session.sheet.version
            return minutes.save_closing(context, replace(stored, **{field: getattr(edited, field)}))

        self._do(("closing", 0, field), do, asking_words.CLOSING_CHANGED)

    def set_signers(self, signers: Sequence[Signer]) -> None:
        """Save the list of signers as the operator arranged it."""
        version_id = self._session.version_id
        self._do(_SIGNERS, lambda context: set_signers(context, version_id, signers), asking_words.SIGNERS_SET)

    def reset_signers(self) -> None:
        """Make the list of signers follow attendance again."""
        version_id = self._session.version_id
        self._do(_SIGNERS, lambda context: reset_signers(context, version_id), asking_words.SIGNERS_RESET)

    # ---- inside

    def _do(self, place: Place, do: Do, what: str, taken: Callable[[], object] = lambda: None) -> Outcome | None:
        """Run one undoable edit; ``taken`` is called when it is stored and clears its input."""
        return self._session.edit(place, do, HowToUndo(what, undo_by_rows), taken)

    def _offer_undo(self, sentence: str) -> None:
        action = UNDO if self._session.steps.last_done() is not None else ""
        self._session.band(sentence, "", Tone.NEUTRAL, action, self._session.undo)

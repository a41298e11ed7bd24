"""Edit session of minutes: the sheet shown, refused input, and the message above the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.sheets import ClauseRow, MinutesSheet
from desktop_app.domain.rules.minutes import Clause, Deliberation
from desktop_app.services.context import Context
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.page_controller import Made, PageController
from desktop_app.window.kit.undo_list import HowToUndo
from desktop_app.window.minutes import asking_words as words
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.words.refusals import sentence

Place = tuple[str, int, str]
"""Where something is typed: subject, id of the record, and field."""
Waiting = tuple[Callable[[Context], Outcome], HowToUndo | None, Callable[[], object]]
"""An act that was refused: how it is done, how it is taken back, and what takes away what was typed for it."""
PAGE: Place = ("page", 0, "")
WATCHED = Changed.MINUTES | Changed.MEETINGS | Changed.MEMBERS | Changed.SETTINGS


class MinutesEditSession(PageController):
    """Shared state of the parts of the editor's controller; one action runs at a time."""

    def __init__(self, page: MinutesPage, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.page = page
        self._sheet: MinutesSheet | None = None
        self._before: MinutesSheet | None = None
        """The sheet as it stood before an edit of the text, until it is read again."""
        self._waiting: dict[Place, Waiting] = {}
        self._taken_at = PAGE
        """Where something typed was found stored last."""
        self._passing = False
        self._on_band: tuple[Callable[[], object] | None, Callable[[], object] | None] = (None, None)

    # ---- the sheet

    @property
    def sheet(self) -> MinutesSheet:
        """The sheet that is shown; call only after the first ``load``."""
        if self._sheet is None:
            raise LookupError("no minutes are shown")
        return self._sheet

    @property
    def is_open(self) -> bool:
        """Whether minutes are shown."""
        return self._sheet is not None

    @property
    def version_id(self) -> int:
        """The id of the version that is shown."""
        return self.sheet.version.id

    def history_key(self) -> RecordKey | None:
        """The key of this version in the change history."""
        return RecordKey("minutes_version", self._sheet.version.id) if self._sheet is not None else None

    def load(self, version_id: int, before: MinutesSheet | None = None) -> bool:
        """Read a version and show it; return whether it could be read."""
        try:
            sheet = minutes_sheet(self.context, version_id, before)
        except Refused as problem:
            if self._sheet is None or self._sheet.version.id != version_id:
                # what is said of these minutes must not stand over others
                self.steps.forget()
                self._sheet = None
                self.page.show_unread()
            self.page.show_refusal(*PAGE, sentence(problem))
            return False
        if self._sheet is not None and self._sheet.version.id != version_id:
            self.steps.forget()
        self._sheet = sheet
        self.page.show_sheet(sheet)
        return True

    def reload(self, changed: Changed) -> None:
        """Read the version again if a change concerns it."""
        if self._sheet is not None and changed & WATCHED:
            self.load(self._sheet.version.id)

    def read_again(self, _changed: Changed) -> None:
        """Read the version again after an action here; after a text edit only the parts it may have changed."""
        before, self._before = self._before, None
        self.load(self.version_id, before)

    def clause(self, clause_id: int) -> Clause | None:
        """Return a clause as stored."""
        row = self.clause_row(clause_id)
        return row.clause if row is not None else None

    def clause_row(self, clause_id: int) -> ClauseRow | None:
        """Return a clause with its related names."""
        rows = (row for block in self.sheet.blocks for row in block.clauses)
        return next((row for row in rows if row.clause.id == clause_id), None)

    def said(self, said_id: int) -> Deliberation | None:
        """Return a contribution as stored."""
        every = (said for block in self.sheet.blocks for said in block.deliberations)
        return next((said for said in every if said.id == said_id), None)

    # ---- acts

    def edit(
        self,
        place: Place,
        do: Callable[[Context], Made],
        back: HowToUndo | None = None,
        taken: Callable[[], object] = lambda: None,
    ) -> Made | None:
        """Run one action; a refusal is shown beside its field and the input waits there for another try."""
        subject, subject_id, field = place

        def beside(refused: Refused) -> bool:
            self.page.show_refusal(subject, subject_id, refused.field or field, sentence(refused))
            return True

        self._taken_at = PAGE
        made = self.act(do, beside, accept=lambda: self._accept(place, taken), back=back)
        # refused because it is stored from an earlier try, nothing waits there
        if made is None and subject != PAGE[0] and self._taken_at != place:
            self._waiting[place] = do, back, taken
            self.status_message.emit(words.NOT_SAVED, Tone.WARNING)
        return made

    def _accept(self, place: Place, taken: Callable[[], object]) -> None:
        self.forget(place)
        self._taken_at = place
        taken()
        self._before = self._sheet if place[0] != PAGE[0] else None
        if self._passing:
            self.close_band()

    def show_problem(self, refused: Refused) -> None:
        """Show a system error above the page with a retry button."""
        self.band(words.NOT_SAVED, sentence(refused), Tone.DANGER, words.RETRY, self.retry)

    def accept_step(self) -> None:
        """Update the page after an undo or redo as after an edit; hide the undo button of the message."""
        self._before = self._sheet
        if self._passing:
            self.close_band()

    def show_step(self, made: Outcome, _said: str) -> None:
        """Select the clause that an undo changed; focus a restored piece."""
        standing = [(row.before, row.after) for row in made.written]
        back = [now for before, now in standing if before is None and isinstance(now, Clause | Deliberation)]
        # of one that is back the neighbours are counted anew besides
        for piece in back:
            self.page.choose(piece.agenda_item_id, piece.id if isinstance(piece, Clause) else 0)
            self.page.paper.go_to_piece(piece)
        clauses = [now for _before, now in standing if isinstance(now, Clause)]
        if not back and len(clauses) == 1:
            self.page.choose(clauses[0].agenda_item_id, clauses[0].id)

    def show_step_refused(self, refused: Refused) -> None:
        """Show in the message above the page why an undo was refused."""
        self.page.show_refusal(*PAGE, sentence(refused))

    def report_done(self, said: str) -> None:
        """Show a message about the action unless refused input is still on the page."""
        if self._waiting:
            self.status_message.emit(words.NOT_SAVED, Tone.WARNING)
        else:
            super().report_done(said or words.ALL_SAVED)

    def forget(self, place: Place) -> None:
        """Remove the refused action of a field."""
        self._waiting.pop(place, None)
        self.page.clear_refusal(*place)

    def forget_all(self) -> None:
        """Remove all refused actions before another version is shown."""
        self._waiting.clear()
        self.page.forget_typed()

    def waiting(self) -> int:
        """The number of refused actions whose input is still on the page."""
        return len(self._waiting)

    def retry(self) -> None:
        """Retry all refused actions."""
        self.close_band()
        for place in tuple(self._waiting):
            # one that is found stored from an earlier try waits no more
            if place in self._waiting:
                self.edit(place, *self._waiting[place])

    # ---- the band

    def band(
        self,
        title: str,
        detail: str,
        tone: Tone,
        action: str = "",
        do: Callable[[], object] | None = None,
        second: str = "",
        do_second: Callable[[], object] | None = None,
        *,
        passing: bool = True,
    ) -> None:
        """Show a message with buttons above the page; a passing one is hidden by the next action."""
        self._passing = passing
        self._on_band = (do, do_second)
        self.page.header.show_band(title, detail, tone, action, second)

    def close_band(self) -> None:
        """Hide the message above the page."""
        self._on_band = (None, None)
        self.page.header.clear_band()

    def press_band(self, place: int) -> None:
        """Run the action of a button of the message."""
        do = self._on_band[place]
        if do is not None:
            do()

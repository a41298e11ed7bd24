"""Edit session of minutes, shared by the halves of the editor: the sheet shown, how one act is done and told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop_app.controllers.minutes.minutes_services import MinutesServices
from desktop_app.controllers.minutes.minutes_view import MinutesView
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.read_models.sheets import ClauseRow, MinutesSheet
from desktop_app.domain.rules.minutes import Clause, Deliberation
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.minutes import minutes_asking as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.style.tokens import Tone

Made = TypeVar("Made", bound=Outcome)
Place = tuple[str, int, str]
PAGE: Place = ("page", 0, "")


class MinutesEditSession:
    """Acts are done one at a time: service, then sheet, then everyone who listens. What is refused is kept."""

    def __init__(
        self,
        view: MinutesView,
        services: MinutesServices,
        announce: Callable[[Changed], None],
        tell_saved: Callable[[str, Tone], None],
    ) -> None:
        self.view = view
        self.services = services
        self._announce = announce
        self._tell_saved = tell_saved
        self._sheet: MinutesSheet | None = None
        self._waiting: dict[Place, Callable[[], Outcome]] = {}
        self._passing = False
        self._on_band: tuple[Callable[[], object] | None, Callable[[], object] | None] = (None, None)

    # ---- the sheet

    @property
    def sheet(self) -> MinutesSheet:
        """The sheet on the page; there is one from the first showing on."""
        if self._sheet is None:
            raise LookupError("no minutes are shown")
        return self._sheet

    @property
    def is_open(self) -> bool:
        """Whether anything is shown."""
        return self._sheet is not None

    @property
    def version_id(self) -> int:
        """The version on the page."""
        return self.sheet.version.id

    def load(self, version_id: int) -> bool:
        """Read a version and show it; whether it could be read."""
        try:
            self._sheet = self.services.sheet(version_id)
        except Refused as problem:
            self.view.show_refusal(*PAGE, sentence(problem))
            return False
        self.view.show_sheet(self._sheet)
        return True

    def refresh(self) -> None:
        """Read the version on the page again."""
        if self._sheet is not None:
            self.load(self._sheet.version.id)

    def clause(self, clause_id: int) -> Clause | None:
        """A clause as stored."""
        row = self.clause_row(clause_id)
        return row.clause if row is not None else None

    def clause_row(self, clause_id: int) -> ClauseRow | None:
        """A clause with its names."""
        rows = (row for block in self.sheet.blocks for row in block.clauses)
        return next((row for row in rows if row.clause.id == clause_id), None)

    def said(self, said_id: int) -> Deliberation | None:
        """A contribution as stored."""
        every = (said for block in self.sheet.blocks for said in block.deliberations)
        return next((said for said in every if said.id == said_id), None)

    # ---- acts

    def act(self, place: Place, do: Callable[[], Made]) -> Made | None:
        """Do one act; a refusal shows beside its field, and what was typed waits there."""
        try:
            made = do()
        except Refused as problem:
            self._refused(place, problem, do)
            return None
        self._waiting.pop(place, None)
        self.view.clear_refusal(*place)
        if self._passing:
            self.close_band()
        self.refresh()
        self._announce(made.changed)
        if self._waiting:
            self._tell_saved(words.NOT_SAVED, Tone.WARNING)
        else:
            self._tell_saved(words.ALL_SAVED, Tone.DONE)
        return made

    def forget(self, place: Place) -> None:
        """Nothing waits at this place any more."""
        self._waiting.pop(place, None)
        self.view.clear_refusal(*place)

    def forget_all(self) -> None:
        """Nothing waits: the page goes over to another version."""
        self._waiting.clear()
        self.view.forget_typed()

    def waiting(self) -> int:
        """How many acts were refused and still stand on the page."""
        return len(self._waiting)

    def retry(self) -> None:
        """Try again what the machine refused."""
        self.close_band()
        for place, do in tuple(self._waiting.items()):
            self.act(place, do)

    def _refused(self, place: Place, problem: Refused, do: Callable[[], Outcome]) -> None:
        subject, subject_id, field = place
        if subject != PAGE[0]:
            self._waiting[place] = do
            self._tell_saved(words.NOT_SAVED, Tone.WARNING)
        if isinstance(problem, EnvironmentProblem):
            self.band(words.NOT_SAVED, sentence(problem), Tone.DANGER, words.RETRY, self.retry)
        else:
            self.view.show_refusal(subject, subject_id, problem.field or field, sentence(problem))

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
        """Say something above the page; its buttons do what is given. A passing band goes with the next act."""
        self._passing = passing
        self._on_band = (do, do_second)
        self.view.show_band(title, detail, tone, action, second)

    def close_band(self) -> None:
        """Take the band away."""
        self._on_band = (None, None)
        self.view.clear_band()

    def press_band(self, place: int) -> None:
        """One of the band's buttons was pressed."""
        do = self._on_band[place]
        if do is not None:
            do()

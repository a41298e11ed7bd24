"""Display data of a scan and its check: page cards, finding texts, and questions before storing it.

The questions are whose original it is and what to do about the findings.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.read_models.scans import (
    FindingWeight,
    ReadPage,
    RecognisedBy,
    ScanFinding,
    ScanFindingKind,
    ScanJudgement,
    ScanReading,
)
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.scan_findings import unread_places
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.lists.finding_list import FindingList
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import GAP, Tone
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.paper_original import OriginalChooser
from desktop_app.window.signing.scan_pages import PageCardContent

REASON_LINES = 2
CHOOSER_WIDTH = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanQuestionsContent:
    """The findings, and which fields and buttons are shown to resolve them."""

    findings: tuple[tuple[str, Tone], ...] = ()
    reason: bool = False
    blanks: bool = False
    code: bool = False


class ScanQuestions(QWidget):
    """Findings and questions beneath the pages; each part is shown only when needed."""

    original_chosen = Signal(int)
    blanks_left_out = Signal()
    code_typed = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser = OriginalChooser()
        # the usual two from the beginning: what is made later comes last for Tab
        self.chooser.show_originals({1: "", 2: ""}, 1)
        self._chooser_field = Field(label=words.ORIGINAL, editor=self.chooser)
        self.findings = FindingList()
        self.findings.setObjectName("scanFindings")
        self.blanks = Button(text=words.LEAVE_BLANKS, icon="ban", compact=True)
        self.blanks.setObjectName("leaveBlanks")
        self.code = LineField(latin=True)
        self.code.setObjectName("scanCode")
        self.code_field = Field(label=words.CODE, editor=self.code)
        self._use_code = Button(text=words.CODE_USE, compact=True)
        self._use_code.setObjectName("useCode")
        self.reason = TextArea()
        self.reason.setObjectName("scanReason")
        self.reason.set_lines(REASON_LINES)
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reason_field = Field(label=words.REASON, editor=self.reason, hint=words.REASON_HINT)
        self._code_row = QWidget()
        self._lay_out()
        self._connect()

    def show_originals(self, labels: Mapping[int, str], original: int) -> None:
        """Offer the originals; hidden if there is only one."""
        self._chooser_field.setVisible(len(labels) > 1)
        self.chooser.show_originals(labels, original)

    def show_asked(self, content: ScanQuestionsContent) -> None:
        """Show the findings and their fields; typed text stays while its field is shown."""
        self.findings.show_findings(content.findings)
        self.blanks.setVisible(content.blanks)
        self._code_row.setVisible(content.code)
        self.reason_field.setVisible(content.reason)

    def reason_text(self) -> str:
        """The typed reason; empty if none is required."""
        return "" if self.reason_field.isHidden() else self.reason.text().strip()

    def show_refusal(self, field: str, text: str) -> QWidget | None:
        """Show the error beside its field; return that part, None if the field is not shown."""
        holder = {"reason": self.reason_field, "code": self.code_field, "original": self._chooser_field}.get(field)
        if holder is None or not holder.isVisible():
            return None
        holder.refuse(text)
        return holder

    def event(self, event: QEvent) -> bool:
        """Keep the height of the visible parts, so that a low dialog scrolls."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_height()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt to wrapped texts."""
        super().resizeEvent(event)
        self._keep_height()

    # ---- inside

    def _keep_height(self) -> None:
        layout = self.layout()
        least = max(0, layout.totalMinimumHeightForWidth(self.width())) if layout is not None else 0
        if least != self.minimumHeight():
            self.setMinimumHeight(least)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self.original_chosen)
        self.blanks.clicked.connect(self.blanks_left_out)
        self._use_code.clicked.connect(self._use)
        self.code.returnPressed.connect(self._use)
        self.code.textEdited.connect(lambda _text: self.code_field.clear_error())
        self.reason.textChanged.connect(self._reason_changed)

    def _use(self) -> None:
        self.code_typed.emit(self.code.text())

    def _reason_changed(self) -> None:
        self.reason_field.clear_error()
        self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._code_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.code_field, 1)
        row.addWidget(self._use_code, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._chooser_field.setMaximumWidth(tokens_of(self).px(CHOOSER_WIDTH))
        self._code_row.setMaximumWidth(tokens_of(self).px(CHOOSER_WIDTH))
        column.addWidget(self._chooser_field)
        column.addWidget(self.findings)
        column.addWidget(self.blanks, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._code_row, self.reason_field):
            column.addWidget(widget)


_K = ScanFindingKind
Said = tuple[str, Tone, Shape]
_TONES: Final = {
    FindingWeight.REFUSAL: Tone.DANGER,
    FindingWeight.REASON: Tone.WARNING,
    FindingWeight.NOTICE: Tone.PROGRESS,
}
_ELSEWHERE: Final = frozenset({_K.OTHER_MINUTES, _K.OTHER_VERSION, _K.STRANGE_PAPER})


def page_key(page: ReadPage) -> int:
    """Return a key of a page from its file and its index there."""
    return page.source * 1_000_000 + page.page


def cards_of(
    reading: ScanReading, judgement: ScanJudgement, pictures: Callable[[ReadPage], QImage]
) -> list[tuple[int, PageCardContent]]:
    """Return a card for every page in order; excluded pages have no number."""
    total, place = len(reading.kept), 0
    cards = []
    for index, page in enumerate(reading.pages):
        place += not page.left_out
        number = words.LEFT_OUT if page.left_out else words.position_of(place, total)
        kinds = {one.kind for one in judgement.findings if index in one.places}
        note, tone, shape = _note(page, kinds)
        spoken = words.spoken(number, note, words.turned(page.turn))
        content = PageCardContent(number, note, tone, shape, pictures(page), page.turn, page.left_out, spoken)
        cards.append((page_key(page), content))
    return cards


def _note(page: ReadPage, kinds: Collection[ScanFindingKind]) -> Said:
    """Return the most important remark on one page."""
    if page.left_out:
        # nothing is found about it any more: what was read on it vouches for nothing
        return (words.BLANK if page.blank else _recognised(page)[0]), Tone.NEUTRAL, Shape.DASHED_RING
    if not _ELSEWHERE.isdisjoint(kinds):
        return words.OF_OTHER, Tone.DANGER, Shape.DIAMOND
    if _K.PAGE_TWICE in kinds:
        return words.twice(page.number), Tone.WARNING, Shape.SQUARE_BAR
    if page.blank:
        return words.BLANK, Tone.NEUTRAL, Shape.DASHED_RING
    return _recognised(page)


def _recognised(page: ReadPage) -> Said:
    if page.recognised is RecognisedBy.MARK:
        return words.by_mark(page.number), Tone.DONE, Shape.DISC_CHECK
    if page.recognised is RecognisedBy.TYPED:
        return words.by_hand(page.number), Tone.PROGRESS, Shape.RING_DOT
    return words.UNKNOWN, Tone.WARNING, Shape.SQUARE_BAR


# ---- findings


def findings_of(reading: ScanReading, judgement: ScanJudgement) -> list[tuple[str, Tone]]:
    """Return a text and tone for each finding, most important first, and one if nothing is missing."""
    numbers = _shown_numbers(reading)
    coded = bool(reading.target.code)
    whole = [] if judgement.refused or judgement.needs_reason else _complete(reading, judgement)
    return whole + [(_sentence(one, numbers, coded=coded), _TONES[one.weight]) for one in judgement.findings]


def asked_of(reading: ScanReading, judgement: ScanJudgement) -> ScanQuestionsContent:
    """Return all findings and questions beneath the pages."""
    kinds = {one.kind for one in judgement.findings}
    told = findings_of(reading, judgement)
    if not judgement.refused:
        told += [(words.PROVISIONAL, Tone.WARNING)] * judgement.provisional
        told += [(words.REPLACES, Tone.PROGRESS)] * judgement.replaces
        told += [(words.ARCHIVES, Tone.DONE)] * judgement.archives
    return ScanQuestionsContent(
        findings=tuple(told),
        reason=judgement.needs_reason,
        blanks=_K.BLANK_PAGE in kinds,
        code=bool(reading.target.code and kinds & {_K.UNKNOWN_PAGE, _K.NO_PAPER_OF_OURS} and unread_places(reading)),
    )


def keeping_verb(judgement: ScanJudgement) -> str:
    """Return the button text for storing the scan."""
    if judgement.provisional:
        return words.KEEP_PROVISIONAL
    return words.KEEP_AND_ARCHIVE if judgement.archives else words.KEEP


def _complete(reading: ScanReading, judgement: ScanJudgement) -> list[tuple[str, Tone]]:
    """Return a note if every page of the paper is there, and whose code the pages bear.

    Of the words nothing is vouched for: a picture proves nothing about them.
    """
    paper = reading.target
    own = [page for page in reading.kept if 1 <= page.number <= paper.pages]
    if not paper.pages or {page.number for page in own} != set(range(1, paper.pages + 1)):
        return []
    told = [words.complete(paper.pages)]
    if all(page.recognised is RecognisedBy.MARK for page in own):
        holds = all(one.kind is not _K.SUPERSEDED for one in judgement.findings)
        told.append(words.coded(paper.meeting_number, paper.version, holds=holds))
    return [(f"{' '.join(told)} {words.COMPARE}", Tone.PROGRESS)]


def _shown_numbers(reading: ScanReading) -> dict[int, int]:
    """Return the page number on each card, by index in the reading."""
    kept = [place for place, page in enumerate(reading.pages) if not page.left_out]
    return {place: number for number, place in enumerate(kept, start=1)}


def _sentence(finding: ScanFinding, numbers: Mapping[int, int], *, coded: bool) -> str:
    where = [numbers.get(place, place + 1) for place in finding.places]
    paper = finding.paper
    meeting, version, newest = (paper.meeting_number, paper.version, paper.newest) if paper is not None else (0, 0, 0)
    void = paper is not None and paper.state is MinutesState.WITHDRAWN
    said: Mapping[ScanFindingKind, Callable[[], str]] = {
        _K.NO_PAGES: lambda: words.NO_PAGES,
        _K.NO_PAPER_OF_OURS: lambda: words.none_of_ours(coded=coded),
        _K.WITHDRAWN: lambda: words.withdrawn(version),
        _K.OTHER_MINUTES: lambda: words.other_minutes(where, meeting, void=void),
        _K.OTHER_VERSION: lambda: words.other_version(where, version, void=void),
        _K.STRANGE_PAPER: lambda: words.strange(where, meeting, ours=paper is not None),
        _K.PAGE_MISSING: lambda: words.missing(finding.numbers, finding.count),
        _K.PAGE_TWICE: lambda: words.came_twice(finding.numbers),
        _K.MORE_PAGES: lambda: words.more(finding.count),
        _K.UNKNOWN_PAGE: lambda: words.unknown(where, coded=coded),
        _K.SUPERSEDED: lambda: words.superseded(newest),
        _K.BLANK_PAGE: lambda: words.blank(where),
    }
    return said[finding.kind]()

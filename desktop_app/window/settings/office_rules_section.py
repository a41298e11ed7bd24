"""Section of the office's rules: quorum, numbers, working week and hours, originals, and usual texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.numbering import Token, fill_pattern, require_sound, require_sound_for_letters
from desktop_app.domain.rules.attendance import QuorumRule
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.forms.office_rules_section import Ui_OfficeRulesSection
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.shell.card import FlowLayout
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.kit.typed_fields import TypedFields
from desktop_app.window.settings import words

SHARES: Final = (
    (Fraction(1, 2), words.HALF),
    (Fraction(2, 3), words.TWO_THIRDS),
    (Fraction(3, 4), words.THREE_QUARTERS),
)
TEXTS: Final = ("outgoing_pattern", "kept_at", "closing", "operator")
"""What is kept as it is typed; the caret of the other pattern stays at its end, where a token goes."""
_FILLED: Final = 8
_EXAMPLE: Final[Mapping[Token, int | str]] = {
    Token.YEAR: 1401,
    Token.MEETING: 3,
    Token.ROW: 2,
    Token.AXIS: "5",
    Token.SERIAL: 27,
}
_NOTHING: Final = OfficeSettings(number_pattern="")


class OfficeRulesSection(SectionPanel):
    """Form of the office settings; settings of other sections pass through unchanged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_OfficeRulesSection()
        self.ui.setupUi(self)
        ui = self.ui
        self._shown = _NOTHING
        fields = {
            "quorum": ui.quorumField,
            "pattern": ui.patternField,
            "outgoing_pattern": ui.outgoingPatternField,
            "weekend": ui.weekendField,
            "opens_at": ui.opensAtField,
            "closes_at": ui.closesAtField,
            "originals": ui.originalsField,
            "kept_at": ui.keptAtField,
            "closing": ui.closingField,
            "operator": ui.operatorField,
        }
        self.set_fields(fields)
        self._texts = TypedFields({name: fields[name] for name in TEXTS}, self._edited)
        ui.closing.set_lines(2)
        ui.tokensLabel.set_role(TextRole.NOTE)
        ui.tokensLabel.set_ink(Ink.QUIET)
        ui.weekendField.setFocusProxy(ui.saturday)
        ui.weekend.setFocusProxy(ui.saturday)
        self._flow_days()
        self._connect()

    def show_values(self, values: OfficeSettings) -> None:
        """Fill the form."""
        ui = self.ui
        self._shown = values
        self._offer_shares(values.quorum.more_than)
        ui.videoCounts.setChecked(values.quorum.video_counts)
        ui.pattern.set_text(values.number_pattern)
        for day, box in self._days().items():
            box.setChecked(day in values.weekend)
        ui.opensAt.set_time(values.opens_at)
        ui.closesAt.set_time(values.closes_at)
        ui.originals.set_text(persian_digits(values.originals))
        self._texts.show(values)
        self._explain()

    def values(self) -> OfficeSettings:
        """Return the values as typed; an invalid number of originals is refused beside its field."""
        ui = self.ui
        originals = latin_digits(ui.originals.text().strip())
        return replace(
            self._shown,
            quorum=self._quorum(),
            number_pattern=ui.pattern.text(),
            weekend=self._weekend(),
            opens_at=ui.opensAt.time() or ui.opensAt.text(),
            closes_at=ui.closesAt.time() or ui.closesAt.text(),
            originals=int(originals) if originals.isdecimal() else 0,
            **self._texts.read(),
        )

    # ---- inside

    def _connect(self) -> None:
        ui = self.ui
        ui.quorum.chosen.connect(self._edited)
        for box in (ui.videoCounts, *self._days().values()):
            box.clicked.connect(self._edited)
        for line in (ui.pattern, ui.opensAt, ui.closesAt, ui.originals):
            # also what undo brings back is an edit
            line.textChanged.connect(self._edited)
        words_of = {token: word for word, token in TOKEN_WORDS.items()}
        for token, button in (
            (Token.YEAR, ui.tokenYear),
            (Token.MEETING, ui.tokenMeeting),
            (Token.ROW, ui.tokenRow),
            (Token.AXIS, ui.tokenAxis),
            (Token.SERIAL, ui.tokenSerial),
        ):
            button.clicked.connect(lambda _on=False, word=words_of[token]: self._insert(word))

    def _flow_days(self) -> None:
        """Lay out the days of the week in one line, or in two if space is short."""
        holder = QWidget(self.ui.weekend)
        flow = FlowLayout(holder, gap=14)
        for box in self._days().values():
            flow.addWidget(box)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.ui.weekendDays.addWidget(holder)

    def _edited(self, *_values: object) -> None:
        self._explain()
        self.emit_edited()

    def _insert(self, word: str) -> None:
        """Insert a token at the caret, after a slash if needed, as one undo step."""
        line = self.ui.pattern
        before = line.text()[: line.cursorPosition()]
        line.insert(("/" if before.endswith("}") else "") + "{" + word + "}")
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self) -> None:
        """Show beneath the choices what they mean."""
        ui = self.ui
        ui.quorumField.set_hint(words.quorum_example(_FILLED, self._quorum().needed(_FILLED)))
        try:
            require_sound(ui.pattern.text(), TOKEN_WORDS)
        except RuleBroken:
            ui.patternField.set_hint(words.NO_EXAMPLE)
        else:
            ui.patternField.set_hint(words.number_example(fill_pattern(ui.pattern.text(), TOKEN_WORDS, _EXAMPLE)))
        self._explain_letters()
        if self._weekend() != self._shown.weekend:
            ui.weekendField.set_notice(words.CHANGED_WEEK, Tone.WARNING)
        else:
            ui.weekendField.clear_notice()

    def _explain_letters(self) -> None:
        pattern = self.ui.outgoingPattern.text().strip()
        try:
            require_sound_for_letters(pattern, TOKEN_WORDS)
        except RuleBroken:
            hint = words.NO_LETTER_EXAMPLE
        else:
            hint = (
                words.letter_example(fill_pattern(pattern, TOKEN_WORDS, _EXAMPLE)) if pattern else words.LETTERS_TYPED
            )
        self.ui.outgoingPatternField.set_hint(hint)

    def _offer_shares(self, share: Fraction) -> None:
        known = dict(SHARES)
        if share not in known:
            known[share] = words.other_share(share.numerator, share.denominator)
        self.ui.quorum.set_segments([Segment(str(one), word) for one, word in known.items()])
        self.ui.quorum.set_value(str(share))

    def _quorum(self) -> QuorumRule:
        chosen = self.ui.quorum.value()
        share = Fraction(chosen) if chosen else self._shown.quorum.more_than
        return QuorumRule(share, self.ui.videoCounts.isChecked())

    def _weekend(self) -> frozenset[int]:
        return frozenset(day for day, box in self._days().items() if box.isChecked())

    def _days(self) -> dict[int, QCheckBox]:
        ui = self.ui
        return {
            5: ui.saturday,
            6: ui.sunday,
            0: ui.monday,
            1: ui.tuesday,
            2: ui.wednesday,
            3: ui.thursday,
            4: ui.friday,
        }

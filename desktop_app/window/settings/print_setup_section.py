"""Section of fonts and paper: font, sizes, sheet, margins, kashida, archive format, and a preview page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.documents.appearance import BUNDLED_FONT, Margins, Sheet, Typography
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.print_setup import (
    BOTTOM,
    FIRST_TOP,
    PITCHES,
    SIDES,
    SIZES,
    TOP,
    USUAL_SETUP,
    PrintFont,
    PrintSetup,
)
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.forms.print_setup_section import Ui_PrintSetupSection
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.paper.page_canvas import Drawn
from desktop_app.widgets.style.tokens import Ink, TextRole
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.words import print_setup as words

STILL_MS: Final = 350
"""The small page is made anew when the operator has been still for so long."""
BOLD: Final = 600
"""From this weight on (OpenType ``usWeightClass``) a cut is told from the regular one at a glance."""
_NUMBER_WIDTH: Final = 5
"""More digits are no number that anybody prints with."""


class PrintSetupSection(SectionPanel):
    """Form of the print setup; its signals request a check of a font, or the preview page."""

    family_requested = Signal(str)
    file_requested = Signal()
    families_wanted = Signal()
    preview_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PrintSetupSection()
        self.ui.setupUi(self)
        self._family = BUNDLED_FONT
        self._fonts: tuple[PrintFont, ...] = ()
        self._installed: tuple[str, ...] = ()
        self._asked = self._showing = False
        ui = self.ui
        self._numbers = {
            "size": ui.size,
            "pitch": ui.pitch,
            "right": ui.right,
            "left": ui.left,
            "first_top": ui.firstTop,
            "top": ui.top,
            "bottom": ui.bottom,
        }
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.setObjectName("still")
        self._still.timeout.connect(self.preview_requested)
        self._dress()
        self._connect()

    def show_values(self, values: PrintSetup) -> None:
        """Fill the form."""
        ui, wanted = self.ui, values.typography
        self._showing = True
        self._family, self._fonts = wanted.font, values.fonts
        self._offer_fonts()
        ui.fontField.set_hint(self._font_hint())
        numbers = {"size": wanted.size, "pitch": wanted.pitch, **asdict(wanted.margins)}
        for name, line in self._numbers.items():
            line.set_text(persian_digits(numbers[name]))
        ui.sheet.set_value(wanted.sheet.value)
        ui.kashida.setChecked(wanted.kashida)
        ui.profile.set_value(values.profile.value)
        self._explain()
        self._showing = False
        self._still.stop()
        # the page before the fonts of the machine, whose reading may take a while
        self.preview_requested.emit()
        if not self._asked:
            self._asked = True
            self.families_wanted.emit()

    def values(self) -> PrintSetup:
        """Return the values as typed; an invalid number is refused beside its field."""
        ui = self.ui
        numbers = {name: _number(line) for name, line in self._numbers.items()}
        typography = Typography(
            font=self._family,
            size=numbers.pop("size"),
            pitch=numbers.pop("pitch"),
            sheet=Sheet(ui.sheet.value() or Sheet.A4),
            margins=Margins(**numbers),
            kashida=ui.kashida.isChecked(),
        )
        profile = Profile(ui.profile.value() or USUAL_SETUP.profile)
        return replace(USUAL_SETUP, typography=typography, profile=profile, fonts=self._fonts)

    def show_families(self, families: Sequence[str]) -> None:
        """Offer the fonts of this computer that support Persian."""
        self._installed = tuple(families)
        self._offer_fonts()

    def show_busy(self, said: str) -> None:
        """Show that a font is being checked; an empty text ends it and keeps an error."""
        # the button stays in use: one that is put out of use under the hand lets the keyboard go elsewhere
        field = self.ui.fontField
        refusal = field.error()
        field.set_hint(said or self._font_hint())
        if refusal and not said:
            field.set_error(refusal)

    def show_font(self, fonts: Sequence[PrintFont]) -> None:
        """Show an accepted font; it takes effect when the section is saved."""
        family = fonts[0].family
        self._family, self._fonts = family, () if family == BUNDLED_FONT else tuple(fonts)
        self.ui.fontField.set_hint(self._font_hint())
        self._offer_fonts()
        self._edited()

    def refuse_font(self, text: str) -> None:
        """Show why a font cannot be used; the previous one stays."""
        self._offer_fonts()
        self.ui.fontField.set_error(text)

    def show_preview(self, render: Drawn | None, said: str) -> None:
        """Show the preview page of the typed values, or why there is none."""
        self.ui.preview.show_page(render, said)

    # ---- inside

    def _offer_fonts(self) -> None:
        """Offer the built-in font, the stored one, and those of this computer."""
        options = [Option(BUNDLED_FONT, words.BUNDLED_NAMED, words.BUNDLED)]
        if self._family != BUNDLED_FONT:
            options.append(Option(self._family, self._family, words.KEPT))
        known = {option.key for option in options}
        options += [Option(family, family) for family in self._installed if family not in known]
        self.ui.font.set_options(options)
        self.ui.font.set_value(self._family)

    def _font_hint(self) -> str:
        """Return the note about the stored font, and about headings if it has no bold style."""
        bold = not self._fonts or any(font.weight >= BOLD for font in self._fonts)
        return words.FONT_HINT if bold else words.FONT_WITHOUT_BOLD

    def _font_chosen(self, family: object) -> None:
        if not isinstance(family, str) or family == self._family:
            return
        if family == BUNDLED_FONT:
            self._family, self._fonts = BUNDLED_FONT, ()
            self._offer_fonts()
            self._edited()
        else:
            self.family_requested.emit(family)

    def _put_usual(self) -> None:
        """Fill in the default values; they take effect when the section is saved."""
        self.clear_refusals()
        self.show_values(USUAL_SETUP)
        self._edited()

    def _edited(self, *_values: object) -> None:
        self._explain()
        self.emit_edited()
        if not self._showing:
            self._still.start()

    def _explain(self) -> None:
        profile = self.ui.profile.value()
        self.ui.profileField.set_hint(words.PROFILE_HINTS[profile] if profile else "")

    def _dress(self) -> None:
        ui = self.ui
        self.set_fields(
            {
                "font": ui.fontField,
                "size": ui.sizeField,
                "pitch": ui.pitchField,
                "sheet": ui.sheetField,
                "right": ui.rightField,
                "left": ui.leftField,
                "first_top": ui.firstTopField,
                "top": ui.topField,
                "bottom": ui.bottomField,
                "profile": ui.profileField,
            }
        )
        ui.fontBox.setFocusProxy(ui.font)
        ui.fontField.set_hint(words.FONT_HINT)
        ui.sheet.set_segments([Segment(key, word) for key, word in words.SHEETS])
        ui.profile.set_segments([Segment(key, word) for key, word in words.PROFILES])
        for field, limits in ((ui.sizeField, SIZES), (ui.pitchField, PITCHES)):
            field.set_hint(words.percent(*limits))
        for field, limits in (
            (ui.rightField, SIDES),
            (ui.leftField, SIDES),
            (ui.firstTopField, FIRST_TOP),
            (ui.topField, TOP),
            (ui.bottomField, BOTTOM),
        ):
            field.set_hint(words.millimetres(*limits))
        ui.previewTitle.set_role(TextRole.LABEL)
        ui.previewTitle.set_ink(Ink.SECOND)
        ui.previewNote.set_role(TextRole.NOTE)
        ui.previewNote.set_ink(Ink.QUIET)
        ui.previewNote.setWordWrap(True)
        ui.previewNote.setText(words.PREVIEW_NOTE)
        ui.preview.setAccessibleName(ui.previewTitle.text())
        ui.preview.show_page(None, words.PREVIEW_MAKING)

    def _connect(self) -> None:
        ui = self.ui
        ui.font.value_changed.connect(self._font_chosen)
        ui.fontFile.clicked.connect(self.file_requested)
        ui.usual.clicked.connect(self._put_usual)
        for line in self._numbers.values():
            line.textChanged.connect(self._edited)
        for switch in (ui.sheet, ui.profile):
            switch.chosen.connect(self._edited)
        ui.kashida.clicked.connect(self._edited)


def _number(line: LineField) -> int:
    typed = latin_digits(line.text().strip())
    return int(typed) if typed.isdecimal() and len(typed) <= _NUMBER_WIDTH else 0

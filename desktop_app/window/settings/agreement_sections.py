"""Sections of the settings about the memorandum: titles and signing date, the parties, and the axes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.committee import ArticleKind, PartyCode
from desktop_app.domain.rules.founding import SUB_AXIS_MARK, ArticleTitle, AxisValues, MemorandumValues, PartyValues
from desktop_app.forms.axes_section import Ui_AxesSection
from desktop_app.forms.memorandum_section import Ui_MemorandumSection
from desktop_app.forms.parties_section import Ui_PartiesSection
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField, RowField, show_beginning
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_TIGHT, Ink, TextRole
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.kit.typed_fields import FieldRow, TypedFields, fields_by_row
from desktop_app.words import founding as words


class PartiesSection(SectionPanel):
    """Two cards, the governorate first; its value is a tuple of both parties."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PartiesSection()
        self.ui.setupUi(self)
        ui = self.ui
        province = {
            "name": ui.provinceNameField,
            "short_name": ui.provinceShortField,
            "signatory": ui.provinceSignatoryField,
            "signatory_post": ui.provincePostField,
        }
        center = {
            "name": ui.centerNameField,
            "short_name": ui.centerShortField,
            "signatory": ui.centerSignatoryField,
            "signatory_post": ui.centerPostField,
        }
        self._typed = {
            code: TypedFields(fields, self.emit_edited)
            for code, fields in ((PartyCode.PROVINCE, province), (PartyCode.CENTER, center))
        }
        self.set_fields(
            {f"{name}.{code}": field for code, typed in self._typed.items() for name, field in typed.fields.items()}
        )
        ui.provinceMark.set_party(Party.GOVERNORATE)
        ui.centerMark.set_party(Party.CENTER)
        for title, code in ((ui.provinceTitle, PartyCode.PROVINCE), (ui.centerTitle, PartyCode.CENTER)):
            title.set_role(TextRole.SECTION)
            title.setText(words.PARTIES[code])

    def show_values(self, values: tuple[PartyValues, ...]) -> None:
        """Fill the form."""
        for party in values:
            self._typed[party.code].show(party)

    def values(self) -> tuple[PartyValues, ...]:
        """Return both parties as typed."""
        return tuple(PartyValues(code=code, **typed.read()) for code, typed in self._typed.items())


CODE_WIDTH, INDENT = 120, 28


LABELS: Final = {"code": words.CODE, "title": words.AXIS_TITLE}


class _Row(FieldRow):
    """One axis with its controls; a sub-axis is indented."""

    def __init__(self, axis: AxisValues, parent: QWidget, edited: Callable[..., None]) -> None:
        super().__init__(axis, LABELS, (LineField(), LineField()), edited)
        self.box = QWidget(parent)
        self.remove = Button(self.box, kind=ButtonKind.QUIET, icon="x", compact=True)
        self._across = QHBoxLayout(self.box)
        self._across.setSpacing(GAP)
        self.fields["code"].setFixedWidth(CODE_WIDTH)
        self._across.addWidget(self.fields["code"])
        self._across.addWidget(self.fields["title"], 1)
        self._across.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.setEnabled(not axis.id)
        keeps_room = self.remove.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(keeps_room)
        self.remove.setVisible(not axis.id)
        self.remove.set_name(words.KEPT_AXIS if axis.id else words.REMOVE)
        self.indent()

    def indent(self) -> None:
        """Set the indent by the typed code."""
        self._across.setContentsMargins(0, 0, INDENT if SUB_AXIS_MARK in self.values().code else 0, 0)

    def focus(self, name: str) -> None:
        """Focus a field."""
        self.editors[name].setFocus(Qt.FocusReason.OtherFocusReason)


class AxesSection(SectionPanel):
    """Rows of axes in the order used in all lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_AxesSection()
        self.ui.setupUi(self)
        ui = self.ui
        self._rows: list[_Row] = []
        self._removed: list[tuple[int, AxisValues]] = []
        self._column = QVBoxLayout(ui.rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_TIGHT)
        ui.codeHead.setFixedWidth(CODE_WIDTH)
        for head in (ui.codeHead, ui.titleHead):
            head.set_role(TextRole.LABEL)
            head.set_ink(Ink.SECOND)
        ui.note.set_role(TextRole.NOTE)
        ui.note.set_ink(Ink.QUIET)
        ui.note.setWordWrap(True)
        ui.add.clicked.connect(self._add)
        ui.bringBack.clicked.connect(self._bring_back)
        self._settle()

    def show_values(self, values: tuple[AxisValues, ...]) -> None:
        """Fill the form; unchanged rows keep their undo history."""
        self._removed.clear()
        if self.values() != values:
            while self._rows:
                self._drop(self._rows[-1])
            for place, axis in enumerate(values):
                self._insert(place, axis)
        self._settle()

    def values(self) -> tuple[AxisValues, ...]:
        """Return the axes as typed."""
        return tuple(row.values() for row in self._rows)

    def undo_edit(self) -> bool:
        """Restore the axis removed last."""
        if not self._removed:
            return False
        self._bring_back()
        return True

    # ---- inside

    def _edited(self, *_text: object) -> None:
        for row in self._rows:
            row.indent()
        self.emit_edited()

    def _add(self) -> None:
        self._insert(len(self._rows), AxisValues())
        self._settle()
        self._rows[-1].focus("code")
        self.emit_edited()

    def _remove(self, row: _Row) -> None:
        place = self._rows.index(row)
        self._removed.append((place, row.values()))
        self._drop(row)
        self._settle()
        neighbour = self._rows[min(place, len(self._rows) - 1)].remove if self._rows else self.ui.add
        (neighbour if neighbour.isEnabled() else self.ui.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.emit_edited()

    def _bring_back(self) -> None:
        place, axis = self._removed.pop()
        self._insert(place, axis)
        self._settle()
        self._rows[place].focus("title")
        self.emit_edited()

    def _insert(self, place: int, axis: AxisValues) -> None:
        row = _Row(axis, self.ui.rows, self._edited)
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.insert(place, row)
        self._column.insertWidget(place, row.box)

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row.box)
        row.box.hide()
        row.box.deleteLater()

    def _settle(self) -> None:
        """Name the rows by their index, and show whether a removed axis can be restored."""
        self.set_fields(fields_by_row(self._rows))
        for place, row in enumerate(self._rows):
            row.remove.setObjectName(f"remove_{place}")
        back = self.ui.bringBack
        back.setVisible(bool(self._removed))
        if self._removed:
            back.setText(words.undo_removal(self._removed[-1][1].code.strip()))


LABEL_WIDTH = 64


class MemorandumSection(SectionPanel):
    """Titles of the memorandum and its articles; the articles are empty until typed from the signed paper."""

    def __init__(self, dates: DateSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MemorandumSection()
        self.ui.setupUi(self)
        ui = self.ui
        ui.signedOnEdit.set_source(dates)
        ui.subjectEdit.set_lines(3)
        ui.articlesLabel.set_role(TextRole.LABEL)
        ui.articlesLabel.set_ink(Ink.SECOND)
        ui.articlesNote.set_role(TextRole.NOTE)
        ui.articlesNote.set_ink(Ink.QUIET)
        ui.articlesNote.set_elide(True)
        self._typed = TypedFields(
            {
                "title": ui.titleField,
                "subject": ui.subjectField,
                "signed_on": ui.signedOnField,
                "committee": ui.committeeField,
            },
            self.emit_edited,
        )
        self._titles: tuple[ArticleTitle, ...] = ()
        self._lines: list[LineField] = []
        self._column = QVBoxLayout(ui.articles)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_TIGHT)
        self.set_fields(self._typed.fields)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date field."""
        self.ui.signedOnEdit.set_source(source)

    def show_values(self, values: MemorandumValues) -> None:
        """Fill the form."""
        self._make_articles(values.articles)
        self._typed.show(values)
        for line, article in zip(self._lines, values.articles, strict=True):
            show_beginning(line, article.title)

    def values(self) -> MemorandumValues:
        """Return the values as typed; an invalid date is None."""
        articles = tuple(replace(one, title=line.text()) for one, line in zip(self._titles, self._lines, strict=True))
        return MemorandumValues(articles=articles, **self._typed.read())

    # ---- inside

    def _make_articles(self, articles: tuple[ArticleTitle, ...]) -> None:
        """Create a row for each article; existing rows keep their text and undo history."""
        if [(one.kind, one.ordinal) for one in articles] == [(one.kind, one.ordinal) for one in self._titles]:
            return
        self._titles, self._lines = articles, []
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.deleteLater()
        fields = {f"article.{place}": self._make_article(one) for place, one in enumerate(articles)}
        self.set_fields({**self._typed.fields, **fields})

    def _make_article(self, article: ArticleTitle) -> Field:
        alone = article.kind is ArticleKind.NOTE and sum(one.kind is article.kind for one in self._titles) == 1
        name = words.article(article.kind.value, article.ordinal, alone=alone)
        row = QWidget(self.ui.articles)
        line = LineField(placeholder=words.ARTICLE_EMPTY)
        line.setObjectName(f"{article.kind.value}_{article.ordinal}")
        line.textChanged.connect(self.emit_edited)
        label = TextLabel(row, text=name, role=TextRole.SECOND, ink=Ink.SECOND)
        label.setFixedWidth(LABEL_WIDTH)
        field = RowField(name, line)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP_CARD)
        across.addWidget(label)
        across.addWidget(field, 1)
        self._column.addWidget(row)
        self._lines.append(line)
        return field

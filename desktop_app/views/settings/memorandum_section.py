"""The section of the memorandum: title, subject, signing day, the committee's name, and the titles of the articles."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.committee import ArticleKind
from desktop_app.domain.rules.founding import ArticleTitle, MemorandumValues
from desktop_app.forms.memorandum_section import Ui_MemorandumSection
from desktop_app.text.office import founding as words
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.views.settings.typed_fields import TypedFields
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.row_field import RowField, show_beginning
from desktop_app.widgets.style.tokens import GAP_CARD, GAP_TIGHT, Ink, TextRole

LABEL_WIDTH = 64


class MemorandumSection(SectionPanel):
    """The titles of the articles stay empty until they are typed from the signed paper."""

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
            self.tell_edited,
        )
        self._titles: tuple[ArticleTitle, ...] = ()
        self._lines: list[LineField] = []
        self._column = QVBoxLayout(ui.articles)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_TIGHT)
        self.set_fields(self._typed.fields)

    def set_source(self, source: DateSource) -> None:
        """The calendar of the signing day."""
        self.ui.signedOnEdit.set_source(source)

    def show_values(self, values: MemorandumValues) -> None:
        """Fill the form."""
        self._make_articles(values.articles)
        self._typed.show(values)
        for line, article in zip(self._lines, values.articles, strict=True):
            show_beginning(line, article.title)

    def values(self) -> MemorandumValues:
        """What the form holds; a day that is not understood is none."""
        articles = tuple(replace(one, title=line.text()) for one, line in zip(self._titles, self._lines, strict=True))
        return MemorandumValues(articles=articles, **self._typed.read())

    # ---- inside

    def _make_articles(self, articles: tuple[ArticleTitle, ...]) -> None:
        """A row for each article; the rows that are there keep what was typed and can be undone."""
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
        line.textChanged.connect(self.tell_edited)
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

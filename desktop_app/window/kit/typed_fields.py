"""Form fields bound to the attributes of a dataclass, and the table cells of the holidays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField, RowField, show_beginning
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import HEIGHT_CONTROL, RADIUS_ROW
from desktop_app.words import founding as words

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Draws the table of holidays and edits the names in a field that cleans the text."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Make the field in which a name is typed."""
        return LineField(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a field, so that the row does not jump when it is edited."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 16, tokens_of(option.widget).px(HEIGHT_CONTROL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw background, separator line and text."""
        tokens = tokens_of(option.widget)
        self.initStyleOption(option, index)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.colour("selected"))
            if index.column() == 0:
                bar = QRectF(rect.right() - 2, rect.top() + 8, 3, rect.height() - 16)
                paint_rounded(painter, bar, 1.5, tokens.colour("accent"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.colour("hairline"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring_box = QRectF(rect).adjusted(1, 1, -1, -2)
            paint_rounded(painter, ring_box, RADIUS_ROW - 4, None, tokens.colour("accent"))
        option.state = option.state & ~QStyle.StateFlag.State_Selected & ~QStyle.StateFlag.State_HasFocus
        option.rect = rect.adjusted(8, 0, -8, 0)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)


class TypedFields:
    """Fields for short text, long text or a day; ``edited`` is called at every change."""

    def __init__(self, fields: Mapping[str, Field], edited: Callable[..., None]) -> None:
        self.fields = dict(fields)
        self.editors = {name: _editor(field) for name, field in fields.items()}
        for editor in self.editors.values():
            # also what is no day yet is an edit
            (editor.line() if isinstance(editor, JalaliDateEdit) else editor).textChanged.connect(edited)

    def show(self, values: object) -> None:
        """Fill the fields; a long text shows its beginning."""
        for name, editor in self.editors.items():
            value = getattr(values, name)
            if isinstance(editor, JalaliDateEdit):
                editor.set_day(value)
            elif isinstance(editor, TextArea):
                editor.set_text(value)
            else:
                show_beginning(editor, value)

    def read(self) -> dict[str, Any]:
        """Return the values: texts as typed, and days, None for an invalid day."""
        return {
            name: editor.day() if isinstance(editor, JalaliDateEdit) else editor.text()
            for name, editor in self.editors.items()
        }


class FieldRow(TypedFields):
    """The fields of one row of a form, under common column headings; ``kept`` holds the values without a field."""

    def __init__(
        self,
        kept: Any,  # noqa: ANN401 - any dataclass
        labels: Mapping[str, str],
        editors: Sequence[QWidget],
        edited: Callable[..., None],
    ) -> None:
        super().__init__(
            {name: RowField(label, editor) for (name, label), editor in zip(labels.items(), editors, strict=True)},
            edited,
        )
        self.kept, self.labels = kept, labels
        self.show(kept)

    def values(self) -> Any:  # noqa: ANN401
        """Return the values of the row as typed."""
        return replace(self.kept, **self.read())


def fields_by_row(rows: Sequence[FieldRow]) -> dict[str, Field]:
    """Return the fields of all rows by the names used in refusals, such as ``title.2``."""
    fields: dict[str, Field] = {}
    for place, row in enumerate(rows):
        for name, field in row.fields.items():
            fields[f"{name}.{place}"] = field
            field.set_label(words.row_name(row.labels[name], place + 1))
            row.editors[name].setObjectName(f"{name}_{place}")
    return fields


def _editor(field: Field) -> QLineEdit | TextArea | JalaliDateEdit:
    editor = field.editor()
    assert isinstance(editor, QLineEdit | TextArea | JalaliDateEdit), field.objectName()
    return editor

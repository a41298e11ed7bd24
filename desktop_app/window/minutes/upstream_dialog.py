"""Dialog for one upstream decision, with a preview of its citation."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP_CARD, Ink, TextRole, Tone
from desktop_app.window.minutes import words
from desktop_app.words.clauses import citation

LINES = ("title", "body", "session", "notification_number", "clause")
DAYS = ("session_day", "notification_day")


class UpstreamDialog(FormSheet):
    """Dialog for a decision; `sent` carries it, and the dialog closes only when it is stored."""

    sent = Signal(object)

    def __init__(self, decision: UpstreamDecision, source: DateSource | None, parent: QWidget | None = None) -> None:
        fresh = not decision.id
        title, context = (words.NEW_TITLE, words.CONTEXT) if fresh else (words.EDIT_TITLE, words.EDIT_CONTEXT)
        super().__init__(parent, title=title, context=context, width=600)
        self.setObjectName("upstreamForm")
        self._decision = decision
        self.lines = {name: LineField() for name in LINES}
        self.days = {name: JalaliDateEdit(source=source) for name in DAYS}
        labels = {
            "title": (words.TITLE, ""),
            "body": (words.BODY, words.BODY_HINT),
            "session": (words.SESSION, ""),
            "session_day": (words.SESSION_DAY, ""),
            "notification_number": (words.NUMBER, ""),
            "notification_day": (words.NOTIFICATION_DAY, ""),
            "clause": (words.CLAUSE, words.CLAUSE_HINT),
        }
        editors: dict[str, QWidget] = {**self.lines, **self.days}
        self.fields = {
            name: Field(label=label, editor=editors[name], hint=hint) for name, (label, hint) in labels.items()
        }
        self._cited = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self._notice = NoticeLine()
        self._place()
        self._fill(decision)
        self._connect()
        self.begin()

    def _place(self) -> None:
        for row in (("title",), ("body",), ("session", "session_day"), ("notification_number", "notification_day")):
            line = QHBoxLayout()
            line.setSpacing(GAP_CARD)
            for name in row:
                line.addWidget(self.fields[name], 1)
            self.body.addLayout(line)
        self.body.addWidget(self.fields["clause"])
        self.body.addWidget(TextLabel(text=words.CITED_AS, role=TextRole.LABEL, ink=Ink.SECOND))
        self.body.addWidget(self._cited)
        self.body.addWidget(self._notice)

    def _fill(self, decision: UpstreamDecision) -> None:
        for name, line in self.lines.items():
            line.setObjectName(name)
            line.set_text(getattr(decision, name))
        for name, edit in self.days.items():
            edit.setObjectName(name)
            edit.set_day(getattr(decision, name))
        self._cite()

    def _connect(self) -> None:
        for name, line in self.lines.items():
            line.textEdited.connect(lambda _text, name=name: self._typed(name))
        for name, edit in self.days.items():
            edit.day_changed.connect(lambda _day, name=name: self._typed(name))
        self.save_button = self.add_action(words.SAVE, ButtonKind.FILLED, hint="Ctrl+Enter")
        self.save_button.setObjectName("upstreamSave")
        self.save_button.clicked.connect(self.send)
        # a button's own shortcut acts a moment later, when the text may be another one already
        add_action(self, words.SAVE, ("Ctrl+Return", "Ctrl+Enter"), self.send)
        self.add_action(words.CANCEL).clicked.connect(self.leave)
        self.lines["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> UpstreamDecision:
        """Return the decision as typed."""
        texts = {name: line.text() for name, line in self.lines.items()}
        return replace(
            self._decision,
            title=texts["title"],
            body=texts["body"],
            session=texts["session"],
            session_day=self.days["session_day"].day(),
            notification_number=texts["notification_number"],
            notification_day=self.days["notification_day"].day(),
            clause=texts["clause"],
        )

    def content(self) -> object:
        """The decision, and typed input that is not a valid date."""
        return self.typed(), *(edit.text() for edit in self.days.values())

    def warn(self, text: str) -> None:
        """Show a warning above the buttons."""
        self._notice.show_notice(text, Tone.WARNING)

    def send(self) -> None:
        """Emit the decision unless the date is invalid."""
        for edit in self.days.values():
            if edit.has_error():
                edit.finish()
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.hand_over(lambda: self.sent.emit(self.typed()))

    def show_refusal(self, field: str, text: str) -> None:
        """Show the error beneath its field and focus it."""
        name = field if field in self.fields else "title"
        self.fields[name].refuse(text)

    def _typed(self, name: str) -> None:
        if self.fields[name].error() and name in self.lines:
            self.fields[name].clear_notice()
        self._cite()

    def _cite(self) -> None:
        found = self.typed()
        self._cited.setText(
            citation(
                title=found.title,
                body=found.body,
                session=found.session,
                session_day=format_date(found.session_day) if found.session_day else "",
                number=found.notification_number,
                notified=format_date(found.notification_day) if found.notification_day else "",
                clause=found.clause,
            )
            if found.title.strip()
            else "…"
        )

"""Form of an upstream decision, on its own page or next to the resolution that cites it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.window.kit.record_sheet import SheetSpec, Values, day_in, text_in
from desktop_app.window.kit.spec_fields import FieldKind, FieldSpec
from desktop_app.words import upstream as words
from desktop_app.words.clauses import citation


def decision_sheet(decision: UpstreamDecision, bodies: Iterable[str], place: DraftField) -> SheetSpec:
    """Return the form of a new decision or of a correction; ``bodies`` are the names to suggest."""
    known = tuple(Option(body, body) for body in sorted(set(bodies)))
    return SheetSpec(
        "upstreamSheet",
        words.EDIT_TITLE if decision.id else words.NEW,
        words.EDIT_WHY if decision.id else words.NEW_WHY,
        (
            (FieldSpec("title", words.NAME, value=decision.title),),
            (FieldSpec("body", words.BODY, FieldKind.OFFERED, decision.body, words.BODY_HINT, known),),
            (
                FieldSpec("session", words.SESSION_NUMBER, value=decision.session),
                FieldSpec("session_day", words.SESSION_DAY, FieldKind.DAY, decision.session_day),
            ),
            (
                FieldSpec("notification_number", words.NOTIFICATION_NUMBER, value=decision.notification_number),
                FieldSpec("notification_day", words.NOTIFICATION_DAY, FieldKind.DAY, decision.notification_day),
            ),
            (FieldSpec("clause", words.CLAUSE, value=decision.clause, hint=words.CLAUSE_HINT),),
        ),
        place,
        preview_title=words.CITED_AS,
        preview=lambda values: _cited(decision_from(decision, values)),
    )


def decision_from(decision: UpstreamDecision, values: Values) -> UpstreamDecision:
    """Return the decision from the typed values."""
    return replace(
        decision,
        title=text_in(values, "title"),
        body=text_in(values, "body"),
        session=text_in(values, "session"),
        session_day=day_in(values, "session_day"),
        notification_number=text_in(values, "notification_number"),
        notification_day=day_in(values, "notification_day"),
        clause=text_in(values, "clause"),
    )


def _cited(typed: UpstreamDecision) -> str:
    if not typed.title.strip():
        return "…"
    return citation(
        title=typed.title,
        body=typed.body,
        session=typed.session,
        session_day=format_date(typed.session_day) if typed.session_day else "",
        number=typed.notification_number,
        notified=format_date(typed.notification_day) if typed.notification_day else "",
        clause=typed.clause,
    )

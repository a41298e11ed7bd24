"""Citation of a decision of a body above the committee, for the paper and the inspector."""

from __future__ import annotations

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.parts import filled


def citation(*, title: str, body: str, session: str, session_day: str, number: str, notified: str, clause: str) -> str:
    """«مصوبهٔ جلسهٔ ۶۶ شورای عالی … مورخ …، «عنوان»، ابلاغی شمارهٔ … مورخ …»; days come as written."""
    parts = [" ".join(filled(_decision(clause, session), body, _dated(session_day))), f"«{title}»"]
    if number:
        parts.append(f"ابلاغی شمارهٔ {number} {_dated(notified)}".rstrip())
    return "، ".join(parts)


def _decision(clause: str, session: str) -> str:
    first = clause or "مصوبهٔ"
    if not session:
        return first
    return f"{first} جلسهٔ {persian(session)}"


def _dated(day: str) -> str:
    return f"مورخ {day}" if day else ""

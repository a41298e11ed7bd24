"""Subjects of letters that the program itself made, as they stand in the register of outgoing papers."""

from __future__ import annotations

from desktop_app.text.shared.digits import persian


def subject(kind: str, about: str) -> str:
    """What a letter of a kind is about; ``about`` is the number of its meeting or resolution, where there is one."""
    if kind == "invitation":
        return f"دعوت به جلسهٔ {persian(about)}" if about else "دعوت به جلسه"
    if kind == "extract":
        return f"ابلاغ مصوبهٔ {about}"
    return {"reminder": "یادآوری مصوبات اجرانشده"}.get(kind, "نامه")

"""Names of the acts of the letter registers, for undo."""

from __future__ import annotations

from desktop_app.words.digits import apart, persian


def recorded(subject: str) -> str:
    """Return the name of the act: a paper was recorded."""
    return f"ثبت نامهٔ «{apart(subject)}»"


def corrected(subject: str) -> str:
    """Return the name of the act: a paper was corrected."""
    return f"ویرایش نامهٔ «{apart(subject)}»"


def delivery(addressee: str) -> str:
    """Return the name of the act: the delivery of a paper was recorded."""
    return f"ثبت ارسال و تحویل نامهٔ {apart(addressee)}"


def deliveries(count: int) -> str:
    """Return the name of the act: the delivery of several papers was recorded."""
    return f"ثبت ارسال و تحویل {persian(count)} نامه"


def struck(subject: str) -> str:
    """Return the name of the act: a paper was struck."""
    return f"خط زدن نامهٔ «{apart(subject)}»"


def unlinked(subject: str) -> str:
    """Return the name of the act: a paper was unlinked from a record."""
    return f"برداشتن پیوند نامهٔ «{apart(subject)}»"


def reported(unit: str) -> str:
    """Return the name of the act: a unit's report was recorded from its letter."""
    return f"ثبت خبر {apart(unit)} از نامه"


def asked(unit: str) -> str:
    """Return the name of the act: a unit's request was recorded from its letter."""
    return f"ثبت درخواست تمدید {apart(unit)}"


def letters(count: int) -> str:
    """Return the name of the act: letters were registered."""
    return "ثبت نامه در دفتر صادره" if count == 1 else f"ثبت {persian(count)} نامه در دفتر صادره"


def tabled(title: str) -> str:
    """Return the name of the act: a request was put on an agenda."""
    return f"آوردن «{apart(title)}» به دستور جلسه"


def sendings(count: int) -> str:
    """Return the name of the act: the sending of invitations was recorded."""
    return "ثبت ارسال دعوت‌نامه" if count == 1 else f"ثبت ارسال {persian(count)} دعوت‌نامه"


def answered(title: str) -> str:
    """Return the name of the act: a request was answered."""
    return f"پاسخ به «{apart(title)}»"


def invitation_answered(name: str) -> str:
    """Return the name of the act: an answer to an invitation was recorded."""
    return f"ثبت پاسخ {apart(name)} به دعوت‌نامه"


def linked(subject: str) -> str:
    """Return the name of the act: a paper was linked to a record."""
    return f"پیوند نامهٔ «{apart(subject)}»"

"""Names of the acts of the registers, as taking back calls them."""

from __future__ import annotations

from desktop_app.words.digits import apart, persian


def recorded(subject: str) -> str:
    """A paper was recorded."""
    return f"ثبت نامهٔ «{apart(subject)}»"


def corrected(subject: str) -> str:
    """A paper was corrected."""
    return f"ویرایش نامهٔ «{apart(subject)}»"


def delivery(addressee: str) -> str:
    """It was noted how a paper was sent and who received it."""
    return f"ثبت ارسال و تحویل نامهٔ {apart(addressee)}"


def deliveries(count: int) -> str:
    """The same of several."""
    return f"ثبت ارسال و تحویل {persian(count)} نامه"


def struck(subject: str) -> str:
    """A paper was struck."""
    return f"خط زدن نامهٔ «{apart(subject)}»"


def unlinked(subject: str) -> str:
    """A paper is not about a record any more."""
    return f"برداشتن پیوند نامهٔ «{apart(subject)}»"


def reported(unit: str) -> str:
    """The news of a unit was recorded from its letter."""
    return f"ثبت خبر {apart(unit)} از نامه"


def asked(unit: str) -> str:
    """A request of a unit was recorded from its letter."""
    return f"ثبت درخواست تمدید {apart(unit)}"


def letters(count: int) -> str:
    """Letters entered the register."""
    return "ثبت نامه در دفتر صادره" if count == 1 else f"ثبت {persian(count)} نامه در دفتر صادره"


def tabled(title: str) -> str:
    """A request went onto the agenda of a meeting."""
    return f"آوردن «{apart(title)}» به دستور جلسه"


def sendings(count: int) -> str:
    """The sending of invitations was recorded."""
    return "ثبت ارسال دعوت‌نامه" if count == 1 else f"ثبت ارسال {persian(count)} دعوت‌نامه"


def answered(title: str) -> str:
    """A request was answered."""
    return f"پاسخ به «{apart(title)}»"


def invitation_answered(name: str) -> str:
    """An answer to an invitation was recorded from a letter."""
    return f"ثبت پاسخ {apart(name)} به دعوت‌نامه"


def linked(subject: str) -> str:
    """A paper is about a record."""
    return f"پیوند نامهٔ «{apart(subject)}»"

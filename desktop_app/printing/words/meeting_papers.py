"""Persian texts of invitations and of annexes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.printing.words.letter import DOTS
from desktop_app.words.digits import apart, filled


def heading(number: str, name: str) -> str:
    """Return the heading of an annex, also its bookmark."""
    return f"پیوست\u00a0{number}: {apart(name)}"


def page(number: str, at: str, total: str) -> str:
    """Return the line above each page of an annex."""
    return f"پیوست\u00a0{number} – صفحهٔ\u00a0{at} از\u00a0{total}"


def picture(number: str, at: str, name: str) -> str:
    """Return the description of an annex page for blind readers."""
    return f"پیوست {number}، صفحهٔ {at}: {name}"


def not_drawn(reason: str) -> str:
    """Return the note in place of an annex that is not drawn."""
    return f"این پیوست {reason} و جداگانه همراه می‌آید."


NO_PAGES = "فایلی است که روی کاغذ کشیده نمی‌شود"
NOT_READ = "باز نمی‌شود یا گذرواژه دارد"
TOO_HEAVY = "بیش از اندازه سنگین است"
BROKEN_OFF = "نیمه‌کاره است و شاید همهٔ صفحه‌ها را نداشته باشد"
DAMAGED = "آسیب دیده است و کامل کشیده نمی‌شود"


def too_long(pages: str) -> str:
    """Return the reason for an annex with too many pages."""
    return f"{pages}\u00a0صفحه دارد"


def of_item(name: str, ordinal: str) -> str:
    """Return the line of the list for an annex of an agenda item."""
    return f"{apart(name)} (بند\u00a0{ordinal})"


def names(lines: Sequence[str]) -> list[str]:
    """Return file names for a list, each isolated in its own direction."""
    return [apart(line) for line in lines]


STARTS: Final = "ساعت شروع"
DAY: Final = "روز و تاریخ"
PLACE: Final = "محل جلسه"
PREVIOUS: Final = "جلسهٔ پیشین"
AGENDA: Final = "دستور جلسه"
THANKS: Final = "پیشاپیش از همراهی شما سپاسگزاری می‌شود."
NO_AGENDA: Final = "دستور جلسه پس از تنظیم فرستاده می‌شود."


def title(number: str) -> str:
    """Return the name of the paper for its footer and later pages."""
    return f"دعوت‌نامهٔ جلسهٔ شمارهٔ\u00a0{number}" if number else "دعوت‌نامهٔ جلسه"


def file_title(number: str, committee: str) -> str:
    """Return the title of the file."""
    return f"{title(number)} {committee}"


def subject(kind: str, number: str) -> str:
    """Return the subject line; ``kind`` is in the form used before «شمارهٔ»."""
    return f"دعوت به جلسهٔ {kind} شمارهٔ\u00a0{number or DOTS}"


def convened(meeting: str) -> str:
    """Return the sentence that invites a member."""
    return f"به آگاهی می‌رساند {meeting} به شرح زیر برگزار می‌شود. خواهشمند است در این جلسه حضور یابید."


def convened_for_guest(meeting: str) -> str:
    """Return the sentence that invites a guest."""
    return f"به آگاهی می‌رساند {meeting} به شرح زیر برگزار می‌شود. از شما دعوت می‌شود به‌عنوان مدعو در این جلسه حضور یابید."


def convened_in_place_of(meeting: str, name: str) -> str:
    """Return the sentence that invites the substitute of a member."""
    return f"به آگاهی می‌رساند {meeting} به شرح زیر برگزار می‌شود. خواهشمند است به‌جای {name} در این جلسه حضور یابید."


def planned_minutes(count: str) -> str:
    """Return the planned time of an item, in minutes."""
    return f"{count}\u00a0دقیقه"


def item(title: str, presenter: str, planned: str) -> str:
    """Return an item with its presenter and time in brackets; both may be missing."""
    about = "، ".join(filled(presenter, planned))
    return f"{title} ({about})" if about else title


def late_part(count: int, late: int, number: str) -> str:
    """Return a clause on the number of late resolutions; ``number`` is ``late`` as printed."""
    if not late:
        return ""
    if count == 1:
        return " که مهلت آن گذشته است"
    return " که مهلت همهٔ آن‌ها گذشته است" if late == count else f" که مهلت {number}\u00a0مورد آن گذشته است"


def follow_up(count: int, number: str, late: str) -> str:
    """Return a sentence on the report on earlier resolutions; ``number`` is ``count`` as printed."""
    how_many = "یک" if count == 1 else number
    return (
        f"در این جلسه گزارش پیگیری {how_many}\u00a0مصوبهٔ باز جلسه‌های پیشین{late} بررسی می‌شود. "
        "خواهشمند است آخرین اقدام‌های دستگاه یا واحد متبوع خود را همراه داشته باشید."
    )


def substitute(until: str) -> str:
    """Return the request to name a substitute; ``until`` is a day in words, or empty."""
    when = f"تا {until} " if until else ""
    return f"اگر حضور شما میسر نیست، خواهشمند است جانشین خود را {when}با معرفی‌نامهٔ کتبی به دبیرخانه معرفی فرمایید."

"""Persian texts of the meeting page: header, steps, agenda, attendance, facts, history, action names.

An act is taken back and done again by its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.words.digits import filled, persian
from desktop_app.words.history import quoted
from desktop_app.words.invitations import INVITATIONS_TAB
from desktop_app.words.states import AND, DOT

_FACTS: Final[Mapping[str, str]] = {
    "kind": "نوع جلسه",
    "day": "روز جلسه",
    "starts_at": "ساعت جلسه",
    "began_at": "آغاز واقعی جلسه",
    "ended_at": "پایان واقعی جلسه",
    "place": "محل جلسه",
    "chair": "رئیس جلسه",
    "secretary": "دبیر جلسه",
    "note": "یادداشت جلسه",
}


def fact_changed(field: str) -> str:
    """Action name: a fact of the meeting was changed."""
    return f"تغییر {_FACTS[field]}"


def item_added(title: str) -> str:
    """Action name: an agenda item was added."""
    return f"افزودن بند {quoted(title)}"


def item_changed(title: str) -> str:
    """Action name: an agenda item was edited."""
    return f"ویرایش بند {quoted(title)}"


def item_removed(title: str) -> str:
    """Action name: an agenda item was removed."""
    return f"برداشتن بند {quoted(title)}"


def item_moved(title: str) -> str:
    """Action name: an agenda item was moved."""
    return f"جابه‌جایی بند {quoted(title)}"


def item_parked(title: str) -> str:
    """Action name: an agenda item was parked."""
    return f"کنار گذاشتن بند {quoted(title)}"


def item_taken_up(title: str) -> str:
    """Action name: a parked item was added to the agenda."""
    return f"آوردن بند {quoted(title)} به دستور"


def item_started(title: str) -> str:
    """Action name: the discussion of an item was started."""
    return f"آغاز بند {quoted(title)}"


def item_finished(title: str) -> str:
    """Action name: the discussion of an item was finished."""
    return f"پایان بند {quoted(title)}"


def marked(name: str, state: str) -> str:
    """Action name: a seat was marked."""
    return f"ثبت {name} به‌عنوان «{state}»"


def guest_added(name: str) -> str:
    """Action name: a guest was added."""
    return f"افزودن مدعو {quoted(name)}"


def guest_changed(name: str) -> str:
    """Action name: a guest was edited."""
    return f"ویرایش مدعو {quoted(name)}"


def guest_removed(name: str) -> str:
    """Action name: a guest was removed."""
    return f"برداشتن مدعو {quoted(name)}"


TABS: Final = ("دستور جلسه و حضور", INVITATIONS_TAB, "مشخصات", "تاریخچه")
BACK_TO_LIST: Final = "بازگشت به جلسه‌ها"
EDIT: Final = "ویرایش"
REMOVE: Final = "برداشتن"
EDIT_FACTS: Final = "ویرایش مشخصات جلسه"

# ---- header


def title(ordinal: str) -> str:
    """The title of a meeting, e.g. «جلسهٔ پنجم», or of one without a number."""
    return f"جلسهٔ {ordinal}" if ordinal else "جلسهٔ بدون شماره"


def crumbs(year: str, number: str) -> str:
    """The breadcrumb of the page."""
    return " ‹ ".join(filled("جلسه‌ها", year, f"جلسهٔ {number}" if number else "جلسهٔ بدون شماره"))


NO_DAY: Final = "بدون تاریخ"
NO_PLACE: Final = "محل نامعین"


def at_hour(time: str) -> str:
    """The time of day, e.g. «ساعت ۱۰:۰۰»."""
    return f"ساعت {persian(time)}"


# ---- steps


def since(time: str, minutes: int) -> str:
    """The start and duration of a session, e.g. «از ساعت ۱۰:۰۰ – ۲۶ دقیقه»."""
    return f"از ساعت {persian(time)} – {minutes_of(minutes)}" if minutes else f"از ساعت {persian(time)}"


def day_and_hour(day: str, time: str) -> str:
    """Date and time, e.g. «۱۱ اردیبهشت · ۱۲:۱۰»."""
    return f"{day}{DOT}{persian(time)}" if time else day


def minutes_of(count: int) -> str:
    """A duration in minutes, e.g. «۲۰ دقیقه»."""
    return f"{persian(count)} دقیقه"


# ---- the band

OFFICIAL: Final = "جلسه رسمی است"
NOT_OFFICIAL_YET: Final = "جلسه هنوز رسمی نیست"
WAS_OFFICIAL: Final = "جلسه رسمی بود"
INQUORATE: Final = "جلسه فاقد حد نصاب بود"
NO_ATTENDANCE_YET: Final = "هنوز حضوری ثبت نشده است"
TAKEN_OVER: Final = "این جلسه پیش از ثبت در این برنامه برگزار شده است"
TAKEN_OVER_WHY: Final = "حضور و گفت‌وگوی آن اینجا ثبت نیست؛ مصوبه‌هایش در «مصوبات» است."
NOBODY_RECORDED: Final = "حضور این جلسه در داده‌ها نیست"
NOBODY_RECORDED_WHY: Final = "جلسه برگزار شده است؛ حاضران را در نسخهٔ کاغذی صورت‌جلسه ببینید."
NO_SEATS: Final = "در روز این جلسه هیچ کرسی‌ای دارنده ندارد"
NO_SEATS_WHY: Final = "تاریخ جلسه را بنویسید یا معرفی نمایندگان را ثبت کنید."
POSTPONED: Final = "جلسه به تعویق افتاده است"
CANCELLED: Final = "جلسه لغو شده است"
WITHOUT_MINUTES: Final = "صورت‌جلسه ندارد."
NEW_DAY: Final = "روز تازه را در «مشخصات» بنویسید و «زمان‌بندی دوباره» را بزنید."
FROZEN: Final = "صورت‌جلسه نهایی است و حضور و دستور دیگر تغییر نمی‌کند."
CORRECTING_FACTS: Final = "محل، ساعت آغاز و پایان، رئیس و دبیر جلسه در اصلاحیه درست می‌شود؛ خانه‌های دیگر ثابت است."
CLOSED: Final = (
    "پروندهٔ این جلسه بسته است: دستور، مشخصات و حضور ثابت است. "
    "پیوست را می‌توانید بیفزایید یا بردارید و متن امضاشده را با اصلاحیه درست کنید."
)
CLOSED_BEFORE: Final = "پروندهٔ این جلسه بسته است: دستور، مشخصات و حضور ثابت است. پیوست را می‌توانید بیفزایید یا بردارید."
TO_SCHEDULE: Final = "پیش‌نویس جلسه"
TO_SCHEDULE_WHY: Final = "روز، ساعت، محل و دستور را بنویسید، سپس «زمان‌بندی» را بزنید. حضور پس از دعوت ثبت می‌شود."
TO_CONVENE: Final = "اعضا هنوز دعوت نشده‌اند"
TO_CONVENE_WHY: Final = (
    "دستور و مدعوها را کامل کنید، سپس «دعوت اعضا» را بزنید: جلسه شماره می‌گیرد و دعوت‌نامه‌ها آمادهٔ ارسال می‌شود."
)


def correcting(number: int) -> str:
    """The note that the page shows the data of a correction."""
    return f"حضور و مشخصات این صفحه از آنِ پیش‌نویس اصلاحیهٔ شمارهٔ {persian(number)} است؛ نسخهٔ امضاشده تغییر نمی‌کند."


def rule(needed: int) -> str:
    """The rule of the quorum."""
    return f"حد نصاب: {persian(needed)} کرسی و دست‌کم یک نماینده از هر طرف"


def official(present: int, filled: int, needed: int) -> str:
    """The reason why the meeting is official."""
    return f"هر دو طرف نماینده دارند و {persian(present)} کرسی از {persian(filled)} کرسی حاضر است ({rule(needed)})"


def was_official(present: int, filled: int, needed: int) -> str:
    """The reason why the meeting was official."""
    return f"هر دو طرف نماینده داشتند و {persian(present)} کرسی از {persian(filled)} کرسی حاضر بود ({rule(needed)})"


def lacking(parties: Sequence[str], seats: int, *, past: bool) -> str:
    """The party that misses seats, and how many."""
    parts = []
    if parties:
        parts.append(f"از {AND.join(parties)} کسی حاضر {'نبود' if past else 'نیست'}")
    if seats > 0:
        parts.append(f"{persian(seats)} کرسی {'کم بود' if past else 'دیگر لازم است'}")
    return AND.join(parts)


def lacking_with_rule(parties: Sequence[str], seats: int, needed: int, *, past: bool) -> str:
    """The missing seats, and the quorum rule."""
    return f"{lacking(parties, seats, past=past)} ({rule(needed)})"


def reason(text: str) -> str:
    """The reason why the meeting was postponed or cancelled."""
    return f"دلیل: {text}"


# ---- facts

FACTS_READ_ONLY: Final = "مشخصات این جلسه دیگر تغییر نمی‌کند."
FACTS_NOTE: Final = "هر خانه با ترک آن ذخیره می‌شود"

# ---- history

NO_HISTORY: Final = "هنوز رویدادی ثبت نشده است"
NO_HISTORY_WHY: Final = "هر گام جلسه، از زمان‌بندی تا بستن پرونده، با روز و نام ثبت‌کننده اینجا می‌آید."


def entered_on(day: str) -> str:
    """The date of entry if it is not the date of the event."""
    return f"ثبت در {day}"


def history_note(day: str, time: str, actor: str) -> str:
    """The time and the person of a change."""
    return DOT.join(filled(day, at_hour(time), actor))


ADD_ITEM: Final = "افزودن بند دستور"
TAKE_UP: Final = "آوردن به دستور این جلسه"
EMPTY_AGENDA: Final = "دستور جلسه خالی است"
EMPTY_AGENDA_WHY: Final = "جلسه بدون بند دستور دعوت نمی‌شود. نخستین بند را بنویسید یا بندی کنارگذاشته را بیاورید."
START: Final = "آغاز بند"
FINISH: Final = "پایان بند"
TAKE_AGAIN: Final = "آغاز دوبارهٔ بند"
UP: Final = "بالاتر"
DOWN: Final = "پایین‌تر"
PARK: Final = "کنار گذاشتن برای بعد"
ITEM_MENU: Final = "کارهای این بند"
CLOSED_RESOLUTION: Final = "مصوبه‌ای که بسته شده است"
BAD_RESOLUTION: Final = "مصوبه‌ای با این نوشته نیست. از فهرست برگزینید یا خانه را خالی کنید."
LONGEST = 60
BAD_MINUTES: Final = "شمار دقیقه‌ها را با رقم بنویسید، از صفر تا ۶۰۰."


def count(value: int) -> str:
    """A number in Persian digits."""
    return persian(value)


def ordinal_item(ordinal: str) -> str:
    """The ordinal of an agenda item, e.g. «بند دوم»."""
    return f"بند {ordinal}"


def about(number: str) -> str:
    """The earlier resolution that an item is about."""
    return f"مصوبهٔ {persian(number)}"


def open_and_late(open_count: int, late: int) -> str:
    """The number of open and of late resolutions in the follow-up report."""
    return f"{persian(open_count)} مصوبهٔ باز" + (f"، {persian(late)} معوق" if late else "")


def spent_of(spent: int, planned: int) -> str:
    """Time spent of time planned, e.g. «۱۸ از ۲۰ دقیقه», in whole minutes."""
    return f"{persian(spent)} از {minutes_of(planned)}" if planned else minutes_of(spent)


def clock_of(seconds: int, planned: int) -> str:
    """The clock of an item, e.g. «۰۷:۴۰ از ۱۵:۰۰»; without planned time only the time spent."""
    ran = persian(f"{seconds // 60:02}:{seconds % 60:02}")
    return f"{ran} از {persian(f'{planned:02}:00')}" if planned else ran


def item_spoken(title: str, note: str, state: str, planned: str) -> str:
    """An agenda item for the screen reader."""
    return "، ".join(filled(title, note, planned, state))


def resolution(number: str, text: str) -> str:
    """An earlier resolution as an option: its number and the start of its text."""
    words = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…"
    return f"{number} – {words}" if number else words


SEAT_LETTERS: Final[Mapping[str, str]] = {
    "present": "ح",
    "video": "و",
    "substitute": "ج",
    "excused": "م",
    "absent": "غ",
}
LATE_LETTER: Final = "ت"
LATE: Final = "تأخیر"
NOT_ARRIVED: Final = "هنوز نیامده"
CLOSED_SEATS: Final = "حضور پس از دعوت ثبت می‌شود"
NO_DAY_NO_SEATS: Final = "کرسی‌ها و دارندگان آن‌ها با نوشتن روز جلسه نمایان می‌شوند."

BEFORE_RECORDS: Final = "حضور این جلسه به پیش از ثبت در این برنامه برمی‌گردد و اینجا نیست."


def seats_present(present: int, filled: int) -> str:
    """The number of seats present, e.g. «۴ از ۴ کرسی حاضر»."""
    return f"{persian(present)} از {persian(filled)} کرسی حاضر"


def late_by(minutes: int) -> str:
    """The delay, e.g. «تأخیر ۱۸ دقیقه»."""
    return f"تأخیر {minutes_of(minutes)}"


def from_to(arrived: str, left: str) -> str:
    """The known times of arrival and leaving."""
    if arrived and left:
        return f"{persian(arrived)} تا {persian(left)}"
    return persian(arrived) if arrived else f"تا {persian(left)}" if left else ""


def in_place_of(name: str) -> str:
    """The person whom a substitute replaces."""
    return f"به‌جای {name}"


def letter(number: str, day: str) -> str:
    """The number of the letter of introduction."""
    if number:
        return f"معرفی‌نامهٔ {number}"
    return f"معرفی‌نامهٔ {day}" if day else "بدون معرفی‌نامه"


def attendance_of(name: str) -> str:
    """The accessible name of a seat's switch."""
    return f"حضور {name}"


def times_of(name: str, shown: str) -> str:
    """The accessible name of the button that opens the times of a seat."""
    return f"ساعت ورود و خروج {name}" + (f"، {shown}" if shown else "")


GUESTS: Final = "مدعوان"
ADD_GUEST: Final = "افزودن مدعو"
GUEST_MENU: Final = "کارهای این مدعو"
NO_GUESTS: Final = "مدعوی ثبت نشده است"


def guest_spoken(name: str, post: str) -> str:
    """A guest for the screen reader."""
    return f"{name}، {post}" if post else name

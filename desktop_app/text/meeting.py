"""Words of the meeting page: header, steps, band, agenda, attendance, guests, facts, history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.text.digits import persian

TABS: Final = ("دستور جلسه و حضور", "مشخصات", "تاریخچه")
BACK_TO_LIST: Final = "بازگشت به جلسه‌ها"
EDIT_FACTS: Final = "ویرایش مشخصات جلسه"
DOT: Final = " · "
AND: Final = " و "

# ---- header


def title(ordinal: str) -> str:
    """«جلسهٔ پنجم», or a meeting that has no number yet."""
    return f"جلسهٔ {ordinal}" if ordinal else "جلسهٔ بی‌شماره"


def crumbs(year: str, number: str) -> str:
    """Where the page lies."""
    return " ‹ ".join(part for part in ("جلسه‌ها", year, f"جلسهٔ {number}" if number else "جلسهٔ بی‌شماره") if part)


NO_DAY: Final = "بی‌تاریخ"
NO_PLACE: Final = "بی‌جا"


def at_hour(time: str) -> str:
    """«ساعت ۱۰:۰۰»."""
    return f"ساعت {persian(time)}"


# ---- actions

SCHEDULE: Final = "زمان‌بندی"
RESCHEDULE: Final = "زمان‌بندی دوباره"
CONVENE: Final = "ثبت دعوت"
BEGIN: Final = "آغاز جلسه"
END: Final = "پایان جلسه"
END_INQUORATE: Final = "پایان «فاقد حد نصاب»"
WRITE_MINUTES: Final = "نوشتن صورت‌جلسه"
SEE_MINUTES: Final = "دیدن صورت‌جلسه"
POSTPONE: Final = "به تعویق انداختن…"
CANCEL_MEETING: Final = "لغو جلسه…"
CLOSE_FILE: Final = "بستن پرونده"
CANCEL: Final = "انصراف"

CONVENE_ASK: Final = "اعضا دعوت شدند؟"


def convene_ask(day: str, place: str) -> str:
    """What convening does."""
    return (
        f"جلسه برای {day} در {place} دعوت‌شده ثبت می‌شود و شمارهٔ خود را می‌گیرد."
        " پس از آن روز جلسه فقط با به تعویق انداختن عوض می‌شود."
    )


END_ASK: Final = "جلسه پایان یابد؟"


def end_ask(time: str) -> str:
    """What ending does."""
    return f"ساعت پایان {persian(time)} ثبت می‌شود. حضور و دستور تا نهایی شدن صورت‌جلسه قابل اصلاح است."


END_INQUORATE_ASK: Final = "جلسه «فاقد حد نصاب» پایان یابد؟"
END_INQUORATE_WHY: Final = "صورت‌جلسهٔ عدم حصول حد نصاب نوشته می‌شود: با حضور و مذاکرات، بی مصوبه. این پایان برگشت ندارد."
POSTPONE_ASK: Final = "جلسه به تعویق افتد؟"
POSTPONE_WHY: Final = "شماره و دستور جلسه می‌ماند؛ روز تازه را پس از آن بنویسید."
POSTPONE_DO: Final = "به تعویق انداختن"
CANCEL_ASK: Final = "جلسه لغو شود؟"
CANCEL_WHY: Final = "جلسهٔ لغوشده دیگر تغییر نمی‌کند و شمارهٔ آن به جلسهٔ دیگری داده نمی‌شود."
CANCEL_DO: Final = "لغو جلسه"
CLOSE_ASK: Final = "پروندهٔ جلسه بسته شود؟"
CLOSE_WHY: Final = "پس از آن چیزی از این جلسه تغییر نمی‌کند."
REASON: Final = "دلیل"
REMOVE_ITEM_ASK: Final = "این بند از دستور برداشته شود؟"
REMOVE: Final = "برداشتن"
REMOVE_GUEST_ASK: Final = "این مدعو از فهرست برداشته شود؟"


def remove_text(title: str) -> str:
    """What goes."""
    return f"«{title}» پاک می‌شود و برنمی‌گردد."


LEAVE_ASK: Final = "نوشته‌ای ذخیره نشده است"


def leave_text(count: int) -> str:
    """What would be lost."""
    return f"{persian(count)} خانه هنوز ذخیره نشده است. اگر بروید آنچه در آن نوشته‌اید از میان می‌رود."


LEAVE: Final = "رفتن بدون ذخیره"
STAY: Final = "ادامهٔ ویرایش"

# ---- steps


def since(time: str, minutes: int) -> str:
    """«از ساعت ۱۰:۰۰ – ۲۶ دقیقه»."""
    return f"از ساعت {persian(time)} – {minutes_of(minutes)}" if minutes else f"از ساعت {persian(time)}"


def day_and_hour(day: str, time: str) -> str:
    """«۱۱ اردیبهشت · ۱۲:۱۰»."""
    return f"{day}{DOT}{persian(time)}" if time else day


def minutes_of(count: int) -> str:
    """«۲۰ دقیقه»."""
    return f"{persian(count)} دقیقه"


# ---- the band

OFFICIAL: Final = "جلسه رسمی است"
NOT_OFFICIAL_YET: Final = "جلسه هنوز رسمی نیست"
WAS_OFFICIAL: Final = "جلسه رسمی بود"
INQUORATE: Final = "جلسه فاقد حد نصاب بود"
NO_ATTENDANCE_YET: Final = "هنوز حضوری ثبت نشده است"
NO_SEATS: Final = "در روز این جلسه هیچ کرسی‌ای دارنده ندارد"
NO_SEATS_WHY: Final = "تاریخ جلسه را بنویسید یا معرفی نمایندگان را ثبت کنید."
POSTPONED: Final = "جلسه به تعویق افتاده است"
CANCELLED: Final = "جلسه لغو شده است"
NEW_DAY: Final = "روز تازه را در «مشخصات» بنویسید و «زمان‌بندی دوباره» را بزنید."
FROZEN: Final = "صورت‌جلسه نهایی است و حضور و دستور دیگر تغییر نمی‌کند."
CLOSED: Final = "پروندهٔ این جلسه بسته است و چیزی از آن تغییر نمی‌کند."
TO_SCHEDULE: Final = "پیش‌نویس جلسه"
TO_SCHEDULE_WHY: Final = "روز، جا و دستور را بنویسید، سپس «زمان‌بندی» را بزنید. حضور پس از دعوت ثبت می‌شود."
TO_CONVENE: Final = "اعضا هنوز دعوت نشده‌اند"
TO_CONVENE_WHY: Final = "دستور را کامل کنید و پس از فرستادن دعوت‌نامه‌ها «ثبت دعوت» را بزنید."


def rule(needed: int) -> str:
    """The rule of the quorum."""
    return f"حد نصاب: {persian(needed)} کرسی و دست‌کم یک نماینده از هر طرف"


def official(present: int, filled: int, needed: int) -> str:
    """Why the meeting is official."""
    return f"هر دو طرف نماینده دارند و {persian(present)} کرسی از {persian(filled)} کرسی حاضر است ({rule(needed)})"


def was_official(present: int, filled: int, needed: int) -> str:
    """Why the meeting was official."""
    return f"هر دو طرف نماینده داشتند و {persian(present)} کرسی از {persian(filled)} کرسی حاضر بود ({rule(needed)})"


def lacking(parties: Sequence[str], seats: int, *, past: bool) -> str:
    """What is missing: which party, and how many seats."""
    parts = []
    if parties:
        parts.append(f"از {AND.join(parties)} کسی حاضر {'نبود' if past else 'نیست'}")
    if seats > 0:
        parts.append(f"{persian(seats)} کرسی {'کم بود' if past else 'دیگر لازم است'}")
    return AND.join(parts)


def lacking_with_rule(parties: Sequence[str], seats: int, needed: int, *, past: bool) -> str:
    """What is missing, and the rule it is measured by."""
    return f"{lacking(parties, seats, past=past)} ({rule(needed)})"


def reason(text: str) -> str:
    """Why it was moved or called off."""
    return f"دلیل: {text}"


# ---- agenda

ADD_ITEM: Final = "افزودن بند دستور"
PARKED: Final = "کنارگذاشته برای بعد"
TAKE_UP: Final = "آوردن به دستور این جلسه"
EMPTY_AGENDA: Final = "دستور جلسه خالی است"
EMPTY_AGENDA_WHY: Final = "جلسه بی بند دستور دعوت نمی‌شود. نخستین بند را بنویسید یا بندی کنارگذاشته را بیاورید."
START: Final = "آغاز بند"
FINISH: Final = "پایان بند"
TAKE_AGAIN: Final = "آغاز دوبارهٔ بند"
EDIT: Final = "ویرایش"
UP: Final = "بالاتر"
DOWN: Final = "پایین‌تر"
PARK: Final = "کنار گذاشتن برای بعد"
ITEM_MENU: Final = "کارهای این بند"
ITEM_STATES: Final[Mapping[str, str]] = {
    "waiting": "نوبت نرسیده",
    "running": "در حال بررسی",
    "done": "بررسی‌شده",
    "parked": "کنارگذاشته",
}
ITEM_KINDS: Final[Mapping[str, str]] = {
    "topic": "موضوع",
    "follow_up": "گزارش پیگیری مصوبات پیشین",
    "previous_minutes": "تأیید صورت‌جلسهٔ پیشین",
    "next_meeting": "دستور و زمان جلسهٔ آینده",
}
BAD_MINUTES: Final = "شمار دقیقه‌ها را با رقم بنویسید، از صفر تا ۶۰۰."


def count(value: int) -> str:
    """A bare count."""
    return persian(value)


def ordinal_item(ordinal: str) -> str:
    """«بند دوم»."""
    return f"بند {ordinal}"


def about(number: str) -> str:
    """The earlier resolution that an item is about."""
    return f"مصوبهٔ {persian(number)}"


def open_and_late(open_count: int, late: int) -> str:
    """What the follow-up report holds."""
    return f"{persian(open_count)} مصوبهٔ باز" + (f"، {persian(late)} معوق" if late else "")


def spent_of(spent: int, planned: int) -> str:
    """«۱۸ از ۲۰ دقیقه», in whole minutes."""
    return f"{persian(spent)} از {minutes_of(planned)}" if planned else minutes_of(spent)


def clock_of(seconds: int, planned: int) -> str:
    """«۰۷:۴۰ از ۱۵:۰۰»; an item without a plan only counts."""
    ran = persian(f"{seconds // 60:02}:{seconds % 60:02}")
    return f"{ran} از {persian(f'{planned:02}:00')}" if planned else ran


def item_spoken(title: str, note: str, state: str, planned: str) -> str:
    """An item as it is heard."""
    return "، ".join(part for part in (title, note, planned, state) if part)


# ---- attendance

SEAT_STATES: Final[Mapping[str, str]] = {
    "present": "حاضر",
    "video": "ویدئو",
    "substitute": "به‌جای …",
    "excused": "موجه",
    "absent": "غایب",
    "unmarked": "ثبت‌نشده",
}
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


def seats_present(present: int, filled: int) -> str:
    """«۴ از ۴ کرسی حاضر»."""
    return f"{persian(present)} از {persian(filled)} کرسی حاضر"


def late_by(minutes: int) -> str:
    """«تأخیر ۱۸ دقیقه»."""
    return f"تأخیر {minutes_of(minutes)}"


def from_to(arrived: str, left: str) -> str:
    """Arrival and leaving, whichever is known."""
    if arrived and left:
        return f"{persian(arrived)} تا {persian(left)}"
    return persian(arrived) if arrived else f"تا {persian(left)}" if left else ""


def in_place_of(name: str) -> str:
    """Whom a substitute stands in for."""
    return f"به‌جای {name}"


def letter(number: str, day: str) -> str:
    """The letter of introduction: its number tells most, its day stands in the form."""
    if number:
        return f"معرفی‌نامهٔ {number}"
    return f"معرفی‌نامهٔ {day}" if day else "بی معرفی‌نامه"


def attendance_of(name: str) -> str:
    """What the switch of a seat asks."""
    return f"حضور {name}"


def times_of(name: str, shown: str) -> str:
    """The button that opens the times of a seat."""
    return f"ساعت ورود و خروج {name}" + (f"، {shown}" if shown else "")


# ---- guests

GUESTS: Final = "مدعوان"
ADD_GUEST: Final = "افزودن مدعو"
GUEST_MENU: Final = "کارهای این مدعو"
NO_GUESTS: Final = "مدعوی ثبت نشده است"


def guest_spoken(name: str, post: str) -> str:
    """A guest as he is heard."""
    return f"{name}، {post}" if post else name


# ---- facts

FACTS_READ_ONLY: Final = "مشخصات این جلسه دیگر تغییر نمی‌کند."
FACTS_NOTE: Final = "هر خانه با ترک آن ذخیره می‌شود"

# ---- history

NO_HISTORY: Final = "هنوز رویدادی ثبت نشده است"
NO_HISTORY_WHY: Final = "هر گام جلسه، از زمان‌بندی تا بستن پرونده، با روز و نام ثبت‌کننده این‌جا می‌آید."


def history_note(day: str, time: str, actor: str) -> str:
    """When and by whom."""
    return DOT.join(part for part in (day, at_hour(time), actor) if part)


# ---- what was done

SAVED: Final = "همهٔ تغییرها ذخیره شده است"
NOT_SAVED: Final = "نوشته‌ای هنوز ذخیره نشده است"


def marked(name: str, state: str) -> str:
    """A seat was marked."""
    return f"{name}: {state}؛ ذخیره شد"


def moved(state: str) -> str:
    """The meeting went on."""
    return f"جلسه «{state}» شد؛ ذخیره شد"

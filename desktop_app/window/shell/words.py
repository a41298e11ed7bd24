"""Persian texts about drafts kept after a crash: what each was typed for, and what can be done."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import filled, persian

OPEN: Final = "باز کردن در جای خود"
COPY: Final = "رونوشت متن"
COPIED: Final = "رونوشت شد"
DROP: Final = "دور انداختن"
DROPPED: Final = "دور انداخته شد"
SHOW: Final = "دیدن پیش‌نویس‌ها"
NOT_READ: Final = "پیش‌نویس‌های ثبت‌نشده خوانده نشد"
LATER: Final = "بعداً"
WHY: Final = "برنامه پیش از ثبت این نوشته‌ها بسته شده بود. هر نوشته تا ثبت یا دور انداختن نگه داشته می‌شود."
LOCKED: Final = "آنچه این متن برای آن نوشته شده بود دیگر همان نیست؛ متن را می‌توانید رونوشت بردارید."
PUT_BACK: Final = "پیش‌نویس در جای خود گذاشته شد؛ هنوز ثبت نشده است."
NOT_ALL_PUT_BACK: Final = "بخشی از پیش‌نویس در این فرم جایی ندارد و میان پیش‌نویس‌های نگه‌داشته مانده است."
FORM_IN_USE: Final = "در این فرم نوشتهٔ ثبت‌نشده‌ای هست؛ پیش‌نویس پس از ثبت یا کنار گذاشتن آن باز می‌شود."
PUT_WHEN_OPENED: Final = "فرم آن را باز کنید؛ متن همان‌جا گذاشته می‌شود."
OTHER: Final = "نوشتهٔ ثبت‌نشده"

FORMS: Final = {
    ("clause", "text"): "متن بند صورت‌جلسه",
    ("clause", "facts"): "مشخصات مصوبه",
    ("clause", "reservation"): "ملاحظهٔ مصوبه",
    ("clause", "new_upstream"): "مصوبهٔ بالادستی تازه",
    ("upstream_decision", "upstream"): "مصوبهٔ بالادستی",
    ("upstream_decision", "form"): "مصوبهٔ بالادستی",
    ("upstream_decision", "link"): "پیوند مصوبهٔ بالادستی",
    ("deliberation", "text"): "مذاکره",
    ("agenda_item", "new_clause"): "بند تازهٔ صورت‌جلسه",
    ("agenda_item", "new_said"): "مذاکرهٔ تازه",
    ("agenda_item", "item"): "بند دستور جلسه",
    ("meeting", "new_item"): "بند تازهٔ دستور جلسه",
    ("meeting", "new_guest"): "مدعو تازه",
    ("meeting", "facts"): "مشخصات جلسه",
    ("meeting", "postpone"): "به تعویق انداختن جلسه",
    ("meeting", "sending"): "ثبت ارسال دعوت‌نامه‌ها",
    ("meeting", "session_time"): "ساعت جلسه",
    ("meeting", "scheduling"): "جلسهٔ تازه",
    ("guest", "guest"): "مدعو",
    ("attendance", "seat"): "حضور و غیاب",
    ("minutes_version", "notice"): "ابلاغ",
    ("minutes_version", "scan"): "اسکن صورت‌جلسه",
    ("taking_over", "past_meeting"): "جلسهٔ گذشته",
    ("incoming_paper", "form"): "نامهٔ وارده",
    ("incoming_paper", "extension"): "درخواست تمدید مهلت",
    ("incoming_paper", "invitation"): "پاسخ دعوت‌نامه",
    ("incoming_paper", "meeting"): "پیوند نامه به جلسه",
    ("incoming_paper", "agenda"): "درخواست به دستور جلسه",
    ("outgoing_paper", "form"): "نامهٔ صادره",
    ("outgoing_paper", "delivery"): "ارسال و تحویل نامهٔ صادره",
    ("outgoing_paper", "meeting"): "پیوند نامه به جلسه",
}
_KINDS: Final = {
    "minutes_version": "پایان صورت‌جلسه",
    "resolution": "اقدام بر مصوبه",
    "task": "پیگیری",
    "person": "شخص",
    "unit": "واحد",
    "seat": "کرسی",
    "nomination": "معرفی‌نامه",
    "settings": "تنظیمات",
    "paper": "نامه و برگه",
    "file_link": "نام پیوست",
}


def title(kind: str, form: str, name: str, meeting: int | None) -> str:
    """Return what a draft was typed for; a reason is named by its question."""
    first = form if kind == "reason" else FORMS.get((kind, form)) or _KINDS.get(kind, OTHER)
    parts = [first, name, f"جلسهٔ {persian(meeting)}" if meeting is not None else ""]
    return " – ".join(filled(*parts))


def drafts_kept(count: int, when: str) -> str:
    """Return the title of the offer; ``when`` may be empty."""
    return f"پیش‌نویس {when} نگه داشته شده است" if count == 1 and when else f"{persian(count)} پیش‌نویس نگه داشته شده است"


def left(count: int) -> str:
    """Return the sentence on the number of drafts that are left."""
    return f"{persian(count)} پیش‌نویس نگه‌داشته هنوز ثبت یا دور انداخته نشده است"


def at(day: str, time: str) -> str:
    """Return day and time in words."""
    return f"{day}، ساعت {time}"

"""Texts of the first start and of the settings sections that it shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.words.digits import persian
from desktop_app.words.history import UNDO

STEPS: Final = {
    "memorandum": "تفاهم‌نامه",
    "parties": "طرفین",
    "seats": "نمایندگان",
    "units": "واحدها",
    "axes": "محورها",
    "earlier": "سابقه",
    "rules": "روال کار",
    "letterhead": "سربرگ و مرور",
}
CONTEXTS: Final = {
    "memorandum": "از خبر امضای تفاهم‌نامه پر شده است. بخوانید، درست کنید و ادامه دهید.",
    "parties": "نام هر طرف در سربرگ، صورت‌جلسه و فهرست‌ها می‌آید. امضاکنندگان از خبر امضا برداشته شده‌اند.",
    "seats": "هر که معرفی شده است با شماره و تاریخ نامه بنویسید. ردیف بی‌نام ثبت نمی‌شود.",
    "units": "واحدهایی را که کارِ مصوبه‌ها به آن‌ها می‌رسد نشان‌دار نگه دارید و نام‌ها را درست کنید.",
    "axes": "هشت محور تفاهم‌نامه آماده است. هر مصوبه زیر یکی از این محورها می‌آید.",
    "earlier": "اگر کمیته پیش از این جلسه داشته است، شماره‌ها از همان‌جا ادامه می‌یابد. کمیتهٔ تازه از این گام می‌گذرد.",
    "rules": "پیش‌فرض‌ها برای بیشتر دبیرخانه‌ها درست است. هر کدام را بعداً هم می‌توانید عوض کنید.",
    "letterhead": "سربرگ کاغذها را ببینید و آنچه را برای بعد مانده است مرور کنید.",
}

# ---- notes beneath the steps
NOTES: Final = {
    "memorandum": "عنوان، تاریخ، ماده‌ها",
    "parties": "نام و امضاکنندهٔ هر طرف",
    "earlier": "جلسه‌های پیش از این برنامه",
    "rules": "حد نصاب، شماره، تعطیل هفته",
    "letterhead": "آخرین نگاه پیش از آغاز",
}
NOTE_SEATS: Final = "شخص و معرفی‌نامه"
NO_SIGNING_DAY: Final = "تاریخ امضا مانده است"
LATER: Final = "برای بعد مانده است"


def nomination_note(day: str) -> str:
    """Return until when the parties name their representatives."""
    return f"مهلت معرفی: {day}"


def seats_note(count: int) -> str:
    """Return how many persons are named."""
    return f"{persian(count)} نفر نوشته شده است"


def earlier_note(last: int) -> str:
    """Return up to which meeting number the committee met earlier."""
    return f"تا جلسهٔ {persian(last)}"


def units_note(count: int) -> str:
    """Return how many units are selected."""
    return f"{persian(count)} واحد برگزیده"


def axes_note(count: int) -> str:
    """Return how many axes there are, without sub-axes."""
    return f"{persian(count)} محور آماده است"


# ---- the foot
FORWARD: Final = "ادامه"
NEXT_STEP: Final = "گام پسین"
STEP_BACK: Final = "گام پیشین"
BEGIN: Final = "آغاز کار"
AUTOMATIC: Final = "خودکار ذخیره می‌شود"
KEPT: Final = "ذخیره شد"
ALL_KEPT: Final = "همهٔ تغییرها ذخیره شده است"
NOT_KEPT: Final = "هنوز ذخیره نشده است"
KEPT_ON_LEAVING: Final = "با رفتن به گام دیگر ذخیره می‌شود"


def forward_to(title: str) -> str:
    """Return the text of the button to the next step."""
    return f"ادامه: {title}"


def place_of(place: int, count: int, said: str) -> str:
    """Return which step is shown, and whether the input is stored."""
    return f"گام {persian(place)} از {persian(count)} · {said}"


# ---- what follows from the signing day
SIGNED: Final = "امضا"
NOMINATION_DUE: Final = "مهلت معرفی نماینده"
FIRST_MONTH: Final = "نخستین ماه دفتر"
UNKNOWN_DAY: Final = "پس از تاریخ امضا"

# ---- questions
UNREADABLE_ASK: Final = "یک تاریخ خوانده نشد"
UNREADABLE_TEXT: Final = "تاریخی که نوشته‌اید خوانده نمی‌شود و ذخیره نشده است. همهٔ نوشته‌های دیگر ذخیره شده است."
UNSAVED_ASK: Final = "این گام هنوز ذخیره نشده است"
UNSAVED_TEXT: Final = (
    "چیزی در این گام پذیرفته نشده است؛ دلیل کنار آن نوشته شده. اگر بروید، همین گام به پیش از این برمی‌گردد."
)
STAY: Final = "ادامهٔ ویرایش"
LEAVE: Final = "رفتن بدون آن"
DEMO: Final = "آغاز با دادهٔ «نمونه»"
DEMO_ASK: Final = "نوشته‌های راه‌اندازی کنار گذاشته شود؟"
DEMO_TEXT: Final = (
    "این پوشه با دادهٔ نمونه پر می‌شود و نوشته‌های شما در راه‌اندازی از میان می‌رود. "
    "برای کار خودتان بعداً پوشهٔ دیگری باز کنید."
)
DEMO_DO: Final = "ساختن دادهٔ نمونه"
DEMO_DONT: Final = "انصراف"


def blocked(step: str, sentence: str) -> str:
    """Return why the work cannot begin yet."""
    return f"{STEPS[step]}: {sentence}"


BLOCKED: Final = "کار هنوز آغاز نمی‌شود"


# ---- review
REVIEW_DONE: Final = "همه چیز آماده است. با «آغاز کار» کمیته ثبت می‌شود و به صفحهٔ جلسه‌ها می‌روید."
REVIEW_DONE_EARLIER: Final = (
    "همه چیز آماده است. با «آغاز کار» کمیته ثبت می‌شود و به صفحهٔ «جلسه‌ها و مصوبه‌های گذشته» می‌روید."
)
REVIEW_LATER: Final = "می‌توانید آغاز کنید؛ این‌ها برای بعد مانده است"


def review_line(title: str, items: Sequence[str]) -> str:
    """Return a step of the review with its contents or what is missing."""
    return f"{title}: {'، '.join(items)}"


NO_UNITS: Final = "واحدها: هنوز هیچ واحدی برگزیده نشده است."


def nobody_named(party: str) -> str:
    """Return that a party has named nobody yet."""
    return f"نمایندگان: از {party} هنوز کسی معرفی نشده است."


REVIEW: Final = "مرور پیش از آغاز"


# ---- memorandum
ARTICLE_EMPTY: Final = "هنوز نوشته نشده"
NOTE: Final = "تبصره"


def article(kind: str, ordinal: int, *, alone: bool = False) -> str:
    """Return the name of an article or a note; an only one has no number."""
    word = "ماده" if kind == "article" else NOTE
    if alone:
        return word
    return f"{word}{'ٔ' if word.endswith('ه') else ''} {persian(ordinal)}"


# ---- parties
PARTIES: Final = {"province": "استانداری", "center": "مرکز ملی"}

# ---- axes
CODE: Final = "شماره"
AXIS_TITLE: Final = "عنوان محور"
REMOVE: Final = "برداشتن این محور"
KEPT_AXIS: Final = "محورِ ثبت‌شده برداشته نمی‌شود"


def row_name(label: str, row: int) -> str:
    """Return the spoken name of a field in a row."""
    return f"{label}، ردیف {persian(row)}"


def undo_removal(code: str) -> str:
    """Return the text of the button that restores a removed axis."""
    return f"{UNDO} برداشتن محور «{code}»" if code else f"{UNDO} برداشتن محور"


# ---- seats and units
ADD: Final[Mapping[str | None, str]] = {None: "کرسی تازه", "unit": "واحد تازه", "agency": "دستگاه تازه"}
"""The button beneath the rows of a group: seats have no kind."""
SEAT: Final = "کرسی"
PERSON: Final = "نام و نام خانوادگی"
LETTER_NUMBER: Final = "شمارهٔ معرفی‌نامه"
LETTER_DAY: Final = "تاریخ معرفی‌نامه"
NEW_SEAT: Final = "عضو"
UNIT: Final = "نام واحد"
SHORT_NAME: Final = "نام کوتاه"
CHOSEN: Final = "این واحد ثبت شود"
UNIT_GROUPS: Final = {
    ("province", "unit"): "واحدهای استانداری",
    ("province", "agency"): "دستگاه‌های استان (هماهنگ با استانداری)",
    ("center", "unit"): "واحدهای مرکز ملی",
}

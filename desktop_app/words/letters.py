"""Texts of the letter registers «دفتر صادره و وارده»: list, preview, forms, results."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import apart, filled, persian
from desktop_app.words.invitations import WAYS

TITLE: Final = "دفتر صادره و وارده"
WHAT: Final = "نامه"

# ---- columns, views and filters

ROW: Final = "ردیف"
DAY: Final = "تاریخ"
PARTY: Final = "فرستنده یا گیرنده"
SUBJECT: Final = "موضوع"
NUMBER: Final = "شمارهٔ نامه"
ABOUT: Final = "مربوط به"
CLASS: Final = "طبقه‌بندی"
WAY: Final = "روش ارسال"
YEAR: Final = "سال"
MONTH: Final = "ماه"
INCOMING: Final = "وارده"
OUTGOING: Final = "صادره"
STRUCK: Final = "خط‌خورده"
VIEWS: Final = {
    "all": "همه",
    "incoming": "وارده",
    "outgoing": "صادره",
    "unlinked": "وارده‌های بی‌پیوند",
    "waiting": "درخواست‌های بی‌پاسخ",
    "struck": "خط‌خورده",
}
VIEW_EMPTY: Final = {
    "incoming": "هنوز نامهٔ وارده‌ای ثبت نشده است.",
    "outgoing": "هنوز نامهٔ صادره‌ای ثبت نشده است.",
    "unlinked": "هر نامهٔ وارده به کاری پیوند خورده است.",
    "waiting": "هیچ درخواستی در انتظار پاسخ کمیته نیست.",
    "struck": "هیچ ردیفی خط نخورده است.",
}
EMPTY: Final = "هنوز نامه‌ای در دفتر نیست"
EMPTY_WHY: Final = (
    "نامه‌هایی که از دبیرخانه فرستاده می‌شود خودبه‌خود ثبت می‌شود. نامه‌ای را که رسیده یا بیرون از برنامه نوشته شده است از "
    "دکمه‌های زیر ثبت کنید."
)
NOT_LINKED: Final = "بی‌پیوند"
UNANSWERED: Final = "بی‌پاسخ"
NO_NUMBER: Final = "بی‌شماره"

# ---- acts

RECORD_INCOMING: Final = "ثبت نامهٔ وارده"
RECORD_OUTGOING: Final = "ثبت نامهٔ صادره"
PRINT: Final = "چاپ دفتر"
SLIP: Final = "برگهٔ تحویل"
EDIT: Final = "ویرایش"
DELIVERY: Final = "ارسال و تحویل"
STRIKE: Final = "خط زدن"
REPORT: Final = "گزارش کار"
REPORT_TITLE: Final = "گزارش کار یک واحد"
EXTENSION: Final = "درخواست تمدید"
EXTENSION_SHEET: Final = "درخواست تمدید مهلت"
NOMINATION: Final = "معرفی نماینده"
TO_MEETING: Final = "پیوند به جلسه"
TO_MEETING_WHY: Final = "برای نامه‌ای که به جلسه یا دستور آن مربوط است."
MEETING_CHOICE: Final = "کدام جلسه"
TO_MEETING_DONE: Final = "نامه به جلسه پیوند خورد."
NO_MEETINGS: Final = "هنوز جلسه‌ای با شماره نیست که نامه به آن پیوند بخورد."
INVITATION_ANSWER: Final = "پاسخ دعوت‌نامه"
INVITATION_ANSWER_WHY: Final = (
    "نامه به جلسه و به دعوت‌نامهٔ فرستاده‌شده پیوند می‌خورد. دارندهٔ کرسی که نمی‌آید «غایب موجه» می‌شود؛ در روز جلسه "
    "می‌توان آن را عوض کرد."
)
INVITEE_CHOICE: Final = "چه کسی پاسخ داده است"
INVITEE_HINT: Final = "چند حرف از نام او را بنویسید."
INVITATION_ANSWER_CHOICE: Final = "پاسخ"
INVITATION_ANSWERS: Final = {"comes": "می‌آید", "declines": "نمی‌آید"}
INVITATION_ANSWERED: Final = "پاسخ ثبت شد و نامه به جلسه پیوند خورد."
NO_INVITED: Final = "جلسه‌ای نیست که اعضا به آن دعوت شده باشند و آغاز نشده باشد. نامه را با «پیوند به جلسه» پیوند دهید."
UNLINK: Final = "برداشتن پیوند"
UNLINK_ASK: Final = "پیوند نامه با کدام برداشته شود؟"
UNLINK_WHY: Final = "آنچه از نامه ثبت شده است سر جای خود می‌ماند."
SHOW_LETTER: Final = "دیدن نامه"
ANSWER: Final = "پاسخ کمیته…"
TABLE: Final = "به دستور جلسه…"
TABLE_TITLE: Final = "درخواست به دستور جلسه"
TABLE_WHY: Final = "بندی با عنوان درخواست به پایان دستور جلسه افزوده می‌شود؛ درخواست تا پاسخ کمیته باز می‌ماند."
BACKGROUND: Final = "پیشینه برای اعضا (اختیاری)"
TABLED: Final = "درخواست به دستور جلسه رفت."
NO_AGENDAS: Final = "جلسه‌ای در پیش نیست که درخواست به دستور آن برود. نخست جلسه‌ای را برنامه‌ریزی کنید."

INCOMING_KEYS: Final = "Ctrl+N"
OUTGOING_KEYS: Final = "Ctrl+Shift+N"
SLIP_KEYS: Final = "Ctrl+Shift+P"
EDIT_KEYS: Final = "F2"
STRIKE_KEYS: Final = "Ctrl+Shift+D"
REPORT_KEYS: Final = "Ctrl+Shift+R"
DELIVERY_KEYS: Final = "Ctrl+Shift+S"
EXTENSION_KEYS: Final = "Ctrl+Shift+T"
NOMINATION_KEYS: Final = "Ctrl+Shift+M"
INVITATION_KEYS: Final = "Ctrl+Shift+I"

# ---- the paper beside the list

NOTHING_CHOSEN: Final = "سطری برگزیده نشده است"
NOTHING_CHOSEN_WHY: Final = "یک نامه را از فهرست برگزینید تا آنچه به آن مربوط است دیده شود."
SENDER: Final = "فرستنده"
ADDRESSEE: Final = "گیرنده"
PAPER_DAY: Final = "تاریخ نامه"
RECEIVED_ON: Final = "روز دریافت"
SENT_ON: Final = "روز ارسال"
RECORDED_ON: Final = "روز ثبت"
URGENCY: Final = "ارجحیت"
NOTE: Final = "یادداشت"
RECEIVED_BY: Final = "تحویل‌گیرنده"
RECORDED_BY: Final = "ثبت‌کننده"
DOCUMENT: Final = "متن نامه"
KEPT: Final = "چنان‌که فرستاده شد نگه‌داری شده است"
KEPT_AS_RECORDED: Final = "چنان‌که در دفتر ثبت شد نگه‌داری شده است"
MADE_ELSEWHERE: Final = "بیرون از برنامه نوشته شده است"
PAPERS: Final = "نامه‌ها"
SEE_IN_REGISTER: Final = "دیدن نامه در دفتر"
NO_LINKS: Final = "هنوز به کاری پیوند نخورده است."
UNKNOWN: Final = "ثبت نشده"
NOT_RECEIVED: Final = "هنوز ثبت نشده"

CLASSES: Final = {"normal": "عادی", "confidential": "محرمانه", "secret": "خیلی محرمانه"}
URGENCIES: Final = {"normal": "عادی", "urgent": "فوری", "immediate": "آنی"}

# ---- forms

INCOMING_TITLE: Final = "نامهٔ وارده"
OUTGOING_TITLE: Final = "نامهٔ صادره"
INCOMING_WHY: Final = "این نامه ردیف بعدی دفتر وارده را می‌گیرد. تصویر آن را همین‌جا بیفزایید؛ با نامه ثبت می‌شود."
OUTGOING_WHY: Final = "برای نامه‌ای که بیرون از برنامه نوشته شده است؛ پس از ثبت تغییر نمی‌کند و تنها خط می‌خورد."
STILL_ADDING: Final = "افزودن فایل‌ها هنوز تمام نشده است. پس از پایان آن «ثبت» را بزنید."
EDIT_TITLE: Final = "ویرایش نامهٔ وارده"
DELIVERY_TITLE: Final = "ارسال و تحویل نامه"
SENDER_NUMBER: Final = "شمارهٔ فرستنده"
OWN_NUMBER_HINT: Final = "اگر خالی بماند از الگوی شماره ساخته می‌شود."
NUMBER_LATER_HINT: Final = "اگر نامه پس از ارسال شماره گرفته است؛ پس از ثبت تغییر نمی‌کند."
STRIKE_ASK: Final = "این ردیف خط بخورد؟"
STRIKE_WHY: Final = "ردیف و شماره در دفتر می‌ماند و دلیل کنار آن نوشته می‌شود."
STRIKE_FOR_GOOD: Final = "خط زدن نامهٔ صادره بازگشت ندارد. ردیف و شماره در دفتر می‌ماند و دلیل کنار آن نوشته می‌شود."
DELIVERED_ON: Final = "روز تحویل"
REASON: Final = "دلیل"
TAKEN_BACK: Final = "ثبت این نامه پس گرفته شد."
NOT_SENT: Final = "این نامه فرستاده نشد."

# ---- what a paper causes

REPORT_WHY: Final = "خبر در پیشینهٔ وظیفهٔ واحد می‌نشیند و نامه به آن پیوند می‌خورد."
EXTENSION_WHY: Final = "درخواست تا پاسخ کمیته باز می‌ماند؛ مهلت مصوبه خودبه‌خود تغییر نمی‌کند."
NOMINATION_WHY: Final = (
    "معرفی با شماره و تاریخ همین نامه ثبت می‌شود و نامه به آن پیوند می‌خورد. معرفی پس گرفته نمی‌شود؛ پس از ثبت در صفحهٔ "
    "اعضا و واحدها ویرایش می‌شود یا پایان می‌یابد."
)
TASK_CHOICE: Final = "وظیفهٔ کدام واحد"
TASK_HINT: Final = "چند حرف از نام واحد، شمارهٔ مصوبه یا متن آن را بنویسید."
SEAT_CHOICE: Final = "برای کدام کرسی"
NEWS_CHOICE: Final = "چه خبری است"
NEWS: Final = {"progress": "پیشرفت", "plan": "برنامه", "block": "مانع", "report": "گزارش انجام"}
WANTED_DUE: Final = "مهلت خواسته‌شده"
EXTENSION_TEXT: Final = "دلیل واحد"
AS_CHOICE: Final = "به عنوان"
AS: Final = {"nominate": "نمایندهٔ اصلی", "alternate": "علی‌البدل"}
NONE_WENT: Final = "میان ردیف‌های برگزیده نامهٔ صادره‌ای نیست و «ارسال و تحویل» تنها برای نامهٔ صادره است."
NO_TASKS_OPEN: Final = (
    "وظیفهٔ بازی نیست که نامه دربارهٔ آن باشد. وظیفه با نهایی شدن صورت‌جلسه ساخته می‌شود؛ اگر نامه دربارهٔ کار دیگری است، "
    "آن را از «…» برگزینید."
)
VACANT: Final = "خالی"
SEAT_MISSING: Final = "کرسی برگزیده نشده است. یکی را از فهرست برگزینید."

REQUEST_STATES: Final = {
    "open": "در انتظار پاسخ کمیته",
    "tabled": "در دستور جلسه",
    "accepted": "پذیرفته شد",
    "refused": "پذیرفته نشد",
    "withdrawn": "پس گرفته شد",
}
ANSWER_ASK: Final = "پاسخ کمیته به این درخواست چیست؟"
ANSWER_TEXT: Final = "«پذیرفته شد» فرم تمدید را با همان روز باز می‌کند و مهلت مصوبه و پاسخ با هم ثبت می‌شود."
ANSWERED: Final = "پاسخ کمیته ثبت شد."
WITHDRAWN: Final = "درخواست پس گرفته شد."
GRANTED: Final = "درخواست پذیرفته شد و مصوبه مهلت تازه گرفت."
EXTENDED_ALONE: Final = "مصوبه مهلت تازه گرفت؛ درخواست هنوز در انتظار پاسخ است."
NO_EXTENSION: Final = "مصوبهٔ این درخواست بسته شده است و دیگر تمدید نمی‌شود. «پذیرفته نشد» یا «پس گرفته شد» را برگزینید."

# ---- what was done

CORRECTED: Final = "نامه ویرایش شد."
DELIVERY_NOTED: Final = "ارسال و تحویل نامه ثبت شد."
DELIVERIES_NOTED: Final = "ارسال و تحویل نامه‌ها ثبت شد."
STRUCK_TOLD: Final = "ردیف خط خورد."
LINK_OFF: Final = "پیوند برداشته شد."
REPORTED: Final = "خبر واحد ثبت شد و نامه به وظیفه پیوند خورد."
EXTENSION_ASKED: Final = "درخواست تمدید ثبت شد و نامه به آن پیوند خورد."
NOMINATED: Final = "معرفی ثبت شد و نامه به آن پیوند خورد."


def register_row(row: int, year: int) -> str:
    """Return year and number of a register row."""
    return f"{persian(year)}/{persian(row)}"


def caption(outgoing: bool, row: int, year: int) -> str:
    """Return the heading above the paper next to the list."""
    return f"نامهٔ {OUTGOING if outgoing else INCOMING} · ردیف {persian(row)} سال {persian(year)}"


def not_of_this(act: str, *, outgoing: bool, struck: bool, of_other: bool) -> str:
    """Return why an action does not fit this paper; ``of_other``: it is one of the other register."""
    if of_other:
        own, other = (OUTGOING, INCOMING) if outgoing else (INCOMING, OUTGOING)
        return f"«{act}» برای نامهٔ {other} است و این نامه {own} است. نامهٔ {other} را برگزینید."
    if struck:
        return f"این ردیف خط خورده است و «{act}» برای آن شدنی نیست. ردیف دیگری برگزینید."
    return f"«{act}» برای این نامه شدنی نیست. نامهٔ دیگری برگزینید."


def put_aside(name: str) -> str:
    """Return the text of the button that removes a file not yet recorded."""
    return f"کنار گذاشتن {apart(name)}"


def recorded(outgoing: bool, row: int) -> str:
    """Return the message that a paper was recorded, for the status line."""
    if outgoing:
        return f"نامه در دفتر {OUTGOING} با ردیف {persian(row)} ثبت شد."
    return f"نامه در دفتر {INCOMING} با ردیف {persian(row)} ثبت شد. با Enter بگویید چه کاری از آن برمی‌خیزد."


def registered(rows: tuple[int, ...]) -> str:
    """Return the message after letters were printed or saved, for the status line."""
    if len(rows) == 1:
        return f"نامه در دفتر صادره با ردیف {persian(rows[0])} ثبت شد؛ اگر فرستاده نمی‌شود Ctrl+Z را بزنید."
    return (
        f"{persian(len(rows))} نامه در دفتر صادره ثبت شد، ردیف‌های {persian(rows[0])} تا {persian(rows[-1])}؛ "
        "اگر فرستاده نمی‌شود Ctrl+Z را بزنید."
    )


def numbered(number: str) -> str:
    """Return the message that a paper got its number."""
    return f"شمارهٔ {apart(number)} برای این نامه ثبت شد و همان می‌ماند."


def numbers_given(count: int) -> str:
    """Return the message that printed or saved letters got numbers, for the status line."""
    if count == 1:
        return "شمارهٔ نامه در ردیف آن در دفتر صادره نوشته شد."
    return f"شمارهٔ {persian(count)} نامه در ردیف آن‌ها در دفتر صادره نوشته شد."


def of_several(count: int) -> str:
    """Return the line below the title of a dialog about several letters."""
    return f"{persian(count)} نامهٔ صادره برگزیده شده است. آنچه پیش‌تر برای نامه‌ای ثبت شده باشد همان می‌ماند."


def of_sender(number: str, day: str) -> str:
    """Return number and day of a paper, on one line."""
    return " · ".join(filled(apart(number) if number else "", day))


def struck_on(day: str, reason: str) -> str:
    """Return why a row is struck."""
    return f"{day} خط خورد: {reason}"


def received(name: str, day: str) -> str:
    """Return who received a paper, and when."""
    return f"{name}، {day}"


def told_by(sender: str, number: str) -> str:
    """Return who reported the news, for the history of a task."""
    return f"نامهٔ {apart(number)} {sender}" if number else f"نامهٔ {sender}"


def task_option(unit: str, number: str) -> str:
    """Return the option text of a task."""
    return f"{unit} – مصوبهٔ {number}"


def seat_option(title: str, party: str, holder: str) -> str:
    """Return the option text of a seat, with its holder."""
    return f"{title} – {party} ({holder or VACANT})"


def answer_of_meeting(meeting: str) -> str:
    """Return the title of a dialog in which only one meeting can be answered."""
    return f"{INVITATION_ANSWER}: {meeting}"


def invitation_answer(name: str, answer: str) -> str:
    """Return who answered an invitation, and what."""
    return f"{name} {INVITATION_ANSWERS[answer]}"


def request_note(state: str, day: str) -> str:
    """Return the state of a request for another deadline."""
    return f"تا {day} · {REQUEST_STATES[state]}" if day else REQUEST_STATES[state]


def paper_line(outgoing: bool, row: int, year: int, party: str) -> str:
    """Return the line of a paper in the details of its record."""
    word = f"{OUTGOING} به" if outgoing else f"{INCOMING} از"
    return f"{register_row(row, year)} – {word} {party}"


def extension_title(unit: str, number: str) -> str:
    """Return the title of a request for another deadline."""
    return f"تمدید مهلت مصوبهٔ {number} – {unit}"


def agenda_option(number: int | None, day: str) -> str:
    """Return the option text of a future meeting."""
    return joined(f"جلسهٔ {persian(number)}" if number else "جلسهٔ بی‌شماره", day)


def linked(count: int) -> str:
    """Return how many records a paper is about."""
    return f"{persian(count)} پیوند"


def invitation(kind: str) -> str:
    """Return the subject of an invitation to a meeting without a number."""
    return f"دعوت به جلسهٔ {kind}"


def letter_to(addressee: str) -> str:
    """Return the title above a sent letter."""
    return f"نامه به {addressee}"


def joined(*parts: str) -> str:
    """Join texts in one line."""
    return " · ".join(filled(*parts))


def files(count: int) -> str:
    """Return how many files a paper has."""
    return "یک پیوست" if count == 1 else f"{persian(count)} پیوست"


def way(key: str) -> str:
    """Return how a paper was sent, if known."""
    return "" if key in ("", "other") else WAYS[key]


def more(count: int) -> str:
    """Return how many more letters there are."""
    return f"و {persian(count)} نامهٔ دیگر"

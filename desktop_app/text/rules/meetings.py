"""Messages for refusals of the rules of meetings, agenda and attendance; each sentence ends with what to do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.rules.scheduling import meeting_name
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.states import MEETING
from desktop_app.text.shared.tables import Facts, Table


def _attendance_incomplete(facts: Facts) -> str:
    count = int(str(facts["count"]))
    others = f" و {persian(count - 1)} کرسی دیگر" if count > 1 else ""
    return f"حضور و غیاب «{facts['name']}»{others} ثبت نشده است. برای هر کرسی حاضر یا غایب بودن را برگزینید."


REFUSALS: Final[Table] = {
    "committee_missing": lambda _facts: (
        "در این داده هنوز کمیته‌ای تعریف نشده است. نخست تفاهم‌نامه و کمیتهٔ آن را ثبت کنید."
    ),
    "meeting_number_unknown": lambda facts: (
        f"جلسه‌ای با شمارهٔ {persian(facts['number'])} نیست. شماره را از فهرست جلسه‌ها بردارید."
    ),
    "meeting_without_minutes": lambda facts: (
        f"{meeting_name(facts['number'])} هنوز صورت‌جلسه ندارد. نخست صورت‌جلسهٔ آن را بنویسید."
    ),
    "meeting_without_number": lambda _facts: (
        "این جلسه هنوز شماره ندارد. شماره هنگام دعوت داده می‌شود؛ نخست «دعوت اعضا» را بزنید."
    ),
    "meeting_without_day": lambda _facts: "روز جلسه روشن نیست. تاریخ جلسه را بنویسید.",
    "meeting_without_hour": lambda _facts: "ساعت جلسه روشن نیست. ساعت آغاز را بنویسید تا در دعوت‌نامه‌ها بیاید.",
    "party_without_seat": lambda facts: (
        f"در روز این جلسه هیچ کرسی‌ای از {facts['party']} دارنده ندارد. "
        "نخست در «اعضا و واحدها» معرفی نمایندهٔ آن را ثبت کنید."
    ),
    "meeting_without_place": lambda _facts: "جای برگزاری جلسه نوشته نشده است. محل جلسه را بنویسید.",
    "fact_not_corrected": lambda _facts: (
        "اصلاحیه این خانه را تغییر نمی‌دهد. ساعت آغاز و پایان، محل، رئیس یا دبیر جلسه را می‌توانید درست کنید."
    ),
    "fact_emptied": lambda _facts: "این خانه در متن امضاشده پر است و در اصلاحیه خالی نمی‌ماند. مقدار درست را بنویسید.",
    "meeting_under_correction": lambda _facts: (
        "اصلاحیهٔ این جلسه در دست نوشتن است و دستور جلسه تغییر نمی‌کند. متن بندها را در صورت‌جلسه درست کنید."
    ),
    "meeting_shut": lambda facts: (
        f"این جلسه «{MEETING[str(facts['state'])]}» است و دیگر تغییر نمی‌کند. کار تازه را در جلسه‌ای دیگر ثبت کنید."
    ),
    "sending_not_open": lambda facts: (
        f"جلسه «{MEETING[str(facts['state'])]}» است. ارسال دعوت‌نامه‌ها پس از «دعوت اعضا» و پیش از آغاز جلسه ثبت می‌شود."
    ),
    "invitee_gone": lambda _facts: (
        "فهرست دعوت در این میان تغییر کرده و یکی از گیرندگان دیگر در آن نیست. فرم را ببندید و دوباره باز کنید."
    ),
    "sending_to_nobody": lambda _facts: "گیرنده‌ای برگزیده نشده است. دست‌کم یک گیرنده را نشان بزنید.",
    "sending_without_day": lambda _facts: "روز ارسال نوشته نشده است. روزی را که دعوت‌نامه‌ها فرستاده شد بنویسید.",
    "sending_after_today": lambda _facts: "روز ارسال هنوز نرسیده است. روزی تا امروز بنویسید.",
    "invitation_changed_since_made": lambda _facts: (
        "پس از چاپ یا ذخیرهٔ دعوت‌نامه‌ها، جلسه یا فهرست دعوت تغییر کرده است. آن‌ها را دوباره چاپ کنید، یا ارسال را در "
        "صفحهٔ جلسه ثبت کنید."
    ),
    "sending_after_meeting": lambda facts: f"روز ارسال پس از روز جلسه ({facts['day']}) است. روزی تا روز جلسه بنویسید.",
    "sending_struck_already": lambda _facts: "این ارسال پیش‌تر پس گرفته شده است. فهرست دعوت‌نامه‌ها را ببینید.",
    "meeting_not_in_session": lambda _facts: "جلسه در حال برگزاری نیست. نخست «آغاز جلسه» را بزنید.",
    "meeting_not_over": lambda facts: (
        f"جلسه هنوز «{MEETING[str(facts['state'])]}» است. نخست پایان جلسه را ثبت کنید، سپس صورت‌جلسه را نهایی کنید."
    ),
    "day_needs_postponing": lambda _facts: (
        "اعضا برای روز پیشین دعوت شده‌اند و تاریخ را نمی‌توان بدون خبر دادن عوض کرد. جلسه را به تعویق بیندازید و روز تازه را بنویسید."
    ),
    "agenda_empty": lambda _facts: "دستور جلسه خالی است. دست‌کم یک بند به آن بیفزایید.",
    "agenda_item_unknown": lambda _facts: "این بند در دستور این جلسه نیست. فهرست را تازه کنید و دوباره برگزینید.",
    "agenda_item_without_title": lambda _facts: "بند دستور عنوان ندارد. عنوان آن را بنویسید.",
    "agenda_item_parked": lambda _facts: "این بند پیش‌تر کنار گذاشته شده است. آن را در بندهای کنارگذاشته بیابید.",
    "agenda_item_not_parked": lambda _facts: (
        "این بند کنار گذاشته نشده و در دستور جلسه‌ای هست. آن را در همان جلسه ویرایش کنید."
    ),
    "agenda_resolution_not_earlier": lambda _facts: (
        "این مصوبه از جلسه‌های پیشین نیست. مصوبه‌ای برگزینید که در جلسه‌ای پیش از این تصویب شده است."
    ),
    "agenda_item_in_use": lambda facts: (
        f"زیر بند «{facts['title']}» در صورت‌جلسه نوشته شده است. نخست آن نوشته‌ها را به بند دیگری ببرید یا پاک کنید."
    ),
    "minutes_negative": lambda _facts: "زمان پیش‌بینی‌شده منفی است. شمار دقیقه‌ها را از صفر به بالا بنویسید.",
    "minutes_too_many": lambda facts: f"زمان یک بند بیش از {persian(facts['most'])} دقیقه نمی‌شود. عدد کوچک‌تری بنویسید.",
    "began_on_a_later_day": lambda _facts: "این جلسه آغاز شده است و روز آن پس از امروز نمی‌شود. روزی تا امروز بنویسید.",
    "session_before_its_day": lambda facts: (
        f"روز این جلسه ({facts['day']}) هنوز نرسیده است. در همان روز آن را آغاز کنید، یا اگر روز آن عوض شده است "
        "جلسه را به تعویق بیندازید و روز تازه را بنویسید."
    ),
    "session_time_missing": lambda _facts: "روز این جلسه گذشته است. ساعت واقعی آن را بنویسید.",
    "arrival_time_missing": lambda _facts: "روز این جلسه گذشته است. ساعت ورود را در خانهٔ آن بنویسید.",
    "session_without_begin": lambda _facts: "ساعت پایان هست و ساعت آغاز نیست. ساعت آغاز جلسه را هم بنویسید.",
    "session_ends_before_begin": lambda facts: (
        f"پایان جلسه پیش از آغاز آن ({persian(facts['began_at'])}) نوشته شده است. یکی از دو ساعت را درست کنید."
    ),
    "attendance_incomplete": _attendance_incomplete,
    "attendance_not_open": lambda facts: (
        f"جلسه «{MEETING[str(facts['state'])]}» است و اکنون جای حضور و غیاب نیست. "
        "حضور و غیاب از دعوت تا بسته شدن پرونده ثبت می‌شود."
    ),
    "guests_not_open": lambda facts: (
        f"جلسه «{MEETING[str(facts['state'])]}» است و اکنون جای افزودن مدعو نیست. "
        "مدعوها از زمان‌بندی جلسه تا بسته شدن پرونده ثبت می‌شوند."
    ),
    "seat_not_filled": lambda _facts: "این کرسی در روز جلسه دارنده‌ای نداشته است. نخست معرفی نمایندهٔ آن را ثبت کنید.",
    "substitute_without_name": lambda facts: (
        f"نام کسی که به‌جای «{facts['name']}» آمده نوشته نشده است. نام و معرفی‌نامهٔ او را بنویسید."
    ),
    "guest_without_name": lambda _facts: "مدعو نام ندارد. نام او را بنویسید.",
    "left_before_arrival": lambda facts: (
        f"ساعت رفتن پیش از ساعت آمدن ({persian(facts['arrived_at'])}) است. یکی از دو ساعت را درست کنید."
    ),
    "quorum_share_impossible": lambda _facts: (
        "سهم حد نصاب باید از صفر تا کمتر از همهٔ کرسی‌ها باشد. کسری مانند یک‌دوم یا دوسوم بنویسید."
    ),
    "quorum_party_missing": lambda facts: (
        f"این جلسه حد نصاب ندارد: از {facts['party']} کسی حاضر نیست. "
        "حضور را ثبت کنید یا جلسه را «فاقد حد نصاب» پایان دهید."
    ),
    "quorum_too_few": lambda facts: (
        f"حد نصاب {persian(facts['needed'])} کرسی است و {persian(facts['present'])} کرسی حاضر است. "
        "حضور را ثبت کنید یا جلسه را «فاقد حد نصاب» پایان دهید."
    ),
    "quorum_is_met": lambda _facts: "این جلسه به حد نصاب رسیده است. آن را با «پایان جلسه» به پایان ببرید.",
    "close_without_signed_minutes": lambda _facts: (
        "پرونده پس از امضا بسته می‌شود و صورت‌جلسهٔ امضاشده‌ای نیست. نخست امضاها را ثبت کنید."
    ),
    "clock_behind": lambda facts: (
        f"ساعت این رایانه {persian(facts['days'])} روز از تاریخ کاری که در برنامه ثبت شده عقب‌تر است. "
        "تاریخ رایانه را بررسی کنید و اگر نادرست است آن را درست کنید."
    ),
    "clock_ahead": lambda facts: (
        f"میان دو ثبت برنامه، یا از آخرین ثبت تا امروز، {persian(facts['days'])} روز فاصله است و شاید تاریخ رایانه "
        "درست نباشد. "
        "آن را بررسی کنید و اگر نادرست است درست کنید."
    ),
}

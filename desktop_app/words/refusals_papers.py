"""Messages for refusals about papers: orders, addressees and contents, registers and requests, print fonts.

Each sentence ends with what to do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast
from unicodedata import combining

from desktop_app.words.digits import apart, left_to_right, persian
from desktop_app.words.papers import TITLES
from desktop_app.words.tables import Facts, Table

_PARTS: Final[Mapping[str, str]] = {
    "meeting_id": "جلسه‌ای برگزیده نشده است. جلسه را از فهرست برگزینید.",
    "month": "ماه گزارش روشن نیست. ماه را از فهرست برگزینید.",
    "year": "سال دفتر روشن نیست. سال را از فهرست برگزینید.",
    "text": "نامه متنی ندارد. متن نامه را بنویسید.",
}

_MOST_NAMED: Final = 5


def _several(facts: Facts) -> str:
    units = cast(Sequence[tuple[str, int]], facts["units"])
    more = f" و {persian(len(units) - _MOST_NAMED)} واحد دیگر" if len(units) > _MOST_NAMED else ""
    # both parties may have a unit of one name: only its id tells it from the other
    named = "، ".join(f"«{name}» ({persian(one)})" for name, one in units[:_MOST_NAMED])
    return (
        f"«{facts['name']}» به {persian(len(units))} واحد می‌خورد: {named}{more}. "
        "نام کامل واحد یا شمارهٔ درون کمانک را بنویسید."
    )


PAPER_ORDERS_REFUSALS: Final[Table] = {
    "meetings_none_yet": lambda _facts: "هنوز جلسه‌ای در دفتر نیست. نخست در «جلسه‌ها» «جلسهٔ تازه» را بزنید.",
    "paper_part_missing": lambda facts: _PARTS[str(facts["part"])],
    "resolution_number_unknown": lambda facts: (
        f"مصوبه‌ای با شمارهٔ «{left_to_right(facts['number'])}» نیست. شماره را از دفتر ثبت مصوبات بردارید."
    ),
    "unit_name_unknown": lambda facts: f"واحدی با نام «{facts['name']}» نیست. نام را از «اعضا و واحدها» بردارید.",
    "unit_name_of_several": _several,
    "history_kind_unknown": lambda facts: (
        f"پرونده‌ای از نوع «{left_to_right(facts['kind'])}» تاریخچه ندارد. یکی از این نوع‌ها را بنویسید: "
        f"{left_to_right('meeting, minutes_version, resolution, task, person, seat, unit, office_setting')}."
    ),
    "history_record_unclear": lambda facts: (
        f"«{left_to_right(facts['record'])}» پرونده‌ای را نشان نمی‌دهد. آن را مانند {left_to_right('meeting:5')} بنویسید."
    ),
    "history_too_long": lambda facts: (
        f"این تاریخچه بیش از {persian(facts['most'])} رویداد دارد و برگه بیش از این را نمی‌گیرد. "
        "یک سال را برگزینید یا تاریخچهٔ یک پرونده را چاپ کنید."
    ),
    "word_not_offered": lambda facts: (
        f"«{TITLES[str(facts['kind'])]}» فایل Word ندارد. نام فایل را با پسوند pdf بدهید."
    ),
}


REGISTERED_PAPERS_REFUSALS: Final[Table] = {
    "paper_without_sender": lambda _facts: "فرستندهٔ نامه نوشته نشده است. نام شخص یا واحد فرستنده را بنویسید.",
    "paper_without_addressee": lambda _facts: "گیرندهٔ نامه نوشته نشده است. نام شخص یا واحد گیرنده را بنویسید.",
    "paper_without_subject": lambda _facts: "موضوع نامه نوشته نشده است. آن را در یک سطر بنویسید.",
    "paper_after_today": lambda _facts: "این روز هنوز نیامده است. امروز یا روزی پیش از آن را بنویسید.",
    "paper_received_before_written": lambda facts: (
        f"تاریخ نامه پس از روز دریافت آن ({facts['day']}) است. یکی از دو روز را درست کنید."
    ),
    "paper_of_other_year": lambda facts: (
        f"این نامه در دفتر سال {persian(facts['year'])} ردیف دارد و روز دریافت آن به سال دیگری نمی‌رود. "
        "روزی از همان سال بنویسید، یا ردیف را خط بزنید و نامه را دوباره ثبت کنید."
    ),
    "paper_registered_already": lambda facts: (
        f"همین نامه پیش‌تر در ردیف {persian(facts['row'])} سال {persian(facts['year'])} ثبت شده است: فرستنده، شماره و تاریخ "
        "یکی است. همان ردیف را باز کنید، یا شماره و تاریخ را با نامه بسنجید."
    ),
    "paper_struck": lambda facts: (
        f"ردیف {persian(facts['row'])} خط خورده است و دیگر تغییر نمی‌کند. اگر نامه برجاست، آن را دوباره ثبت کنید."
    ),
    "letter_made_elsewhere": lambda _facts: (
        "این نامه بیرون از برنامه نوشته شده است و متن آن اینجا نیست. تصویر آن را از پیوست‌ها ببینید."
    ),
    "letter_of_later_day": lambda facts: (
        f"تاریخ نامه ({facts['day']}) هنوز نیامده است و نامه در دفتر صادره ثبت نشد. تاریخ آن را درست کنید و دوباره "
        "چاپ یا ذخیره کنید."
    ),
    "letters_too_many": lambda facts: (
        f"{persian(facts['count'])} نامه در یک برگه نمی‌گنجد. بازهٔ کوتاه‌تری برگزینید؛ بیش از {persian(facts['most'])} نامه "
        "چاپ نمی‌شود."
    ),
    "list_too_long": lambda facts: (
        f"{persian(facts['count'])} ردیف در یک چاپ نمی‌گنجد؛ بیش از {persian(facts['most'])} ردیف چاپ نمی‌شود. با نما، پالایه یا "
        "جست‌وجو فهرست را کوتاه‌تر کنید."
    ),
    "list_without_table": lambda _facts: "فهرست از صفحهٔ خود چاپ می‌شود. به آن صفحه بروید و «چاپ فهرست» را برگزینید.",
    "delivery_of_nothing": lambda facts: (
        "میان این نامه‌ها نامه‌ای نیست که تحویل آن ثبت نشده باشد. روز دیگری برگزینید."
        if facts["narrowed"]
        else "نامه‌ای نیست که دستی برود و تحویل آن ثبت نشده باشد. نخست نامه را با روش «دستی» ثبت کنید."
    ),
    "receipt_day_missing": lambda _facts: "روز دریافت نوشته نشده است. روزی را که نامه به دبیرخانه رسید بنویسید.",
    "sending_day_missing": lambda _facts: "روز ارسال نوشته نشده است. روزی را که نامه از دبیرخانه رفت بنویسید.",
    "striking_without_reason": lambda _facts: "دلیل خط زدن نوشته نشده است. در یک جمله بنویسید چرا.",
    "receipt_without_name": lambda _facts: (
        "نام تحویل‌گیرنده نوشته نشده است. نام او را بنویسید یا روز تحویل را خالی کنید."
    ),
    "receipt_without_day": lambda _facts: "روز تحویل نوشته نشده است. روزی را که نامه به دست او رسید بنویسید.",
    "receipt_before_sending": lambda facts: (
        f"این روز پیش از روز فرستادن نامه ({facts['day']}) است. روزی از آن روز به بعد بنویسید."
    ),
    "delivery_untold": lambda _facts: "چیزی نوشته نشده است. روش ارسال یا تحویل‌گیرنده را بنویسید.",
    "deliveries_told_already": lambda _facts: (
        "برای این نامه‌ها همین‌ها پیش‌تر ثبت شده است و نامه‌ای نماند. برای تغییر، هر نامه را جدا برگزینید."
    ),
    "way_of_invitation": lambda _facts: (
        "روش ارسال دعوت‌نامه با ثبت ارسال آن در صفحهٔ جلسه نوشته شده است. "
        "اگر نادرست است، ارسال را آنجا پس بگیرید و دوباره ثبت کنید."
    ),
    "paper_act_without_record": lambda _facts: (
        "هنوز برگزیده نشده است که نامه دربارهٔ کدام است. یکی را از فهرست برگزینید."
    ),
    "printed_number_taken": lambda facts: (
        f"شمارهٔ {apart(str(facts['number']))} که روی دعوت‌نامه چاپ شده است شمارهٔ این ردیف نیست یا به نامهٔ دیگری رسیده است. "
        "دعوت‌نامه را دوباره چاپ کنید تا شمارهٔ تازه بگیرد."
    ),
    "invitation_answer_missing": lambda _facts: "هنوز برگزیده نشده است که او می‌آید یا نه. یکی از دو پاسخ را برگزینید.",
    "invitation_answer_not_open": lambda _facts: (
        "پاسخ دعوت‌نامه تا پیش از آغاز جلسه‌ای ثبت می‌شود که اعضا به آن دعوت شده‌اند. نامه را با «پیوند به جلسه» پیوند "
        "دهید."
    ),
    "request_without_day": lambda _facts: "مهلتی که خواسته شده نوشته نشده است. روز خواسته‌شده را بنویسید.",
    "request_not_later": lambda facts: (
        f"مهلت کنونی {facts['day']} است و مهلت خواسته‌شده پس از آن نیست. روزی دیرتر بنویسید."
    ),
    "request_waits_already": lambda _facts: (
        "برای همین مصوبه از همین واحد درخواستی هست که هنوز پاسخ نگرفته است. نخست به آن پاسخ دهید."
    ),
    "request_answered": lambda _facts: "این درخواست پیش‌تر پاسخ گرفته است. اگر نادرست است، درخواست تازه‌ای ثبت کنید.",
    "request_of_other_resolution": lambda _facts: (
        "این درخواست دربارهٔ مصوبهٔ دیگری است و با تمدید این مصوبه پاسخ نمی‌گیرد. نشان آن را بردارید."
    ),
    "request_without_meeting": lambda _facts: "جلسه برگزیده نشده است. جلسه‌ای را که درخواست به آن می‌رود برگزینید.",
    "request_tabled_already": lambda facts: (
        "بند این درخواست میان بندهای کنارگذاشته است. آن را در صفحهٔ جلسه به دستور بیاورید."
        if facts["parked"]
        else "این درخواست در دستور جلسه‌ای است که هنوز برگزار نشده. برای جلسهٔ دیگر، نخست بند آن را از دستور بردارید."
    ),
    "paper_request_waits": lambda _facts: (
        "این نامه درخواستی آورده است که هنوز پاسخ نگرفته و تنها از همین نامه پاسخ می‌گیرد. نخست با «پاسخ کمیته…» "
        "به آن پاسخ دهید؛ اگر واحد آن را پس گرفته یا نادرست ثبت شده است، «پس گرفته شد» را برگزینید."
    ),
    "outgoing_pattern_can_repeat": lambda _facts: (
        "با این الگو دو نامه می‌توانند یک شماره بگیرند. {سریال}، یا {سال} و {ردیف} را با هم در آن بگذارید."
    ),
    "outgoing_pattern_token": lambda facts: (
        f"«{facts['token']}» در شمارهٔ نامه‌های صادره جایی ندارد. تنها {{سال}}، {{ردیف}} و {{سریال}} به کار می‌رود."
    ),
}


_NO_BREAK: Final = "\u00a0"
_CARRIER: Final = "\u0640"
"""What a mark is shown on that has no letter."""


def _lacks(facts: Facts) -> str:
    """Return which characters a font lacks: the first ones with their code points, and how many more."""
    missing = str(facts["characters"])
    shown = "، ".join(map(_named, missing[:_MOST_NAMED]))
    more = f" و {persian(len(missing) - _MOST_NAMED)} نویسهٔ دیگر" if len(missing) > _MOST_NAMED else ""
    return (
        f"قلم «{facts['font']}» این نویسه‌ها را ندارد: {shown}{more}. "
        "نسخهٔ کامل‌تری از همین قلم یا قلم دیگری برگزینید که آن‌ها را داشته باشد."
    )


def _named(character: str) -> str:
    """Return a character with its code point, as many look alike."""
    carrier = _CARRIER if combining(character) else ""
    return f"«{carrier}{character.replace(' ', _NO_BREAK)}» ({left_to_right(f'U+{ord(character):04X}')})"


FONTS_REFUSALS: Final[Table] = {
    "font_too_large": lambda facts: (
        f"فایل قلم «{facts['font']}» بیش از {persian(facts['most'])} مگابایت است. فایل کوچک‌تری از این قلم برگزینید."
    ),
    "font_for_the_web": lambda facts: (
        f"فایل «{facts['font']}» قلم صفحه‌های وب (WOFF) است و در برگه گنجانده نمی‌شود. "
        "فایل TrueType یا OpenType همین قلم را برگزینید."
    ),
    "font_damaged": lambda facts: (
        f"فایل «{facts['font']}» قلم نیست یا ناقص است. نسخهٔ سالم آن را دوباره نصب کنید یا قلم دیگری برگزینید."
    ),
    "font_collection": lambda facts: (
        f"فایل «{facts['font']}» چند قلم را با هم دارد. یکی از قلم‌های درون آن را برگزینید."
    ),
    "font_forbids_embedding": lambda facts: (
        f"پروانهٔ قلم «{facts['font']}» اجازهٔ گنجاندن آن در سند را نمی‌دهد. قلم دیگری برگزینید."
    ),
    "font_bitmaps_only": lambda facts: (
        f"پروانهٔ قلم «{facts['font']}» تنها گنجاندن شکل نقطه‌ای آن را روا می‌داند. قلم دیگری برگزینید."
    ),
    "font_whole_only": lambda facts: (
        f"پروانهٔ قلم «{facts['font']}» تنها گنجاندن کامل آن را روا می‌داند و این نوع فایل کامل گنجانده نمی‌شود. "
        "قلم دیگری برگزینید."
    ),
    "font_lacks_characters": _lacks,
}


def _unit_without_part(facts: Facts) -> str:
    return (
        f"در مصوبه‌های برگزیده کاری بر عهدهٔ «{facts['unit']}» نیست. "
        "واحدی برگزینید که مجری یا همکار است، یا برای همهٔ واحدها چاپ کنید."
    )


def _resolution(facts: Facts) -> str:
    """Return «مصوبهٔ ۱۴۰۲/۱/۳», or «این مصوبه» while it has no number."""
    return f"مصوبهٔ {facts['number']}" if facts["number"] else "این مصوبه"


def _resolution_gone(facts: Facts) -> str:
    why = "با اصلاحیه از صورت‌جلسه برداشته شده است" if facts["corrected"] else "در صورت‌جلسهٔ معتبر این جلسه نیست"
    return (
        f"{_resolution(facts)} {why} و واحدی مجری یا همکار آن نیست. "
        "مصوبهٔ دیگری را برگزینید؛ سابقهٔ آن در «مصوبات» است و واحدها را با «نامه» باخبر کنید."
    )


PAPERS_REFUSALS: Final[Table] = {
    "paper_of_cancelled": lambda _facts: "این جلسه لغو شده است و برگه‌ای برای آن ساخته نمی‌شود. جلسهٔ دیگری را برگزینید.",
    "letter_falsified": lambda _facts: (
        "نامه‌ای که فرستاده شد دیگر آن نیست که ثبت شده بود و نشان داده و چاپ نمی‌شود. "
        "نسخهٔ کاغذی را ملاک بگیرید، از پوشهٔ داده رونوشتی کنار بگذارید و پشتیبان را بازگردانید."
    ),
    "invitation_to_nobody": lambda _facts: (
        "در روز این جلسه هیچ کرسی دارنده‌ای ندارد و مدعوی هم نیست. نخست معرفی نمایندگان را ثبت کنید."
    ),
    "invitee_unknown": lambda facts: (
        f"«{facts['name']}» در میان اعضا و مدعوان این جلسه نیست. نام را همان‌گونه بنویسید که در فهرست اعضا هست."
    ),
    "answer_after_meeting": lambda facts: (
        f"جلسه در {persian(facts['day'])} است و پاسخ پس از آن دیر است. همان روز یا روزی پیش از آن را بنویسید."
    ),
    "answer_before_letter": lambda facts: (
        f"نامه با تاریخ {persian(facts['day'])} فرستاده می‌شود و پاسخ پیش از آن نمی‌رسد. "
        "همان روز یا روزی پس از آن را بنویسید، یا «تاریخ در دفتر» را درست کنید."
    ),
    "class_of_many_extracts": lambda _facts: "طبقه را برای یک مصوبه و یک واحد پایین می‌آورند. نخست هر دو را برگزینید.",
    "class_not_lower": lambda _facts: "این طبقه از طبقهٔ خود مصوبه پایین‌تر نیست. طبقهٔ پایین‌تری برگزینید.",
    "class_has_no_lowering": lambda _facts: (
        "برای مستخرج این مصوبه و این واحد طبقهٔ پایین‌تری ثبت نشده است. مصوبه و واحدی را که برگزیده‌اید بررسی کنید."
    ),
    "class_is_lowered": lambda _facts: (
        "برای مستخرج این مصوبه و این واحد طبقهٔ پایین‌تری ثبت شده است. نخست «پس گرفتن طبقهٔ پایین‌تر» را بزنید."
    ),
    "class_changed_since": lambda _facts: (
        "طبقهٔ این مصوبه از آن هنگام عوض شده است. اگر هنوز لازم است، طبقهٔ پایین‌تر را از نو برگزینید و ثبت کنید."
    ),
    "class_without_reason": lambda _facts: "دلیل پایین آوردن طبقه نوشته نشده است. آن را بنویسید.",
    "extract_before_final": lambda _facts: (
        "صورت‌جلسهٔ این جلسه هنوز نهایی نیست و مصوبه‌ای برای ابلاغ ندارد. نخست صورت‌جلسه را نهایی کنید."
    ),
    "extract_nothing": lambda _facts: (
        "در این جلسه مصوبه‌ای نیست که واحدی مجری یا همکار آن باشد. مصوبه یا جلسهٔ دیگری را برگزینید."
    ),
    "extract_resolution_gone": _resolution_gone,
    "extract_resolution_without_units": lambda facts: (
        f"در صورت‌جلسهٔ معتبر هیچ واحدی مجری یا همکار {_resolution(facts)} نیست. مصوبهٔ دیگری را برگزینید."
    ),
    "extract_unit_without_part": _unit_without_part,
    "reminder_nothing_open": lambda facts: (
        f"«{facts['unit']}» مصوبهٔ بازی ندارد که یادآوری شود. واحد دیگری را برگزینید."
    ),
    "reminder_to_nobody": lambda _facts: (
        "هیچ واحدی مصوبهٔ باز ندارد و یادآوری لازم نیست. پس از ابلاغ مصوبه‌های تازه دوباره بیازمایید."
    ),
}

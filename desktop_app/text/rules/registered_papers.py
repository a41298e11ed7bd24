"""Messages for refusals of the registers of papers and of requests; each sentence ends with what to do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart
from desktop_app.text.shared.tables import Table

REFUSALS: Final[Table] = {
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

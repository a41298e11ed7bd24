"""Messages for refusals of taking over a committee that met before; each sentence ends with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart, left_to_right
from desktop_app.text.shared.tables import Facts, Table


def _offered(facts: Facts) -> str:
    """The words that may be meant."""
    offered = [f"«{one}»" for one in cast("Sequence[str]", facts["offered"])]
    return " یا ".join(offered)


def _unit_unknown(facts: Facts) -> str:
    near = _offered(facts)
    tail = f"اگر {near} است همان را بنویسید" if near else "نام آن را از فهرست همان خانه برگزینید"
    return f"واحد «{facts['text']}» شناخته نشد. {tail}، یا نخست آن را در «اعضا و واحدها» بیفزایید."


def _axis_unknown(facts: Facts) -> str:
    near = _offered(facts)
    return f"محور «{facts['text']}» شناخته نشد. " + (
        f"{near} را بنویسید." if near else "شمارهٔ یکی از محورها را بنویسید."
    )


REFUSALS: Final[Table] = {
    "earlier_last_meeting_missing": lambda facts: (
        f"شمارهٔ آخرین جلسه خوانده نشد. عددی از ۱ تا {persian(facts['most'])} بنویسید؛ شمارهٔ جلسهٔ تازه از آن ادامه می‌یابد."
    ),
    "earlier_last_number_negative": lambda _facts: (
        "شمارهٔ مصوبه منفی نمی‌شود. آن را چنان که بر کاغذ آمده است، مانند «۱۲۰» یا «۱۴۰۱/۴۸/۳»، بنویسید."
    ),
    "earlier_month_missing": lambda _facts: (
        "ماه آغاز ثبت خوانده نشد. ماهی مانند «مهر ۱۴۰۲» یا «۱۴۰۲/۷» بنویسید که از آن پس همه‌چیز در این برنامه ثبت می‌شود."
    ),
    "earlier_month_ahead": lambda facts: (
        f"این ماه هنوز نرسیده است. ماهی تا {facts['month']} بنویسید که ثبت از آن آغاز می‌شود."
    ),
    "earlier_meetings_recorded": lambda facts: (
        f"{persian(facts['count'])} جلسهٔ گذشته در این داده ثبت شده است و سابقهٔ کمیته برداشته نمی‌شود. "
        "شماره‌ها و ماه را می‌توانید درست کنید."
    ),
    "earlier_below_recorded": lambda facts: (
        f"جلسهٔ گذشتهٔ {persian(facts['number'])} ثبت شده است. شماره‌ای از {persian(facts['number'])} به بالا بنویسید."
    ),
    "earlier_reaches_own": lambda facts: (
        f"جلسهٔ {persian(facts['number'])} در همین برنامه شماره گرفته است. شماره‌ای پایین‌تر از آن بنویسید."
    ),
    "earlier_month_after_own": lambda facts: (
        f"جلسه‌ای در همین برنامه برای {facts['day']} ثبت شده است. ماه همان روز یا ماهی پیش از آن را بنویسید."
    ),
    "earlier_serial_counted": lambda _facts: (
        "مصوبه‌ای در همین برنامه از روی این شماره شماره گرفته است و دیگر عوض نمی‌شود. همان شمارهٔ پیشین را بنویسید."
    ),
    "past_number_ahead": lambda facts: (
        f"شمارهٔ «{facts['number']}» را برنامه بعداً به مصوبهٔ تازه‌ای می‌دهد. شمارهٔ این سطر، یا شمارهٔ آخرین جلسه و مصوبه "
        "را در تنظیمات، بخش «سابقه»، درست کنید."
    ),
    "earlier_not_told": lambda _facts: (
        "هنوز گفته نشده است که کمیته پیش از این جلسه داشته. نخست در تنظیمات، بخش «سابقه»، شمارهٔ آخرین جلسه را بنویسید."
    ),
    "past_meeting_beyond_last": lambda facts: (
        f"شمارهٔ {persian(facts['number'])} از آخرین جلسهٔ پیش از این برنامه ({persian(facts['last'])}) بیشتر است. "
        "شماره را درست کنید، یا آخرین شماره را در تنظیمات، بخش «سابقه»، بالا ببرید."
    ),
    "past_meeting_known": lambda facts: f"جلسهٔ {persian(facts['number'])} پیش‌تر ثبت شده است. شمارهٔ دیگری بنویسید.",
    "past_meeting_twice": lambda facts: (
        f"شمارهٔ {persian(facts['number'])} در سطر {persian(facts['row'])} همین برگه هم آمده است. "
        "شمارهٔ یکی از دو سطر را درست کنید یا یکی را بردارید."
    ),
    "past_meeting_number_unread": lambda facts: (
        f"شمارهٔ جلسه خوانده نشد. عددی از ۱ تا {persian(facts['most'])} بنویسید."
    ),
    "past_day_missing": lambda _facts: "تاریخ جلسه نوشته نشده است. روزی مانند «۱۴۰۲/۳/۵» بنویسید.",
    "past_day_without_year": lambda facts: (
        f"سال «{facts['text']}» روشن نیست. تاریخ را با سال، مانند «۱۴۰۲/۳/۵»، بنویسید."
    ),
    "past_day_has_resolutions": lambda facts: (
        f"جلسهٔ {persian(facts['number'])} مصوبه دارد و روز تصویب آن‌ها همان روز جلسه است؛ روز آن دیگر عوض نمی‌شود. "
        "روز درست را در توضیح مصوبه بنویسید."
    ),
    "past_day_before_signing": lambda facts: f"این روز پیش از امضای تفاهم‌نامه ({facts['day']}) است.",
    "past_day_before_earlier": lambda facts: (
        f"جلسهٔ {persian(facts['number'])} در {facts['day']} بوده است، پس از این روز."
    ),
    "past_day_after_later": lambda facts: (
        f"جلسهٔ {persian(facts['number'])} در {facts['day']} بوده است، پیش از این روز."
    ),
    "past_meeting_day_missing": lambda facts: (
        f"جلسهٔ {persian(facts['number'])} هنوز ثبت نشده است و تاریخ آن اینجا نیست. "
        "نخست جلسه‌ها را ثبت کنید و این فایل را دوباره بخوانید، یا تاریخ جلسه را در همین سطر بنویسید."
    ),
    "past_meeting_day_differs": lambda facts: (
        f"جلسهٔ {persian(facts['number'])} در {facts['day']} بوده است. تاریخ این سطر را مانند آن کنید یا خالی بگذارید."
    ),
    "past_meeting_is_own": lambda facts: (
        f"جلسهٔ {persian(facts['number'])} در همین برنامه برگزار شده است و مصوبه‌هایش از صورت‌جلسه می‌آید. این سطر را بردارید."
    ),
    "past_number_missing": lambda _facts: (
        "مصوبه شماره ندارد. شماره‌ای مانند «۱۲/۳» (جلسهٔ ۱۲، بند ۳) بنویسید که در پیگیری به کار بیاید."
    ),
    "past_number_taken": lambda facts: (
        f"شمارهٔ «{facts['number']}» را مصوبهٔ دیگری دارد. شماره یا متن این سطر را درست کنید."
    ),
    "past_number_twice": lambda facts: (
        f"شمارهٔ «{facts['number']}» در سطر {persian(facts['row'])} همین برگه هم آمده است. "
        "شمارهٔ یکی از دو سطر را درست کنید یا یکی را بردارید."
    ),
    "past_cell_formula": lambda _facts: (
        "در این خانه فرمول است و مقدار آن خوانده نمی‌شود. در اکسل آن را کپی کنید و با «جای‌گذاری مقدار» همان‌جا بگذارید."
    ),
    "past_text_missing": lambda _facts: "متن مصوبه نوشته نشده است. متن آن را بنویسید.",
    "past_kind_unknown": lambda facts: f"نوع «{facts['text']}» شناخته نشد. یکی از این‌ها را بنویسید: {_offered(facts)}.",
    "past_state_unknown": lambda facts: (
        f"وضعیت «{facts['text']}» شناخته نشد. یکی از این‌ها را بنویسید: {_offered(facts)}."
    ),
    "past_unit_unknown": _unit_unknown,
    "past_axis_unknown": _axis_unknown,
    "past_executor_missing": lambda _facts: (
        "این مصوبه هنوز باز است و مجری ندارد. واحد مجری را بنویسید، یا وضعیت را «مختومه» کنید."
    ),
    "past_due_before_meeting": lambda _facts: "مهلت پیش از روز جلسه است. یکی از دو تاریخ را درست کنید.",
    "past_state_day_wrong": lambda _facts: "تاریخ وضعیت پیش از روز جلسه یا پس از امروز است. روزی میان این دو بنویسید.",
    "template_taken": lambda facts: (
        f"«{left_to_right(facts['path'])}» از پیش هست و شاید پر شده باشد؛ الگو جای آن نوشته نشد. نام دیگری بدهید."
    ),
    "import_with_faults": lambda facts: (
        f"{persian(facts['count'])} ایراد در فایل هست و چیزی ثبت نشد. نخستین: برگهٔ «{facts['sheet']}»، "
        f"سطر {persian(facts['row'])}. ایرادها را در همان فایل درست کنید و دوباره بخوانید."
    ),
    "import_brings_nothing": lambda facts: (
        f"همهٔ {persian(facts['known'])} ردیف این فایل پیش‌تر ثبت شده است. فایل دیگری برگزینید."
        if facts["known"]
        else "در این فایل ردیفی برای ثبت نیست. ردیف‌ها را زیر سرستون‌ها بنویسید؛ ردیف «نمونه» خوانده نمی‌شود."
    ),
    "sheet_without_heads": lambda facts: (
        f"در «{apart(str(facts['name']))}» سرستون‌های الگو پیدا نشد. الگو را از همین برنامه بگیرید و ردیف‌ها را در آن بنویسید."
    ),
    "sheet_unreadable": lambda facts: (
        f"فایل «{left_to_right(facts['path'])}» خوانده نمی‌شود. ببینید که سر جای خود باشد و باز نباشد."
    ),
    "sheet_not_file": lambda facts: (
        f"«{left_to_right(facts['path'])}» فایل عادی نیست، بلکه پوشه یا فایل ویژهٔ سیستم است. خود فایل اکسل (xlsx) را برگزینید."
    ),
    "sheet_not_xlsx": lambda facts: (
        f"«{left_to_right(facts['path'])}» فایل اکسل (xlsx) نیست. در اکسل با «ذخیره به نام» آن را xlsx کنید و دوباره برگزینید."
    ),
    "sheet_damaged": lambda facts: (
        f"فایل «{left_to_right(facts['path'])}» آسیب دیده است. آن را در اکسل باز و از نو ذخیره کنید."
    ),
    "sheet_too_large": lambda facts: (
        f"«{left_to_right(facts['path'])}» باز که شود از {persian(int(str(facts['most'])) // 1_000_000)} مگابایت بیشتر است. "
        "تنها ردیف‌های لازم را در الگوی تازه بنویسید."
    ),
    "sheet_too_many_rows": lambda facts: (
        f"«{left_to_right(facts['path'])}» بیش از {persian(facts['most'])} ردیف دارد. آن را به چند فایل بخش کنید."
    ),
    "sheet_too_many_columns": lambda facts: (
        f"«{left_to_right(facts['path'])}» پس از ستون {persian(facts['most'])} هم نوشته دارد. ستون‌های دیگر را پاک کنید."
    ),
    "sheet_with_entities": lambda facts: (
        f"«{left_to_right(facts['path'])}» چیزی دارد که در فایل اکسل نمی‌آید و خوانده نمی‌شود. ردیف‌ها را در الگوی همین برنامه بنویسید."
    ),
    "minutes_taken_over": lambda _facts: (
        "این صورت‌جلسه پیش از ثبت در این برنامه نوشته شده و متن آن اینجا نیست؛ سند آن اسکن نسخهٔ امضاشده است. "
        "مصوبه‌هایش را در «مصوبه‌ها» ببینید."
    ),
    "amend_taken_over": lambda _facts: (
        "متن این صورت‌جلسه اینجا نیست و اصلاحیه‌ای برای آن آغاز نمی‌شود. تغییر مصوبه‌اش را در جلسهٔ تازه‌ای مصوب کنید."
    ),
    "past_meeting_ahead": lambda facts: f"روز جلسهٔ گذشته ({facts['day']}) هنوز نرسیده است. روزی تا امروز بنویسید.",
}

"""Messages for refusals about the committee: first start, taking over, members and units, settings, pictures, holidays.

Each sentence ends with what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from desktop_app.words.digits import apart, left_to_right, persian
from desktop_app.words.tables import Facts, Table


def _taken(facts: Facts) -> str:
    if str(facts["role"]) == "alternate":
        return (
            f"{facts['name']} در این روزها علی‌البدل این کرسی است. "
            "نخست پایان عضویت او را ثبت کنید، یا روز دیگری بنویسید."
        )
    return f"{facts['name']} در این روزها همین کرسی را دارد. پایان عضویت او را ثبت کنید یا «جانشین تازه» را بزنید."


MEMBERS_REFUSALS: Final[Table] = {
    # people
    "person_without_name": lambda _facts: "نام شخص نوشته نشده است. نام و نام خانوادگی را بنویسید.",
    "person_twice": lambda facts: (
        f"«{facts['name']}» با همین سمت در فهرست اشخاص هست. همان را به کار ببرید یا سمت را روشن‌تر بنویسید."
    ),
    "person_in_seat": lambda facts: (
        f"{facts['name']} کرسی «{facts['seat']}» را دارد و بایگانی نمی‌شود. نخست پایان عضویت را در آن کرسی ثبت کنید."
    ),
    "person_follows_up": lambda facts: (
        f"{facts['name']} مسئول پیگیری {persian(facts['count'])} مصوبهٔ باز است و بایگانی نمی‌شود. "
        "نخست آن مصوبه‌ها را به پایان برسانید."
    ),
    "person_archived": lambda facts: f"{facts['name']} بایگانی شده است. او را بازگردانید یا فرد دیگری برگزینید.",
    # seats
    "seat_without_title": lambda _facts: "عنوان کرسی نوشته نشده است. عنوان آن را، مانند «نماینده»، بنویسید.",
    "seat_in_use": lambda facts: (
        f"کرسی «{facts['title']}» در دست {facts['name']} است و بایگانی نمی‌شود. نخست پایان عضویت را ثبت کنید."
    ),
    "seat_archived": lambda facts: f"کرسی «{facts['title']}» بایگانی شده است. نخست آن را بازگردانید.",
    "record_not_in_order": lambda _facts: (
        "این ردیف بایگانی شده است و در ترتیب جایی ندارد. برای جابه‌جایی نخست آن را بازگردانید."
    ),
    # nominations
    "nominee_missing": lambda _facts: "شخصی برای این کرسی برگزیده نشده است. نام او را برگزینید یا بنویسید.",
    "letter_without_day": lambda _facts: (
        "تاریخ معرفی‌نامه نوشته نشده است. مهلت سه‌هفته‌ای با آن سنجیده می‌شود؛ تاریخ نامه را بنویسید."
    ),
    "letter_day_ahead": lambda _facts: "تاریخ معرفی‌نامه پس از امروز است. روزی تا امروز بنویسید.",
    "nomination_before_signing": lambda facts: (
        f"تاریخ معرفی‌نامه پیش از امضای تفاهم‌نامه است. تاریخی از {persian(facts['day'])} به بعد بنویسید."
    ),
    "membership_before_signing": lambda facts: (
        f"آغاز عضویت پیش از امضای تفاهم‌نامه است. تاریخی از {persian(facts['day'])} به بعد بنویسید."
    ),
    "membership_before_letter": lambda facts: (
        f"آغاز عضویت پیش از معرفی‌نامه است. تاریخی از {persian(facts['day'])} به بعد بنویسید."
    ),
    "membership_ends_before_it_begins": lambda facts: (
        f"پایان عضویت پیش از آغاز آن است. تاریخی از {persian(facts['day'])} به بعد بنویسید."
    ),
    "membership_without_beginning": lambda _facts: "این عضویت آغاز شده است و روز آغاز آن خالی نمی‌ماند. آن را بنویسید.",
    "membership_without_end": lambda _facts: "این عضویت پایان یافته است و روز پایان آن خالی نمی‌ماند. آن را بنویسید.",
    "person_in_two_seats": lambda facts: (
        f"{facts['name']} در این روزها کرسی دیگری دارد ({facts['seat']}). "
        "عضویت پیشین را پایان دهید یا فرد دیگری برگزینید."
    ),
    "person_in_this_seat": lambda facts: (
        f"{facts['name']} در این روزها در همین کرسی است. عضویت پیشین را پایان دهید یا فرد دیگری برگزینید."
    ),
    "seat_taken": _taken,
    # units
    "unit_without_name": lambda _facts: "نام واحد نوشته نشده است. نام آن را بنویسید.",
    "unit_twice": lambda facts: f"واحدی با نام «{facts['name']}» در همین طرف هست. نام دیگری بنویسید.",
    "agency_of_center": lambda _facts: (
        "دستگاه‌های استان با استانداری هماهنگ‌اند و در مرکز ملی جایی ندارند. نوع را «واحد» برگزینید."
    ),
    "parent_of_other_party": lambda facts: (
        f"«{facts['name']}» از طرف دیگر تفاهم‌نامه است. واحد بالادست را از همین طرف برگزینید."
    ),
    "parent_archived": lambda facts: (
        f"واحد بالادست «{facts['name']}» بایگانی شده است. آن را بازگردانید یا واحد دیگری برگزینید."
    ),
    "unit_under_itself": lambda _facts: "یک واحد زیر خودش یا زیرمجموعهٔ خودش نمی‌رود. واحد بالادست دیگری برگزینید.",
    "unit_has_children": lambda facts: (
        f"این واحد {persian(facts['count'])} زیرمجموعه دارد و بایگانی نمی‌شود. "
        "نخست آن‌ها را بایگانی کنید یا زیر واحد دیگری ببرید."
    ),
    "unit_has_open_tasks": lambda facts: (
        f"این واحد {persian(facts['count'])} وظیفهٔ باز دارد و بایگانی نمی‌شود. نخست وظیفه‌ها را به پایان برسانید."
    ),
}


SETTINGS_REFUSALS: Final[Table] = {
    "office_hour_missing": lambda _facts: "ساعت کار نوشته نشده است. آن را مانند ۰۸:۰۰ بنویسید.",
    "office_closes_before_opening": lambda facts: (
        f"پایان وقت اداری پس از آغاز آن نیست. ساعتی پس از {persian(facts['opens_at'])} بنویسید."
    ),
    "letterhead_too_long": lambda facts: (
        f"سربرگ {persian(facts['count'])} سطر دارد و روی کاغذ جای {persian(facts['most'])} سطر است. "
        "سطرها را کوتاه یا یکی کنید."
    ),
    "letterhead_too_wide": lambda facts: (
        f"سربرگ {persian(facts['count'])} نویسه دارد و روی کاغذ جای {persian(facts['most'])} نویسه است. "
        "نام‌ها را کوتاه‌تر بنویسید."
    ),
    "holiday_without_name": lambda _facts: "این تعطیلی نام ندارد. نامی مانند «عید فطر» بنویسید.",
    "holiday_without_day": lambda _facts: "روز تعطیلی نوشته نشده است. آن را مانند ۱۴۰۲/۰۲/۰۲ بنویسید.",
    "holiday_twice": lambda facts: f"این روز پیش‌تر با نام «{facts['name']}» در جدول هست. همان سطر را ویرایش کنید.",
    "papers_folder_missing": lambda _facts: (
        "چنین پوشه‌ای در این رایانه نیست. پوشه را با «برگزیدن…» بیابید یا خالی بگذارید."
    ),
    "picture_not_image": lambda _facts: (
        "این فایل تصویر نیست یا از نوعی است که خوانده نمی‌شود. نشان را به‌صورت PNG یا JPEG برگزینید."
    ),
    "picture_damaged": lambda _facts: "این تصویر ناقص است و تا پایان خوانده نشد. فایل سالم آن را برگزینید.",
    "picture_too_many_pixels": lambda facts: (
        f"این تصویر بیش از {persian(facts['most'])} میلیون نقطه دارد. آن را کوچک کنید؛ پهنای ۱۲۰۰ نقطه برای نشان بس است."
    ),
    "picture_too_small": lambda facts: (
        f"این تصویر برای چاپ ریز است. نشانی دست‌کم با {persian(facts['least'])} نقطه پهنا و بلندا برگزینید."
    ),
    "picture_too_large": lambda facts: (
        f"این فایل بیش از {persian(facts['most'])} مگابایت است. فایل کوچک‌تری از نشان برگزینید."
    ),
    "picture_unreadable": lambda _facts: (
        "این فایل خوانده نشد. شاید جابه‌جا شده یا در برنامهٔ دیگری باز است؛ آن را دوباره برگزینید."
    ),
    "typography_percent": lambda facts: (
        f"باید {persian(facts['least'])} تا {persian(facts['most'])} درصد باشد. عدد دیگری بنویسید."
    ),
    "typography_margin": lambda facts: (
        f"باید {persian(facts['least'])} تا {persian(facts['most'])} میلی‌متر باشد. عدد دیگری بنویسید."
    ),
    "typography_narrow": lambda facts: (
        f"پهنای متن کمتر از {persian(facts['least'])} میلی‌متر می‌ماند. حاشیهٔ راست یا چپ، یا اندازهٔ نوشته را کم کنید."
    ),
    "typography_font_missing": lambda facts: (
        f"فایل‌های قلم «{facts['font']}» نگه‌داشته نشده است. قلم را دوباره برگزینید."
    ),
    "font_lost": lambda facts: (
        f"فایل قلم «{facts['font']}» در پوشهٔ داده پیدا نشد یا تغییر کرده است. قلم را دوباره برگزینید یا داده را از "
        "پشتیبان بازگردانید."
    ),
    "picture_lost": lambda _facts: (
        "نشان این سربرگ در دادهٔ برنامه پیدا نشد یا تغییر کرده است. داده را از پشتیبان بازگردانید."
    ),
}


def _offered(facts: Facts) -> str:
    """Return the allowed words."""
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


TAKING_OVER_REFUSALS: Final[Table] = {
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


FOUNDING_REFUSALS: Final[Table] = {
    "memorandum_without_title": lambda _facts: "تفاهم‌نامه عنوان ندارد. عنوان آن را از روی نسخهٔ امضاشده بنویسید.",
    "committee_without_name": lambda _facts: "کمیته نام ندارد. نام آن را چنان که بر کاغذ می‌آید بنویسید.",
    "signing_day_missing": lambda _facts: "تاریخ امضا نوشته نشده است. آن را از روی نسخهٔ امضاشده بنویسید.",
    "signing_day_ahead": lambda _facts: "این تاریخ هنوز نرسیده است. روزی را بنویسید که تفاهم‌نامه در آن امضا شد.",
    "signing_day_after_letter": lambda _facts: (
        "نماینده‌ای پیش از این روز معرفی شده است. تاریخ امضا را تا روز نخستین معرفی‌نامه پیش ببرید."
    ),
    "party_without_name": lambda _facts: "این طرف نام ندارد. نام کامل آن را بنویسید.",
    "party_without_short_name": lambda _facts: "نام کوتاه این طرف خالی است. نامی کوتاه، مانند «استانداری»، بنویسید.",
    "parties_same_name": lambda facts: f"طرف دیگر هم «{facts['name']}» نام دارد. نام‌ها را از هم جدا کنید.",
    "axes_missing": lambda _facts: "هیچ محوری نیست. دست‌کم یک محور بیفزایید.",
    "axis_without_code": lambda _facts: "شماره ندارد. شماره‌ای مانند «۹» بنویسید.",
    "axis_code_signs": lambda facts: (
        f"نشانهٔ «{facts['sign']}» در اینجای شمارهٔ محور نمی‌آید، چون شمارهٔ مصوبه‌ها و نام فایل‌ها از آن ساخته می‌شود. "
        f"حرف و رقم بنویسید و شمارهٔ زیرمحور را با خط تیره، مانند «{left_to_right('۸-۱')}»."
    ),
    "axis_without_title": lambda facts: (
        f"محور «{facts['code']}» عنوان ندارد. عنوان آن را بنویسید یا محور را بردارید."
        if facts["code"]
        else "این محور عنوان ندارد. عنوان آن را بنویسید یا محور را بردارید."
    ),
    "axis_repeats_number": lambda facts: (
        f"با این شماره، الگوی شمارهٔ مصوبه‌ها باز «{facts['number']}» را می‌سازد که پیش‌تر به مصوبه‌ای داده شده است. "
        "شمارهٔ دیگری بنویسید، یا نخست الگو را در «روال کار» عوض کنید."
    ),
    "axis_code_twice": lambda facts: f"شمارهٔ «{facts['code']}» را محور دیگری دارد. شمارهٔ دیگری بنویسید.",
    "axis_above_missing": lambda facts: (
        f"محور «{facts['code']}» در فهرست نیست تا این محور زیر آن بیاید. نخست آن را بیفزایید یا شماره را عوض کنید."
    ),
    "axis_kept": lambda _facts: "محوری که ثبت شده است برداشته نمی‌شود. عنوان یا شمارهٔ آن را می‌توانید عوض کنید.",
    "person_seated_twice": lambda facts: (
        f"«{facts['name']}» در ردیف دیگری هم نوشته شده است. هر کس یک کرسی دارد؛ یکی از دو ردیف را پاک کنید."
    ),
    "committee_founded_already": lambda _facts: (
        "این پوشه هم‌اکنون کمیته‌ای دارد. برنامه را ببندید و دوباره باز کنید تا آن را ببینید."
    ),
}

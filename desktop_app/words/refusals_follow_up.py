"""Messages for refusals about clauses, resolutions, deadlines, numbers, signatures, confirming and tasks.

Each sentence ends with what to do. A refusal names records and states by the name of their state machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words import states
from desktop_app.words.digits import percent, persian
from desktop_app.words.states import MINUTES, RESOLUTION
from desktop_app.words.tables import Facts, Table


def _minutes_state(facts: Facts) -> str:
    return MINUTES[str(facts["state"])]


def _confirmed_already(facts: Facts) -> str:
    return (
        f"صورت‌جلسهٔ جلسهٔ {persian(facts['number'])} پیش‌تر تأیید شده است. اگر سخن تازه‌ای هست، آن را در بند دیگری بنویسید."
    )


SIGNING_REFUSALS: Final[Table] = {
    "signature_not_final": lambda facts: (
        f"صورت‌جلسه «{_minutes_state(facts)}» است و امضا تنها تا تکمیل امضای صورت‌جلسهٔ نهایی ثبت یا خط زده می‌شود. "
        "صفحه را تازه کنید."
    ),
    "original_unknown": lambda facts: (
        f"این صورت‌جلسه {persian(facts['originals'])} نسخهٔ اصلی دارد. یکی از نسخه‌های اصلی ۱ تا {persian(facts['originals'])} "
        "را برگزینید."
    ),
    "signature_without_day": lambda _facts: "روز امضا نوشته نشده است. تاریخ آن را بنویسید.",
    "signature_before_final": lambda facts: (
        f"صورت‌جلسه در {facts['on']} نهایی شده و امضا پیش از آن نبوده است. همان روز یا پس از آن را بنویسید."
    ),
    "signature_ahead": lambda _facts: "روز امضا هنوز نرسیده است. تاریخ امروز یا پیش از آن را بنویسید.",
    "signing_completes": lambda _facts: (
        "با این ثبت امضاها کامل می‌شود و دیگر خط زده نمی‌شود. نخست بپذیرید که امضاها کامل است."
    ),
    "signed_already": lambda _facts: (
        "این امضا پیش‌تر ثبت شده است. اگر اشتباه ثبت شده، نخست آن را با نوشتن علت خط بزنید."
    ),
    "nothing_to_sign": lambda _facts: "همهٔ این امضاها پیش‌تر ثبت شده است. امضاکننده یا نسخهٔ اصلی دیگری برگزینید.",
    "reservation_not_now": lambda _facts: (
        "ملاحظهٔ دست‌نویس پس از نهایی شدن صورت‌جلسه و تا پیش از باطل یا اصلاح شدن آن نوشته می‌شود. صفحه را تازه کنید."
    ),
    "reservation_without_signature": lambda facts: (
        f"امضای این شخص روی نسخهٔ اصلی {persian(facts['original'])} هنوز ثبت نشده است. نخست امضا را ثبت کنید."
    ),
    "strike_nothing": lambda _facts: "امضایی نیست که خط زده شود. صفحه را تازه کنید و دوباره نگاه کنید.",
    "strike_without_reason": lambda _facts: "علت خط زدن این امضا نوشته نشده است. علت را بنویسید.",
    "confirm_nothing": lambda _facts: "پیش از این جلسه صورت‌جلسه‌ای نیست که تأیید شود. این بند را از دستور جلسه بردارید.",
    "confirm_not_final": lambda facts: (
        f"صورت‌جلسهٔ جلسهٔ {persian(facts['number'])} هنوز «{_minutes_state(facts)}» است. نخست آن را نهایی کنید."
    ),
    "confirmed_already": _confirmed_already,
    "confirm_wrong_item": lambda _facts: (
        "تأیید صورت‌جلسهٔ پیشین کار بند دیگری است. بند «تأیید صورت‌جلسهٔ پیشین» را برگزینید."
    ),
    "upstream_without_title": lambda _facts: "عنوان مصوبهٔ بالادستی نوشته نشده است. عنوان آن را بنویسید.",
    "upstream_without_body": lambda _facts: (
        "نهادی که این مصوبه را گذرانده نوشته نشده است. نام آن را، مانند «شورای عالی فضای مجازی»، بنویسید."
    ),
    "upstream_twice": lambda facts: (
        f"این مصوبه با عنوان «{facts['title']}» در دفتر هست. همان را از فهرست برگزینید یا نشانی این یکی را درست کنید."
    ),
    "upstream_notified_before_session": lambda _facts: (
        "روز ابلاغ پیش از روز جلسه‌ای است که مصوبه را گذرانده. یکی از دو تاریخ را درست کنید."
    ),
    "upstream_in_use": lambda facts: (
        f"«{facts['title']}» می‌ماند، زیرا مصوبه یا پیوستی دارد یا داشته است. اگر نادرست ثبت شده است آن را ویرایش کنید."
    ),
    "upstream_link_unchosen": lambda _facts: (
        "مصوبه‌ای برگزیده نشده است. شماره یا بخشی از متن آن را بنویسید و از فهرست برگزینید."
    ),
    "upstream_link_unnumbered": lambda _facts: (
        "این مصوبه هنوز شماره ندارد. پس از نهایی شدن صورت‌جلسه، آن را پیوند دهید."
    ),
    "upstream_cited": lambda facts: (
        f"متن مصوبهٔ {facts['number']} خود به این مصوبهٔ بالادستی استناد کرده است و پیوند نمی‌خواهد. مصوبهٔ دیگری برگزینید."
    ),
    "upstream_linked_already": lambda facts: (
        f"مصوبهٔ {facts['number']} پیش‌تر به این مصوبهٔ بالادستی پیوند خورده است. مصوبهٔ دیگری برگزینید."
    ),
    "upstream_only_cited": lambda facts: (
        f"مصوبهٔ {facts['number']} در متن صورت‌جلسه به این مصوبهٔ بالادستی استناد کرده است و پیوندی جدا ندارد. "
        "اگر استناد نادرست است، آن را با اصلاحیهٔ صورت‌جلسه درست کنید."
    ),
}


TASK: Final[Mapping[str, str]] = {
    "assigned": "تعیین‌شده",
    "notified": "ابلاغ‌شده",
    "planned": "برنامه اعلام شد",
    "doing": "در دست اقدام",
    "blocked": "متوقف",
    "reported": "گزارش انجام",
    "accepted": "تأییدشده",
    "returned": "برگشت",
    "cancelled": "لغوشده",
}
NOMINATION: Final[Mapping[str, str]] = {
    "awaited": "در انتظار معرفی",
    "introduced": "معرفی‌شده",
    "active": "عضو",
    "ended": "پایان عضویت",
}
MACHINES: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "meeting": ("جلسه", states.MEETING),
    "minutes": ("صورت‌جلسه", states.MINUTES),
    "resolution": ("مصوبه", states.RESOLUTION),
    "task": ("وظیفه", TASK),
    "nomination": ("معرفی نماینده", NOMINATION),
}


def _task_state(facts: Facts) -> str:
    return TASK[str(facts["state"])]


TASKS_REFUSALS: Final[Table] = {
    "task_without_day": lambda _facts: "روز این خبر نوشته نشده است. تاریخ آن را بنویسید.",
    "task_day_ahead": lambda facts: (
        f"این روز هنوز نیامده است. امروز {facts['on']} است؛ همین روز یا پیش از آن را بنویسید."
    ),
    "task_day_before_adoption": lambda facts: (
        f"این مصوبه {facts['on']} به تصویب رسیده است. روزی از آن روز به بعد بنویسید."
    ),
    "task_day_before_last": lambda facts: (
        f"آخرین رویداد این وظیفه {facts['on']} ثبت شده است. روزی از آن روز به بعد بنویسید، یا آن رویداد را پس بگیرید."
    ),
    "task_not_notified": lambda _facts: "این مصوبه هنوز به واحد ابلاغ نشده است. نخست ابلاغ آن را ثبت کنید.",
    "task_rests": lambda _facts: (
        "صورت‌جلسهٔ این مصوبه بازگشایی شده است و وظیفه‌های آن تا نهایی‌سازی دوباره کنار گذاشته می‌شود. "
        "نخست صورت‌جلسه را نهایی کنید."
    ),
    "task_takes_no_progress": lambda facts: (
        f"این وظیفه «{_task_state(facts)}» است و پیشرفت تازه نمی‌پذیرد. اگر کار کامل نیست، نخست گزارش را برگردانید."
    ),
    "task_takes_no_plan": lambda facts: (
        f"این وظیفه «{_task_state(facts)}» است و برنامهٔ تازه نمی‌پذیرد. برنامه پیش از گزارش انجام ثبت می‌شود."
    ),
    "percent_out_of_range": lambda facts: (
        f"درصد پیشرفت از صفر تا صد است، نه {persian(facts['percent'])}. عدد را درست کنید."
    ),
    "progress_says_nothing": lambda facts: (
        f"پیشرفت پیش‌تر هم {percent(int(str(facts['percent'])))} بوده است. درصد تازه یا شرح کار را بنویسید."
    ),
    "plan_without_text": lambda _facts: "برنامهٔ واحد نوشته نشده است. بنویسید واحد چه کاری انجام می‌دهد.",
    "task_due_before_adoption": lambda facts: f"این روز پیش از تصویب مصوبه ({facts['on']}) است. روزی پس از آن بنویسید.",
    "task_due_after_resolution": lambda facts: (
        f"مهلت مصوبه {facts['on']} است و واحد نمی‌تواند از آن بگذرد. روزی تا آن روز بنویسید، "
        "یا نخست مهلت مصوبه را تمدید کنید."
    ),
    "task_act_stays": lambda _facts: (
        "آخرین رویداد این وظیفه را نمی‌توان پس گرفت. اگر چیزی نادرست است، رویداد تازه‌ای با شرح آن ثبت کنید."
    ),
}


def _row(facts: Facts) -> str:
    return f"مصوبهٔ ردیف {persian(facts['row'])}"


def _state(facts: Facts) -> str:
    return RESOLUTION[str(facts["state"])]


def _nothing_to_notify(facts: Facts) -> str:
    left = "پروندهٔ جلسه هم بسته است و کاری نمانده است." if facts["closed"] else "می‌توانید پروندهٔ جلسه را ببندید."
    return f"در این صورت‌جلسه مصوبه‌ای نیست که ابلاغ نشده باشد. {left}"


RESOLUTIONS_REFUSALS: Final[Table] = {
    "clause_without_text": lambda _facts: "متن بند خالی است. آن را بنویسید یا بند را پاک کنید.",
    "kind_no_resolution": lambda _facts: "بند ساده مصوبه نیست. نوع مصوبه را تصمیم، سیاست، ارجاع یا توصیه برگزینید.",
    "executor_cooperates": lambda _facts: "یک واحد هم مجری و هم همکار همین مصوبه است. آن را از یکی از دو جا بردارید.",
    "cooperator_twice": lambda _facts: "یک واحد دو بار در همکاران آمده است. یکی را بردارید.",
    "owner_twice": lambda _facts: "مسئول پیگیری یا یک واحد است یا یک شخص. یکی از آن دو را بردارید.",
    "votes_negative": lambda _facts: "شمار رأی‌ها منفی نمی‌شود. عددی از صفر به بالا بنویسید.",
    "votes_too_many": lambda facts: f"شمار رأی‌ها بیش از {persian(facts['most'])} نمی‌شود. عدد را درست کنید.",
    "votes_half": lambda _facts: "رأی مخالف هست و رأی موافق نیست. شمار رأی‌های موافق را هم بنویسید.",
    "votes_not_unanimous": lambda facts: (
        f"با {persian(facts['against'])} رأی مخالف، مصوبه «به اتفاق آرا» نیست. نحوهٔ تصویب یا شمار رأی‌ها را درست کنید."
    ),
    "resolution_without_text": lambda facts: f"{_row(facts)} متن ندارد. متن آن را بنویسید.",
    "resolution_without_executor": lambda facts: f"{_row(facts)} مجری ندارد. واحد مجری را برگزینید.",
    "resolution_without_owner": lambda facts: (
        f"{_row(facts)} مسئول پیگیری ندارد. یک واحد یا یک شخص را برای پیگیری برگزینید."
    ),
    "resolution_without_deadline": lambda facts: f"{_row(facts)} مهلت ندارد. مهلت اجرای آن را برگزینید.",
    "deadline_without_day": lambda _facts: "روز مهلت نوشته نشده است. تاریخ آن را بنویسید.",
    "deadline_without_count": lambda _facts: "شمار روزهای مهلت نوشته نشده است. عددی از یک به بالا بنویسید.",
    "deadline_too_far": lambda facts: (
        f"مهلت بیش از {persian(facts['most'])} روز نمی‌شود. عدد کوچک‌تری یا تاریخ مهلت را بنویسید."
    ),
    "deadline_before_meeting": lambda _facts: "مهلت پیش از روز جلسه است. روزی از روز جلسه به بعد بنویسید.",
    "resolution_closed": lambda facts: (
        f"این مصوبه «{_state(facts)}» و پروندهٔ آن بسته است. برای کار تازه، مصوبه‌ای دیگر لازم است."
    ),
    "resolution_not_adopted": lambda _facts: (
        "این مصوبه هنوز پیشنهاد است و کاری بر آن انجام نمی‌شود. نخست صورت‌جلسهٔ آن را نهایی کنید."
    ),
    "notified_already": lambda facts: (
        f"این مصوبه در {facts['on']} ابلاغ شده است. اگر واحد تازه‌ای باید بداند، پیشرفت وظیفهٔ آن را ثبت کنید."
    ),
    "notify_deferred": lambda facts: (
        f"این مصوبه در {facts['on']} ابلاغ شده و اکنون به جلسهٔ بعد موکول است. نخست آن را از سر بگیرید."
    ),
    "nothing_to_notify": _nothing_to_notify,
    "notification_without_day": lambda _facts: "روز ابلاغ نوشته نشده است. تاریخ آن را بنویسید.",
    "notification_before_final": lambda facts: (
        f"صورت‌جلسه در {facts['on']} نهایی شده و ابلاغ پیش از آن نبوده است. همان روز یا پس از آن را بنویسید."
    ),
    "notification_ahead": lambda _facts: "روز ابلاغ هنوز نرسیده است. تاریخ امروز یا پیش از آن را بنویسید.",
    "notify_before_signature": lambda _facts: (
        "امضای صورت‌جلسه هنوز کامل نیست. پس از امضا ابلاغ کنید، یا علت «ابلاغ پیش از تکمیل امضا» را بنویسید."
    ),
    "verify_before_report": lambda facts: (
        f"این مصوبه «{_state(facts)}» است و هنوز انجام آن گزارش نشده است. پس از گزارش همهٔ واحدها تأییدش کنید."
    ),
    "return_before_report": lambda facts: (
        f"این مصوبه «{_state(facts)}» است و گزارش انجامی نیست که برگردانده شود. نخست گزارش واحدها را ثبت کنید."
    ),
    "extension_without_day": lambda _facts: "مهلت تازه نوشته نشده است. تاریخ آن را بنویسید.",
    "extension_not_later": lambda facts: (
        f"مهلت کنونی {facts['on']} است و تمدید روزی پس از آن می‌خواهد. تاریخی دیرتر بنویسید."
    ),
    "extension_before_adoption": lambda facts: f"مصوبه در {facts['on']} تصویب شده است. روزی پس از آن را بنویسید.",
    "extension_without_meeting": lambda _facts: (
        "جلسهٔ تصویب‌کنندهٔ تمدید برگزیده نشده است. تمدید با کمیته است؛ جلسه‌ای را که آن را پذیرفت برگزینید."
    ),
    "extension_granted_earlier": lambda _facts: (
        "جلسه‌ای که برگزیدید پیش از تصویب همین مصوبه بوده است. جلسه‌ای پس از آن را برگزینید."
    ),
    "other_resolution_missing": lambda _facts: "مصوبهٔ تازه‌تر برگزیده نشده است. شمارهٔ آن را از فهرست برگزینید.",
    "other_resolution_same": lambda _facts: "مصوبه جای خودش را نمی‌گیرد. مصوبه‌ای دیگر برگزینید.",
    "other_resolution_earlier": lambda facts: (
        f"مصوبهٔ برگزیده پس از {persian(facts['number'])} تصویب نشده است. مصوبه‌ای تازه‌تر برگزینید."
    ),
    "nothing_to_return": lambda _facts: "هیچ واحدی برای برگشت برگزیده نشده است. دست‌کم یک واحد را نشان کنید.",
    "resolution_act_stays": lambda _facts: (
        "آخرین کار این مصوبه را نمی‌توان پس گرفت. اگر اشتباهی در آن است، در یادداشت پیگیری بنویسید."
    ),
    "returned_work_went_on": lambda _facts: (
        "یکی از واحدها پس از برگشت دوباره دست به کار شده است و برگشت را دیگر نمی‌توان پس گرفت. گزارش تازهٔ آن را ثبت کنید."
    ),
    "pattern_token_unknown": lambda facts: (
        f"«{{{facts['token']}}}» از جاهای خالی الگو نیست. یکی از {{سال}}، {{جلسه}}، {{ردیف}} یا {{محور}} را بنویسید."
    ),
    "pattern_brace_open": lambda _facts: (
        "در الگوی شماره آکولادی باز یا بسته مانده است. هر جای خالی را میان { و } بنویسید."
    ),
    "pattern_can_repeat": lambda _facts: (
        "با این الگو دو مصوبه شمارهٔ یکسان می‌گیرند. {جلسه} و {ردیف} را هم در الگو بیاورید."
    ),
    "pattern_repeats_given": lambda facts: (
        f"شمارهٔ «{facts['number']}» پیش‌تر به مصوبه‌ای داده شده است و این الگو باز همان را می‌سازد. "
        "ترتیب جاهای خالی را نگه دارید یا نشانه‌ای مانند یک حرف به الگو بیفزایید."
    ),
    "pattern_tokens_touch": lambda _facts: (
        "دو جای خالی الگو به هم چسبیده‌اند و شماره‌ها یکی می‌شوند. میان آن‌ها نشانه‌ای مانند / بگذارید."
    ),
}

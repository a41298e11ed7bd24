"""Messages for refusals of the rules of clauses, resolutions, deadlines and numbers.

Each sentence ends with what to do.
"""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.states import RESOLUTION
from desktop_app.text.shared.tables import Facts, Table


def _row(facts: Facts) -> str:
    return f"مصوبهٔ ردیف {persian(facts['row'])}"


def _state(facts: Facts) -> str:
    return RESOLUTION[str(facts["state"])]


def _nothing_to_notify(facts: Facts) -> str:
    left = "پروندهٔ جلسه هم بسته است و کاری نمانده است." if facts["closed"] else "می‌توانید پروندهٔ جلسه را ببندید."
    return f"در این صورت‌جلسه مصوبه‌ای نیست که ابلاغ نشده باشد. {left}"


REFUSALS: Final[Table] = {
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

"""Messages for refusals of the rules of tasks; each sentence ends with what to do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.rules.states import TASK
from desktop_app.text.shared.digits import percent, persian
from desktop_app.text.shared.tables import Facts, Table


def _state(facts: Facts) -> str:
    return TASK[str(facts["state"])]


REFUSALS: Final[Table] = {
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
        f"این وظیفه «{_state(facts)}» است و پیشرفت تازه نمی‌پذیرد. اگر کار کامل نیست، نخست گزارش را برگردانید."
    ),
    "task_takes_no_plan": lambda facts: (
        f"این وظیفه «{_state(facts)}» است و برنامهٔ تازه نمی‌پذیرد. برنامه پیش از گزارش انجام ثبت می‌شود."
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

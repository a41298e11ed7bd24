"""Messages for refusals of taking over a committee that met before; each sentence ends with what to do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.tables import Table

REFUSALS: Final[Table] = {
    "earlier_last_meeting_missing": lambda facts: (
        f"شمارهٔ آخرین جلسه خوانده نشد. عددی از ۱ تا {persian(facts['most'])} بنویسید؛ شمارهٔ جلسهٔ تازه از آن ادامه می‌یابد."
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
    "earlier_not_told": lambda _facts: (
        "هنوز گفته نشده است که کمیته پیش از این جلسه داشته. نخست در تنظیمات، بخش «سابقه»، شمارهٔ آخرین جلسه را بنویسید."
    ),
    "past_meeting_beyond_last": lambda facts: (
        f"شمارهٔ {persian(facts['number'])} از آخرین جلسهٔ پیش از این برنامه ({persian(facts['last'])}) بیشتر است. "
        "شماره را درست کنید، یا آخرین شماره را در تنظیمات، بخش «سابقه»، بالا ببرید."
    ),
    "past_meeting_known": lambda facts: f"جلسهٔ {persian(facts['number'])} پیش‌تر ثبت شده است. شمارهٔ دیگری بنویسید.",
    "past_meeting_ahead": lambda facts: f"روز جلسهٔ گذشته ({facts['day']}) هنوز نرسیده است. روزی تا امروز بنویسید.",
}

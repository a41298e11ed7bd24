"""Messages for refusals about effects of clauses on resolutions of earlier meetings.

Each sentence ends with what to do.
"""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import persian
from desktop_app.words.states import RESOLUTION
from desktop_app.words.tables import Facts, Table


def _state(facts: Facts) -> str:
    return RESOLUTION[str(facts["state"])]


EFFECT_REFUSALS: Final[Table] = {
    "effect_on_own_meeting": lambda facts: (
        f"مصوبهٔ {facts['number'] or 'این بند'} از همین جلسه است و بند تنها بر مصوبهٔ جلسه‌های پیشین اثر می‌گذارد. "
        "متن همان مصوبه را در همین صورت‌جلسه درست کنید."
    ),
    "effect_on_later": lambda facts: (
        f"مصوبهٔ {facts['number']} از جلسهٔ {persian(facts['meeting'])} است که پس از این جلسه بوده است. "
        "مصوبه‌ای از جلسه‌های پیشین برگزینید."
    ),
    "effect_on_closed": lambda facts: (
        f"مصوبهٔ {facts['number']} «{_state(facts)}» است و دیگر چیزی بر آن اثر نمی‌گذارد. مصوبهٔ بازی برگزینید یا این اثر را بردارید."
    ),
    "effect_without_resolution": lambda facts: (
        f"مصوبهٔ {facts['number']} را تنها بندی لغو یا جایگزین می‌کند که خود مصوبه باشد. این بند را با Ctrl+M مصوبه کنید."
    ),
    "effect_without_day": lambda facts: f"روز تازهٔ مهلت مصوبهٔ {facts['number']} نوشته نشده است. روز را بنویسید.",
    "effect_not_later": lambda facts: f"مهلت مصوبهٔ {facts['number']} اکنون {facts['on']} است. روزی پس از آن بنویسید.",
    "effect_deferred_already": lambda facts: (
        f"مصوبهٔ {facts['number']} پیش‌تر به جلسهٔ آینده موکول شده است. اثر دیگری برگزینید یا این اثر را بردارید."
    ),
    "effect_nothing_reported": lambda facts: (
        f"هیچ واحدی انجام مصوبهٔ {facts['number']} را گزارش نکرده است و چیزی برای برگشت نیست. اثر دیگری برگزینید."
    ),
    "effect_twice": lambda facts: (
        f"بند دیگری از همین صورت‌جلسه بر مصوبهٔ {facts['number']} اثر دارد. نخست آن اثر را بردارید."
    ),
    "accept_unreported": lambda facts: (
        f"{persian(facts['count'])} واحد هنوز انجام مصوبهٔ {facts['number']} را گزارش نکرده است. "
        "اگر کمیته کار آن‌ها را هم می‌پذیرد، «پذیرش بی‌گزارش» را نشان بزنید."
    ),
    "inquorate_with_effects": lambda facts: (
        f"این جلسه حد نصاب نداشت و {persian(facts['count'])} اثر بر مصوبه‌های پیشین دارد. آن‌ها را بردارید؛ "
        "بی حد نصاب چیزی تمدید یا لغو نمی‌شود."
    ),
    "effect_overtaken": lambda facts: (
        f"مصوبهٔ {facts['number']} پس از اثر این صورت‌جلسه کار دیگری دیده و اکنون «{_state(facts)}» است؛ برای همین بازگشایی نشد. "
        "نخست آن کار را در صفحهٔ مصوبات پس بگیرید."
    ),
    "withdraw_after_effect": lambda facts: (
        f"بندی از صورت‌جلسهٔ بعدی بر مصوبهٔ {facts['number']} این صورت‌جلسه اثر گذاشته است و دیگر بازگشایی نمی‌شود. "
        "پس از امضا با «اصلاحیه» درست کنید."
    ),
    "act_of_minutes": lambda _facts: (
        "این کار را بندی از صورت‌جلسه کرده است و در این صفحه پس گرفته نمی‌شود. آن صورت‌جلسه را بازگشایی یا اصلاح کنید."
    ),
}

"""Messages for refusals about agenda items that were not reached.

Each sentence ends with what to do.
"""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import persian
from desktop_app.words.tables import Facts, Table


def _place(facts: Facts) -> str:
    return f"دستور جلسهٔ {persian(facts['meeting'])}" if facts["meeting"] else "بندهای کنارگذاشته یا دستور جلسهٔ بعد"


CARRYING_REFUSALS: Final[Table] = {
    "agenda_item_undecided": lambda facts: (
        f"زیر {persian(facts['count'])} بند دستور چیزی نوشته نشده است؛ نخستین: «{facts['title']}». "
        "برای هر یک بگویید به جلسهٔ آینده می‌رود، کنار گذاشته می‌شود یا از دستور حذف می‌شود."
    ),
    "agenda_item_written": lambda _facts: (
        "زیر این بند متنی نوشته شده است و تکلیف آن روشن است. صورت‌جلسه را از نو بخوانید."
    ),
    "left_without_reason": lambda _facts: "دلیل حذف این بند نوشته نشده است. دلیل را بنویسید.",
    "carried_item_in_use": lambda facts: (
        f"بند «{facts['title']}» که از این صورت‌جلسه مانده بود در {_place(facts)} به کار رفته است؛ برای همین بازگشایی نشد. "
        "پس از امضا با «اصلاحیه» درست کنید."
    ),
}

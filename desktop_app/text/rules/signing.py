"""Messages for refusals of the rules of signatures and of confirming earlier minutes.

Each sentence ends with what to do.
"""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.states import MINUTES
from desktop_app.text.shared.tables import Facts, Table


def _state(facts: Facts) -> str:
    return MINUTES[str(facts["state"])]


def _confirmed_already(facts: Facts) -> str:
    return (
        f"صورت‌جلسهٔ جلسهٔ {persian(facts['number'])} پیش‌تر تأیید شده است. اگر سخن تازه‌ای هست، آن را در بند دیگری بنویسید."
    )


REFUSALS: Final[Table] = {
    "signature_not_final": lambda facts: (
        f"صورت‌جلسه «{_state(facts)}» است و امضا تنها تا تکمیل امضای صورت‌جلسهٔ نهایی ثبت یا خط زده می‌شود. "
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
        f"صورت‌جلسهٔ جلسهٔ {persian(facts['number'])} هنوز «{_state(facts)}» است. نخست آن را نهایی کنید."
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
}

"""Words of the page of members: names of its acts, and the letter that reminds a party of naming representatives.

An act is taken back and done again by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words.digits import persian
from desktop_app.words.history import quoted

SUBJECT: Final = "معرفی نمایندگان در کمیتهٔ مشترک"


def remind(party: str) -> str:
    """The act that leads to the letter."""
    return f"نامهٔ یادآوری معرفی به {party}"


def text(party: str, signed: str, due: str, days: int) -> str:
    """The text of the letter, a paragraph a line; the operator may write on."""
    return (
        f"بر پایهٔ تفاهم‌نامه‌ای که در {signed} امضا شده است، {party} باید نمایندهٔ خود در کمیتهٔ مشترک را تا {due} "
        "معرفی می‌کرد. "
        f"اکنون {persian(days)} روز از این مهلت گذشته و معرفی‌نامه‌ای به دبیرخانه نرسیده است.\n"
        "خواهشمند است معرفی‌نامهٔ نمایندگان را، با نام، سمت و تاریخ آغاز عضویت هر یک، هرچه زودتر به دبیرخانه بفرستید."
    )


_CHANGED: Final[Mapping[str, str]] = {
    "seat": "ویرایش کرسی",
    "unit": "ویرایش واحد",
    "person": "ویرایش شخص",
    "letter": "اصلاح معرفی‌نامهٔ کرسی",
}


def changed(kind: str, name: str) -> str:
    """A record was edited, or the letter of a seat."""
    return f"{_CHANGED[kind]} {quoted(name)}"


def moved(name: str) -> str:
    """A record has another place."""
    return f"جابه‌جایی {quoted(name)}"


def archived(name: str) -> str:
    """A record was put aside."""
    return f"بایگانی {quoted(name)}"


def restored(name: str) -> str:
    """An archived record was brought back."""
    return f"بازگرداندن {quoted(name)} از بایگانی"

"""Persian texts of the members page: action names, and the reminder letter about nominations.

An act is taken back and done again by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words.digits import persian
from desktop_app.words.history import quoted

SUBJECT: Final = "معرفی نمایندگان در کمیتهٔ مشترک"


def remind(party: str) -> str:
    """The label of the button that opens the reminder letter."""
    return f"نامهٔ یادآوری معرفی به {party}"


def text(party: str, signed: str, due: str, days: int) -> str:
    """The text of the reminder letter, one paragraph per line."""
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
    """Action name: a record or a letter was edited."""
    return f"{_CHANGED[kind]} {quoted(name)}"


def moved(name: str) -> str:
    """Action name: a record was moved."""
    return f"جابه‌جایی {quoted(name)}"


def archived(name: str) -> str:
    """Action name: a record was archived."""
    return f"بایگانی {quoted(name)}"


def restored(name: str) -> str:
    """Action name: an archived record was restored."""
    return f"بازگرداندن {quoted(name)} از بایگانی"

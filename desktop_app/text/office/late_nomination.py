"""Words of the letter that reminds a party of naming its representatives."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian

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

"""Words of the section of the letterhead."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian

NO_LOGO: Final = "نشانی برگزیده نشده است"
PICK_LOGO: Final = "فایل نشان سربرگ"
PICTURE_FILES: Final = "تصویر (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"
LOGO_HINT: Final = (
    "فایل PNG یا JPEG را برگزینید، به این بخش بکشید یا با Ctrl+V بچسبانید. نشان کنار نام‌ها در سربرگ چاپ می‌شود؛ کاغذهای نهایی"
    " با نشان خودشان می‌مانند."
)
READING: Final = "در حال خواندن تصویر…"


def logo_size(width: int, height: int) -> str:
    """What the picture is, for those who hear it."""
    return f"نشان با {persian(width)} در {persian(height)} نقطه"

"""Words of the section of this machine."""

from __future__ import annotations

from typing import Final

THEMES: Final = {"system": "مانند رایانه", "light": "روشن", "dark": "تیره"}
ORDINARY: Final = "معمولی"
LARGE: Final = "درشت‌نویسی"
LARGE_HINT: Final = "همهٔ نوشته‌ها یک‌چهارم درشت‌تر می‌شود."
TWO_LINES: Final = "دو سطری"
ONE_LINE: Final = "فشرده"
DENSITY_HINT: Final = "سطر فشرده زمینهٔ هر رکورد را نشان نمی‌دهد و جای بیشتری باز می‌کند."
PICK_PAPERS: Final = "پوشهٔ کاغذها"
PAPERS_HINT: Final = "اگر خالی بماند پوشهٔ «اسناد» پیشنهاد می‌شود."

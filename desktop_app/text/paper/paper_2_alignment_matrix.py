"""The words in which template 2 of the alignment matrix differs from template 1.

Released words never change (see :mod:`desktop_app.text.paper.paper_1`).
"""

from __future__ import annotations

from typing import Final

LATE_LEGEND: Final = "معوق"

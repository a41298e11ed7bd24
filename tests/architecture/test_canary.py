"""The pinned Qt must not eat references to ``None`` (6.12.0 does, on Python 3.11, and then aborts)."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLineEdit

CALLS = 1000


def test_void_calls_leave_the_count_of_none_alone(qapp: QApplication) -> None:
    """On 3.12 and later None is immortal and this holds by nature; on 3.11 it is the canary."""
    field = QLineEdit()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        field.setText("جلسه")
    after = sys.getrefcount(None)
    assert abs(after - before) < CALLS // 10, f"{before} → {after}: this PySide6 must not be used"


def test_the_platform_is_the_one_asked_for(qapp: QApplication) -> None:
    from tests.conftest import PLATFORM

    assert QApplication.platformName() == PLATFORM

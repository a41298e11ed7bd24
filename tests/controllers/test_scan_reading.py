"""Pictures of the pages of a reading: small for the cards, whatever the scanner makes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from io import BytesIO

from PIL import Image
from PySide6.QtWidgets import QApplication

from desktop_app.window.signing.scan_showing import CARD_PIXELS, pictures_of
from tests.views.scan_readings import page

ROUNDS = 5
"""The best of them tells: a loaded machine makes every thread wait."""


def test_a_scan_of_many_pages_holds_no_more_than_its_cards_show() -> None:
    out = BytesIO()
    Image.new("RGB", (452, 640), "white").save(out, "PNG")
    small, none = pictures_of([page(0, picture=out.getvalue()), page(1)])
    assert max(small.width(), small.height()) == CARD_PIXELS
    assert none.isNull()


def test_a_scan_of_many_pages_keeps_no_other_thread_waiting(qapp: QApplication) -> None:
    """Else the window stands still while the pictures of all pages are made."""
    out = BytesIO()
    Image.effect_noise((452, 640), 60).convert("RGB").save(out, "PNG")
    pages = [page(place, picture=out.getvalue()) for place in range(60)]
    share = min(_longest_wait(lambda: pictures_of(pages)) for _round in range(ROUNDS))
    assert share < 1 / 4


def _longest_wait(work: Callable[[], object]) -> float:
    """While another thread works: the longest time for which this one did not run, as a share of the whole."""
    worker = threading.Thread(target=work)
    longest, begun = 0.0, time.perf_counter()
    last = begun
    worker.start()
    while worker.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest / (last - begun)

"""Pictures of the pages of a reading: small for the cards, whatever the scanner makes."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from desktop_app.controllers.scans.scan_reading import CARD_PIXELS, pictures_of
from tests.views.scan_readings import page


def test_a_scan_of_many_pages_holds_no_more_than_its_cards_show() -> None:
    out = BytesIO()
    Image.new("RGB", (452, 640), "white").save(out, "PNG")
    small, none = pictures_of([page(0, picture=out.getvalue()), page(1)])
    assert max(small.width(), small.height()) == CARD_PIXELS
    assert none.isNull()

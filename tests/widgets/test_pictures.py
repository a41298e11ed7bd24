"""The pictures of the gallery still look as they were approved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.widgets.style import LookStyle
from desktop_app.widgets.tokens import Scheme, tokens_for
from tests.gallery import PICTURES, SCHEMES, every_page, photograph
from tests.gallery_pages import GalleryPage

TOLERANCE = 48
"""A channel may differ so much (hinting, another FreeType) …"""
SHARE = 0.01
"""… and one pixel of a hundred by more."""


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that differ by more than the tolerance."""
    form = QImage.Format.Format_RGB32
    left, right = (bytes(image.convertToFormat(form).constBits()) for image in (one, other))
    pixels = zip(left, right, strict=True)
    bad = {place // 4 for place, (a, b) in enumerate(pixels) if abs(a - b) > TOLERANCE and place % 4 != 3}
    return len(bad) / (one.width() * one.height())


@pytest.fixture(params=list(SCHEMES))
def suffix(request: pytest.FixtureRequest, qapp: QApplication, look: LookStyle) -> Iterator[str]:
    look.use(qapp, tokens_for(SCHEMES[request.param]))
    yield request.param
    look.use(qapp, tokens_for(Scheme.LIGHT))


@pytest.mark.parametrize("page", [one for one in every_page() if one.compared], ids=lambda page: page.name)
def test_a_page_looks_as_approved(qtbot: QtBot, page: GalleryPage, suffix: str) -> None:
    approved = QImage(str(PICTURES / f"{page.name}{suffix}.png"))
    assert not approved.isNull(), f"no picture of {page.name}: run `dev.py gallery {page.name}` and look at it"
    now = photograph(page).toImage()
    assert (now.width(), now.height()) == (approved.width(), approved.height())
    share = differing(now, approved)
    assert share <= SHARE, f"{share:.1%} of {page.name}{suffix} looks different"


def test_the_comparison_sees_a_difference(qtbot: QtBot, qapp: QApplication, look: LookStyle) -> None:
    page = every_page()[0]
    light = photograph(page).toImage()
    look.use(qapp, tokens_for(Scheme.DARK))
    dark = photograph(page).toImage()
    look.use(qapp, tokens_for(Scheme.LIGHT))
    assert differing(light, dark) > 0.5
    assert differing(light, light) == 0

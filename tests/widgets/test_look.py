"""The look itself: marks, contrast, icons, fonts, labels, and its change while running."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_popup import DatePopup
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.icons import IconMissing, IconSet
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.style import LookStyle
from desktop_app.widgets.style.tokens import FontMissing, Scheme, TextRole, Tokens, Tone, load_fonts, tokens_for
from tests.look import RESOURCES


def test_marks_differ_in_grey() -> None:
    pictures: dict[Shape, bytes] = {}
    for shape in Shape:
        image = QImage(32, 32, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_mark(painter, QRectF(0, 0, 32, 32), shape, QColor("black"), QColor("white"), 25)
        painter.end()
        pictures[shape] = bytes(image.constBits())
    for one in Shape:
        for other in Shape:
            if one < other:
                differing = sum(abs(a - b) > 60 for a, b in zip(pictures[one], pictures[other], strict=True))
                assert differing > 24, (one, other)


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else float(((value + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", Scheme)
def test_writing_is_readable_in_every_scheme(scheme: Scheme) -> None:
    tokens = tokens_for(scheme)
    for ground in ("page", "surface", "selected"):
        for ink in ("text", "second", "quiet", "accent"):
            assert _contrast(tokens.colour(ink), tokens.colour(ground)) >= 4.5, (ink, ground)
    for tone in Tone:
        assert _contrast(tokens.ink(tone), tokens.soft(tone)) >= 4.5, tone
    assert _contrast(tokens.colour("on_accent"), tokens.colour("accent")) >= 4.5
    assert _contrast(tokens.colour("edge"), tokens.colour("surface")) >= 3


def test_a_change_of_look_reaches_what_is_already_there(qtbot: QtBot, qapp: QApplication, look: LookStyle) -> None:
    label = TextLabel(text="متن", role=TextRole.BODY)
    button = Button(text="ثبت", kind=ButtonKind.FILLED)
    for widget in (label, button):
        qtbot.addWidget(widget)
    light, small = label.palette().windowText().color(), button.sizeHint().height()
    look.use(qapp, tokens_for(Scheme.DARK, 1.25))
    try:
        assert label.palette().windowText().color() != light
        assert label.font().pointSizeF() == pytest.approx(10.5 * 1.25)
        assert button.sizeHint().height() == 45
        assert small == 36
        assert tokens_of(label).dark
    finally:
        look.use(qapp, tokens_for(Scheme.LIGHT))
    assert label.palette().windowText().color() == light


def test_without_a_look_the_light_tokens_hold() -> None:
    assert tokens_of(None) == Tokens()


def test_missing_fonts_and_icons_are_named(tmp_path: Path) -> None:
    with pytest.raises(FontMissing):
        load_fonts(tmp_path)
    (tmp_path / "Vazirmatn-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(FontMissing, match="Regular"):
        load_fonts(tmp_path)
    with pytest.raises(IconMissing, match="no-such"):
        IconSet(tmp_path).pixmap("no-such", QColor("black"), 18)


def test_every_icon_named_in_code_is_bundled() -> None:
    code = Path(__file__).resolve().parents[2] / "desktop_app"
    named = set()
    for file in code.rglob("*.py"):
        named.update(re.findall(r"icon=\"([a-z0-9-]+)\"", file.read_text(encoding="utf-8")))
    assert named
    missing = {name for name in named if not (RESOURCES / "icons" / f"{name}.svg").is_file()}
    assert not missing


def test_icons_are_recoloured_and_only_directional_ones_are_mirrored(tmp_path: Path) -> None:
    icons = IconSet(RESOURCES / "icons")

    def pixels(name: str) -> QImage:
        return icons.pixmap(name, QColor("#B3261E"), 24).toImage()

    colours = {pixels("search").pixelColor(x, y).name() for x in range(24) for y in range(24)}
    assert "#b3261e" in colours
    assert pixels("send") != pixels("send").flipped(Qt.Orientation.Horizontal)
    shutil.copyfile(RESOURCES / "icons" / "send.svg", tmp_path / "other.svg")
    plain = IconSet(tmp_path).pixmap("other", QColor("#B3261E"), 24).toImage()

    def alike(one: QImage, other: QImage) -> int:
        places = [(x, y) for x in range(24) for y in range(24)]
        return sum(abs(one.pixelColor(*at).alpha() - other.pixelColor(*at).alpha()) < 64 for at in places)

    assert alike(pixels("send"), plain.flipped(Qt.Orientation.Horizontal)) > 550
    assert alike(pixels("send"), plain) < 500


def test_a_plain_push_button_looks_like_ours(qtbot: QtBot) -> None:
    plain, ours = QPushButton("ثبت"), Button(text="ثبت")
    for button in (plain, ours):
        qtbot.addWidget(button)
    assert plain.sizeHint() == ours.sizeHint()
    button = Button(icon="x", name="بستن")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("بستن", "بستن")
    assert button.sizeHint().width() == button.sizeHint().height()


def test_a_label_stands_right_whatever_it_begins_with(qtbot: QtBot) -> None:
    for text in ("123", "PDF را بسازید", "متن"):
        label = TextLabel(text=text)
        qtbot.addWidget(label)
        label.resize(300, 24)
        image = label.grab().toImage()
        ground = image.pixelColor(0, 0)
        inked = [x for x in range(300) if any(image.pixelColor(x, y) != ground for y in range(24))]
        assert max(inked) > 290, text
        assert min(inked) > 150, text


def test_a_label_that_may_be_cut_says_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = TextLabel(text="خودارزیابی آمادگی دولت هوشمند", elide=True)
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.grab()
    assert label.toolTip() == "خودارزیابی آمادگی دولت هوشمند"
    label.resize(400, 24)
    label.grab()
    assert label.toolTip() == ""


@pytest.mark.parametrize("kind", [QMenu, SheetDialog, DatePopup])
def test_what_floats_is_whole_where_nothing_composes_the_screen(kind: type[QWidget], qtbot: QtBot) -> None:
    floating = kind()
    qtbot.addWidget(floating)
    if isinstance(floating, QMenu):
        floating.addAction("ویرایش")
    floating.resize(floating.sizeHint())
    assert not floating.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    picture = floating.grab().toImage()
    tokens = tokens_of(floating)
    middle = floating.height() // 2
    assert picture.pixelColor(0, middle) == tokens.colour("edge")
    assert picture.pixelColor(2, middle) == tokens.colour("surface")
    # The corner is cut off by the shape of the window; what little is left of it there is of the page
    assert picture.pixelColor(0, 0) == tokens.colour("page")


def test_a_menu_is_drawn_from_the_tokens(qtbot: QtBot, look: LookStyle) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("تبدیل به مصوبه\tCtrl+M")
    menu.addSeparator()
    turned = menu.addAction("نسخهٔ ۱")
    turned.setCheckable(True)
    turned.setChecked(True)
    menu.addMenu("نسخه‌ها").addAction("یک")
    menu.addAction("خاموش").setEnabled(False)
    menu.resize(menu.sizeHint())
    first = menu.actionGeometry(menu.actions()[0])
    assert first.height() == 34
    menu.setActiveAction(menu.actions()[0])
    picture = menu.grab().toImage()
    assert picture.pixelColor(first.center().x(), first.top() + 2) == look.tokens.colour("selected")
    rule = menu.actionGeometry(menu.actions()[1])
    assert picture.pixelColor(rule.center()) == look.tokens.colour("hairline")

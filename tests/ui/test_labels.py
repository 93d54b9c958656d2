"""Labels show text as it is, and all of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import ElidedLabel, Label

AWKWARD = [
    "<b>x</b> & <img src=x onerror=y>",
    "&amp; &lt;not markup&gt;",
    "--help",
    "שלום לכם, this is mixed",
    "👩‍👩‍👧‍👦" * 15,
    "a\nb\n\nc",
    "A" * 200,
]


def ink(widget: QWidget) -> int:
    """Count the dark pixels."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 128 for x, y in spots)


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("wrap", [False, True])
def test_text_is_data(qtbot: QtBot, look: Look, text: str, wrap: bool) -> None:
    label = Label(look, text, wrap=wrap)
    qtbot.addWidget(label)
    label.show()
    assert label.text() == text
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("style", ["body", "routine", "own_reward"])
def test_wrapped_text_keeps_the_line_height_of_its_style(qtbot: QtBot, look: Look, style: str) -> None:
    label = Label(look, "one\ntwo\nthree", style, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(400) == 3 * look.theme.line_height(style)


def test_an_unbroken_word_is_broken_rather_than_cut(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    label = Label(look, "W" * 120, wrap=True)
    column.addWidget(label)
    holder.resize(200, 50)
    holder.show()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert label.height() > 5 * look.theme.line_height("body")
    narrow = ink(label)
    holder.resize(420, 50)
    qtbot.waitUntil(lambda: label.width() > 300)
    # The same letters leave the same ink, wherever the lines break.
    assert ink(label) == pytest.approx(narrow, rel=0.02)


def test_a_wrapped_label_is_painted_in_its_tone(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "■■■", "title", "error", wrap=True)
    qtbot.addWidget(label)
    label.show()
    image = label.grab().toImage()
    colors = {image.pixelColor(x, label.height() // 2).name() for x in range(image.width())}
    assert look.theme.color("error").name() in colors


def test_a_new_look_gives_labels_its_size(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "one\ntwo", wrap=True)
    qtbot.addWidget(label)
    look.set_text_scale(1.15)
    assert label.font().pixelSize() == 15
    assert label.heightForWidth(300) == 2 * look.theme.line_height("body")


def test_what_does_not_fit_is_elided_and_offered_whole(qtbot: QtBot, look: Look) -> None:
    text = "Call back <b>4711</b> & everybody else who has been waiting"
    label = ElidedLabel(look, text)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.accessibleName() == text
    assert "&lt;b&gt;4711&lt;/b&gt; &amp; everybody" in label.toolTip()
    label.resize(900, 20)
    assert label.shown_text() == text
    assert label.toolTip() == ""


def test_a_changed_tone_is_shown(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "■■■", "title", "text")
    qtbot.addWidget(label)
    label.show()
    label.set_tone("error")
    image = label.grab().toImage()
    colors = {image.pixelColor(x, label.height() // 2).name() for x in range(image.width())}
    assert look.theme.color("error").name() in colors


def test_a_height_once_measured_is_measured_anew_for_another_text_or_size(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "One line", wrap=True)
    qtbot.addWidget(label)
    line = label.heightForWidth(200)
    label.setText("A good deal more than one line, at this width at least")
    assert label.heightForWidth(200) > line
    assert [label.heightForWidth(width) for width in range(100, 300)][100] == label.heightForWidth(200)
    label.setText("One line")
    assert label.heightForWidth(200) == line
    look.set_text_scale(1.15)
    assert label.heightForWidth(200) > line
    font = label.font()
    font.setPixelSize(60)
    label.setFont(font)
    assert label.heightForWidth(100) > label.heightForWidth(2000)


def test_a_shorter_text_gives_its_room_back(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "word " * 60, "body", wrap=True)
    qtbot.addWidget(label)
    label.resize(200, 400)
    label.show()
    tall = label.minimumHeight()
    label.setText("word")
    assert label.minimumHeight() == look.theme.line_height("body") < tall


def test_no_line_begins_with_the_dot_between_two_facts(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "When I sit down · 7 min ago", wrap=True)
    qtbot.addWidget(label)
    line = look.theme.line_height("body")
    reach = label.fontMetrics().horizontalAdvance
    label.resize(reach("When I sit down") + 2, 2 * line)
    image = QImage(label.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    label.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    behind = range(reach("When I sit "), image.width())
    assert all(image.pixelColor(x, y).lightness() > 200 for x in behind for y in range(line))
    assert label.text() == "When I sit down · 7 min ago"

"""What looks at the scenes sees faults where there are some."""

import pytest
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.tour.accessible import alike, nameless
from tests.tour.pixels import contrast, faint
from tests.tour.room import cut_off, overlapping, small_targets, sticking_out


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    QAccessible.setActive(True)
    made = QWidget()
    made.resize(400, 80)
    qtbot.addWidget(made)
    return made


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#fff")) == pytest.approx(4.48, abs=0.01)


def test_grey_on_white_is_faint(holder: QWidget) -> None:
    row = QHBoxLayout(holder)
    for color in ("#767676", "#999999"):
        label = QLabel(f"written in {color}")
        colors = label.palette()
        colors.setColor(QPalette.ColorRole.WindowText, QColor(color))
        label.setPalette(colors)
        row.addWidget(label)
    colors = holder.palette()
    colors.setColor(QPalette.ColorRole.Window, QColor("white"))
    holder.setPalette(colors)
    holder.setAutoFillBackground(True)
    holder.show()
    (found,) = faint(holder, QColor("white"))
    assert "#999999" in found


def test_a_text_without_room_is_cut_off(holder: QWidget) -> None:
    label = QLabel("far too long a text for so little room", holder)
    label.setGeometry(0, 0, 60, 20)
    button = QPushButton("and this button too is too small", holder)
    button.setGeometry(0, 30, 60, 30)
    holder.show()
    assert len(cut_off(holder)) == 2


def test_a_small_target_is_found(holder: QWidget) -> None:
    QPushButton("x", holder).setGeometry(0, 0, 27, 40)
    QPushButton("y", holder).setGeometry(40, 0, 28, 28)
    holder.show()
    (found,) = small_targets(holder)
    assert "27 x 40" in found


def test_what_lies_over_another_or_sticks_out_is_found(holder: QWidget) -> None:
    row = QHBoxLayout(holder)
    one, two = QLabel("one"), QLabel("two")
    row.addWidget(one)
    row.addWidget(two)
    holder.show()
    assert overlapping(holder) == []
    assert sticking_out(holder) == []
    two.setGeometry(one.geometry())
    assert len(overlapping(holder)) == 1
    two.move(390, 0)
    assert len(sticking_out(holder)) == 1


def test_what_nobody_can_tell_apart_is_found(holder: QWidget) -> None:
    row = QHBoxLayout(holder)
    for text in ("Done", "Done", ""):
        row.addWidget(QPushButton(text))
    holder.show()
    assert len(nameless(holder)) == 1
    assert len(alike(holder)) == 1

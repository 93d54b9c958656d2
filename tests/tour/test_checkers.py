"""What looks at the scenes sees faults where there are some."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.tour.accessible import alike, badly_told, nameless, not_as_a_set
from tests.tour.focus import Walk
from tests.tour.focus_orders import out_of_order
from tests.tour.pixels import contrast, faint
from tests.tour.room import cut_off, overlapping, small_targets, sticking_out


@pytest.fixture
def holder(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    QAccessible.setActive(True)
    # Whatever looks were worn before: here the palette alone says what has which colour.
    worn = qapp.styleSheet()
    qapp.setStyleSheet("")
    made = QWidget()
    made.resize(400, 80)
    qtbot.addWidget(made)
    yield made
    qapp.setStyleSheet(worn)


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


def test_the_walk_finds_what_the_tab_key_misses(holder: QWidget) -> None:
    row = QHBoxLayout(holder)
    for name in ("one", "two", "left_out"):
        button = QPushButton(name)
        button.setObjectName(name)
        button.setAutoDefault(False)
        row.addWidget(button)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder.show()
    walk = Walk(holder, QColor("#123456"))
    assert walk.names == ["one", "two"]
    assert walk.faults() == {
        "not in sight": [],
        "without a ring": ["two"],
        "another way back": [],
        "left out": ["left_out"],
    }


def test_the_walk_finds_what_is_hidden_when_the_keyboard_is_there(holder: QWidget) -> None:
    for name, left in (("seen", 0), ("beyond", 390)):
        button = QPushButton(name, holder)
        button.setObjectName(name)
        button.setGeometry(left, 0, 40, 30)
    holder.show()
    assert Walk(holder, QColor("#123456")).unseen == ["beyond"]


@pytest.mark.parametrize(
    ("stops", "fits"),
    [
        (["pick-a", "pick-b", "write_own", "back", "continue"], True),
        (["write_own", "pick-a", "back", "continue"], False),
        (["pick-a", "write_own", "back"], False),
    ],
)
def test_stops_are_held_against_the_table(stops: list[str], *, fits: bool) -> None:
    assert (out_of_order("first-run-starters", stops) == []) is fits
    assert out_of_order("a scene without a line", stops) == []


def test_what_is_badly_told_is_found(holder: QWidget) -> None:
    row = QHBoxLayout(holder)
    plain = QWidget()
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    plain.setAccessibleName("a chart without a role")
    button = QPushButton("Save")
    button.setToolTip("<b>Save</b>")
    one, two = QPushButton("One"), QPushButton("Two")
    group = QButtonGroup(holder)
    for part in (one, two):
        part.setCheckable(True)
        group.addButton(part)
    for shown in (plain, button, one, two):
        row.addWidget(shown)
    holder.setAccessibleName("holder")
    holder.show()
    without_role, with_tags = badly_told(holder)
    assert "no role" in without_role
    assert "tags in" in with_tags
    assert len(not_as_a_set(holder)) == 2
    two.setAutoExclusive(True)
    assert len(not_as_a_set(holder)) == 1

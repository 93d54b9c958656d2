"""What every page stands on: sets with one stop, focus in sight, order, roles and words."""

from datetime import time

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTime
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.in_sight import FocusInSight
from habitcoach.ui.look import Look
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.settings.controls import ChoiceField
from habitcoach.ui.settings.row import Row
from habitcoach.ui.spoken_roles import tell_roles
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.one_of import OneOf
from habitcoach.ui.widgets.segments import Segments
from habitcoach.ui.widgets.spins import time_edit
from habitcoach.ui.widgets.strip import Strip
from habitcoach.ui.widgets.switch import Switch
from habitcoach.ui.widgets.tab_order import order_as_laid_out, stops_in
from habitcoach.ui.widgets.tips import set_tip
from tests.ui.day_samples import CLEAR, delivery

VALUES = (("few", "Few"), ("some", "Some"), ("all", "All"))


@pytest.fixture
def holder(qtbot: QtBot, look: Look, qapp: QApplication) -> QWidget:
    del look
    QAccessible.setActive(True)
    tell_roles(qapp)
    made = QWidget()
    made.resize(400, 200)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    if QGuiApplication.mouseButtons():
        # A test before this one has gone with a button held down.
        QTest.mouseRelease(made, Qt.MouseButton.LeftButton)
    assert not QGuiApplication.mouseButtons()
    return made


def role(one: QWidget) -> QAccessible.Role:
    found = QAccessible.queryAccessibleInterface(one)
    assert found is not None
    return found.role()


def state(one: QWidget) -> QAccessible.State:
    found = QAccessible.queryAccessibleInterface(one)
    assert found is not None
    return found.state()


def tab(window: QWidget) -> str:
    QApplication.processEvents()  # what was added is shown by its layout
    now = QApplication.focusWidget() or window
    QApplication.sendEvent(
        now, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    )
    reached = QApplication.focusWidget()
    return "" if reached is None else reached.objectName()


# ---- sets of which one holds


def test_tab_reaches_the_chosen_one_of_a_set_and_leaves_it(holder: QWidget, look: Look) -> None:
    row = QHBoxLayout(holder)
    before, after = QPushButton("before"), QPushButton("after")
    before.setObjectName("before")
    after.setObjectName("after")
    segments = Segments(look, "share", "How much", VALUES)
    for one in (before, segments, after):
        row.addWidget(one)
    QApplication.processEvents()
    before.setFocus()
    segments.show_value("some")
    assert [tab(holder), tab(holder)] == ["share_some", "after"]
    before.setFocus()
    segments.show_value("")
    assert [tab(holder), tab(holder)] == ["share_few", "after"]


def test_the_choices_of_a_set_are_radio_buttons(holder: QWidget, look: Look) -> None:
    segments = Segments(look, "share", "How much", VALUES)
    QHBoxLayout(holder).addWidget(segments)
    segments.show_value("all")
    buttons = {one.objectName(): one for one in segments.findChildren(QPushButton)}
    assert {role(one) for one in buttons.values()} == {QAccessible.Role.RadioButton}
    assert [bool(state(one).checked) for one in buttons.values()] == [False, False, True]


def test_a_set_that_lost_a_button_keeps_a_stop(holder: QWidget) -> None:
    group = OneOf(holder)
    one, two = QPushButton("one"), QPushButton("two")
    for button in (one, two):
        button.setCheckable(True)
        group.addButton(button)
    two.setChecked(True)
    assert not one.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert two.focusPolicy() & Qt.FocusPolicy.TabFocus


# ---- what is reached is seen


def long_page(holder: QWidget, look: Look, qapp: QApplication) -> QScrollArea:
    FocusInSight(look, qapp, holder)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner = QWidget()
    column = QVBoxLayout(inner)
    for number in range(12):
        button = QPushButton(str(number))
        button.setObjectName(f"row-{number}")
        button.setMinimumHeight(60)
        column.addWidget(button)
    area.setWidget(inner)
    first = QPushButton("outside")
    body = QVBoxLayout(holder)
    body.addWidget(first)
    body.addWidget(area)
    QApplication.processEvents()
    first.setFocus()
    return area


def test_what_the_keyboard_reaches_is_wholly_in_sight(
    holder: QWidget, look: Look, qapp: QApplication
) -> None:
    area = long_page(holder, look, qapp)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    for number in range(12):
        assert tab(holder) == f"row-{number}"
        reached = QApplication.focusWidget()
        assert reached is not None
        assert reached.visibleRegion().boundingRect() == reached.rect()


def test_what_the_pointer_presses_stays_where_it_is(
    holder: QWidget, look: Look, qapp: QApplication, qtbot: QtBot
) -> None:
    area = long_page(holder, look, qapp)
    area.verticalScrollBar().setValue(30)  # the first row is cut
    row = holder.findChild(QPushButton, "row-0")
    assert row is not None
    with qtbot.waitSignal(row.clicked):
        QTest.mousePress(row, Qt.MouseButton.LeftButton)
        held = area.verticalScrollBar().value()
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert held in {0, 30}


def test_tab_goes_as_layouts_run_however_parts_were_built(holder: QWidget) -> None:
    first, second, third, fourth = (QLineEdit() for _ in range(4))
    for number, field in enumerate((fourth, second, third, first)):
        field.setObjectName(f"built-{number}")
    flow = Flow(4)
    flow.add(third)
    flow.add(fourth)
    inner = QHBoxLayout()
    inner.addWidget(second)
    inner.addStretch()
    body = QVBoxLayout(holder)
    body.addWidget(first)
    body.addLayout(inner)
    body.addWidget(flow)
    order_as_laid_out(holder)
    assert list(stops_in(holder)) == [first, second, third, fourth]
    QApplication.processEvents()
    first.setFocus()
    assert [tab(holder) for _ in range(3)] == [one.objectName() for one in (second, third, fourth)]


# ---- what is told


def test_a_tool_tip_is_told_without_its_tags(holder: QWidget, look: Look) -> None:
    icon = IconButton(look, "x", "Close <b>4711</b>")
    QHBoxLayout(holder).addWidget(icon)
    told = QAccessible.queryAccessibleInterface(icon)
    assert told is not None
    assert told.text(QAccessible.Text.Description) == "Close <b>4711</b>"
    icon.set_name("Close")
    assert icon.accessibleDescription() == "Close"
    set_tip(icon, "")
    assert (icon.toolTip(), icon.accessibleDescription()) == ("", "")


def test_a_description_of_its_own_outlives_a_tool_tip(look: Look) -> None:
    button = Button(look, "Go")
    button.setAccessibleDescription("and come back")
    set_tip(button, "Ctrl+G")
    assert button.accessibleDescription() == "and come back"


def test_a_strip_tells_its_fact_and_then_its_line(holder: QWidget, look: Look) -> None:
    strip = Strip(look, "resting")
    QVBoxLayout(holder).addWidget(strip)
    button = strip.add_button("Start again", "again")
    strip.say("Resting: Start clean", "It went by for a while. That is fine.")
    assert button.accessibleDescription() == "Resting: Start clean. It went by for a while. That is fine."
    strip.say("This looks like an e-mail address.", "This looks like an e-mail address.")
    assert strip.accessibleName() == "This looks like an e-mail address."


def test_a_row_of_figures_is_a_group_that_tells_what_holds(holder: QWidget, look: Look) -> None:
    row = ChoiceRow(look, "answer", [str(n) for n in range(1, 8)], figures=True)
    row.setAccessibleName("Smile: it happens by itself")
    QHBoxLayout(holder).addWidget(row)
    assert role(row) is QAccessible.Role.Grouping
    assert row.accessibleDescription() == ""
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_5)
    assert row.accessibleDescription() == "5"
    row.show_choice(None)
    assert row.accessibleDescription() == ""


def test_controls_tell_their_state(holder: QWidget, look: Look) -> None:
    switch, box, field = Switch(look, "On a call"), QCheckBox("Also on days off"), QPushButton("Save")
    row = QHBoxLayout(holder)
    for one in (switch, box, field):
        row.addWidget(one)
    assert (role(switch), bool(state(switch).checkable), bool(state(switch).checked)) == (
        QAccessible.Role.CheckBox,
        True,
        False,
    )
    switch.setChecked(True)
    assert state(switch).checked
    field.setEnabled(False)
    assert state(field).disabled


def test_a_list_of_settings_has_the_words_of_its_row(holder: QWidget, look: Look) -> None:
    field = ChoiceField("call_minutes", "Let go after", (("30", "30 minutes"), ("60", "60 minutes")))
    row = Row(look, "call_row", "Let go after", (field,), "In case you forget the switch.")
    QVBoxLayout(holder).addWidget(row)
    field.show_value("60")
    told = QAccessible.queryAccessibleInterface(field)
    assert told is not None
    assert told.text(QAccessible.Text.Value) == "60 minutes"
    assert told.text(QAccessible.Text.Description) == "In case you forget the switch."
    labels = [one.text(QAccessible.Text.Name) for one, _ in told.relations(QAccessible.RelationFlag.Label)]
    assert labels == ["Let go after"]


class Heard:
    """In the place of QAccessible: a screen reader that writes down what it is to say."""

    def __init__(self) -> None:
        self.said: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def isActive(self) -> bool:
        return True

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.said.append((event.message(), event.politeness()))


def test_a_cue_is_announced_once_and_politely(card: CueCard, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard()
    monkeypatch.setattr("habitcoach.ui.cue_card.card.QAccessible", heard)
    card.show_delivery(delivery(CLEAR))
    card.show_delivery(delivery(CLEAR))
    text = (
        "Cue, 16:10. When I finish the last contact. Keep, re-time or hand over every promise due today. "
        "Reward: close the list and leave lighter. 12 shifts in a row."
    )
    once = (text, QAccessible.AnnouncementPoliteness.Polite)
    assert heard.said == [once]
    card.hide()
    card.show_delivery(delivery(CLEAR))  # again, after a snooze
    assert heard.said == [once, once]


def test_a_time_reads_alike_from_right_to_left(qapp: QApplication, holder: QWidget) -> None:
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        field = time_edit("begins", "Begins", time(4, 0))
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QVBoxLayout(holder).addWidget(field)
    QApplication.processEvents()
    assert field.displayFormat() == QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    assert field.lineEdit().text() == QLocale().toString(QTime(4, 0), QLocale.FormatType.ShortFormat)

"""The Settings page: it shows what holds, says what the agent wants, and takes every width."""

from collections.abc import Iterator, Mapping
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QSpinBox, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from habitcoach.coaching.days_off import DaysOff
from habitcoach.coaching.settings import KNOWN
from habitcoach.coaching.settings_view import SettingsView
from habitcoach.coaching.shift_choices import NamedShift, ShiftChoices
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.week_pattern import weeks_of
from habitcoach.ui.look import Look
from habitcoach.ui.settings.facts import Checked, Facts
from habitcoach.ui.settings.settings_page import SettingsPage
from habitcoach.ui.widgets.key_field import KeyField
from habitcoach.ui.widgets.segments import Segments

MONDAY = date(2026, 6, 8)
TODAY = NamedShift("Early", time(8), time(16, 30))
EARLY, LATE = ShiftPattern(time(8), time(16, 30)), ShiftPattern(time(12), time(20))
ROSTER = Roster(
    MONDAY, MONDAY, {"Early": EARLY, "Late": LATE}, ("Early",) * 5 + (None,) * 2 + ("Late",) * 5 + (None,) * 2
)
HOLIDAY = DaysOff(date(2026, 6, 22), date(2026, 6, 26))
DEFAULTS = {name: one.default for name, one in KNOWN.items()}
FACTS = Facts(
    "/home/a/habitcoach.db", 1_234_567, date(2026, 6, 5), starts_at_sign_in=True, tray=True, version="1.2"
)


def view(
    values: Mapping[str, str] | None = None, roster: Roster = ROSTER, *days_off: DaysOff
) -> SettingsView:
    return SettingsView(DEFAULTS | dict(values or {}), MONDAY, roster, weeks_of(roster, MONDAY), days_off)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[SettingsPage]:  # noqa: ARG001  # warnings fail the test
    made = SettingsPage(look, ["en", "de"])
    made.resize(872, 720)
    made.show_view(view())
    made.show_facts(FACTS)
    made.shifts.chooser.show_choices(ShiftChoices(MONDAY, TODAY, TODAY, (TODAY,), moved=False))
    made.show()
    yield made
    # At once: a page left over is dressed anew with each look that another test puts on.
    delete(made)


def button(page: QWidget, name: str) -> QAbstractButton:
    (found,) = page.findChildren(QAbstractButton, name)
    return found


def text(page: QWidget, name: str) -> str:
    (found,) = page.findChildren(QLabel, name)
    return found.text()


@pytest.mark.parametrize(
    ("name", "pressed", "wanted"),
    [
        ("rhythm", "rhythm_bookends", "bookends"),
        ("fading", "fading_never", "never"),
        ("theme", "theme_dark", "dark"),
        ("text_size", "text_size_large", "large"),
        ("discreet_texts", "discreet", "on"),
        ("middle_click", "middle_click", "off"),
        ("hold_full_screen", "hold_full_screen", "off"),
        ("hold_microphone", "hold_microphone", "on"),
        ("promises_in_calls", "promises_in_calls", "hold"),
        ("reduce_motion", "reduce_motion", "on"),
        ("channels", "channel_chat", "chat"),
    ],
)
def test_a_press_says_at_once_what_is_wanted(
    qtbot: QtBot, page: SettingsPage, name: str, pressed: str, wanted: str
) -> None:
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.mouseClick(button(page, pressed), Qt.MouseButton.LeftButton)
    assert chosen.args == [name, wanted]


@pytest.mark.parametrize(
    ("setting", "field", "down", "wanted"),
    [
        ("surface", "surface", 1, "both"),
        ("card_seconds", "card_seconds", 1, "30"),
        ("sound", "sound", 1, "soft"),
        ("call_minutes", "call_minutes", 1, "90"),
        ("away_minutes", "away_minutes", 1, "10"),
        ("week_start", "week_start", 1, "2"),
        ("language", "language", 2, "de"),
    ],
)
def test_a_list_is_chosen_from_by_keyboard(
    page: SettingsPage, setting: str, field: str, down: int, wanted: str
) -> None:
    (box,) = page.findChildren(QComboBox, field)
    said: list[tuple[str, str]] = []
    page.chosen.connect(lambda name, value: said.append((name, value)))
    for _ in range(down):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert said[-1] == (setting, wanted)


def test_numbers_and_times_are_chosen_once_they_are_typed(page: SettingsPage) -> None:
    said: list[tuple[str, str]] = []
    page.chosen.connect(lambda name, value: said.append((name, value)))
    (gap,) = page.findChildren(QSpinBox, "budget_gap")
    gap.selectAll()
    QTest.keyClicks(gap, "25")
    assert said == []
    QTest.keyClick(gap, Qt.Key.Key_Return)
    assert said == [("budget_gap", "25")]
    (start,) = page.findChildren(QTimeEdit, "day_start")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Up)
    assert said[-1] == ("day_start", "05:00")


def test_what_holds_is_shown_and_not_said(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.assertNotEmitted(page.chosen):
        page.show_view(
            view({
                "theme": "dark",
                "budget_most": "7",
                "card_seconds": "45",
                "channels": "phone",
                "discreet_texts": "on",
                "day_start": "05:30",
                "quick_key": "Meta+H",
            })
        )  # fmt: skip
    (theme,) = page.findChildren(Segments, "theme")
    (most,) = page.findChildren(QSpinBox, "budget_most")
    (card,) = page.findChildren(QComboBox, "card_seconds")
    (start,) = page.findChildren(QTimeEdit, "day_start")
    assert (theme.value, most.value(), card.currentText()) == ("dark", 7, "45 seconds")
    assert button(page, "channel_phone").isChecked()
    assert not button(page, "channel_chat").isChecked()
    assert button(page, "discreet").isChecked()
    assert start.time().toString("HH:mm") == "05:30"
    assert button(page, "quick_key").text() == "Meta H"


def test_a_wheel_over_a_list_scrolls_the_page(page: SettingsPage) -> None:
    (box,) = page.findChildren(QComboBox, "surface")
    (most,) = page.findChildren(QSpinBox, "budget_most")
    for field in (box, most):
        before = _shown(field)
        QGuiApplication.sendEvent(field, _wheel(field))
        assert _shown(field) == before


def _shown(field: QComboBox | QSpinBox) -> object:
    return field.value() if isinstance(field, QSpinBox) else field.currentText()


def _wheel(field: QWidget) -> QWheelEvent:
    middle = QPointF(field.rect().center())
    none = Qt.MouseButton.NoButton
    return QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (7, "One week, then again"),
        (14, "Two weeks, then again"),
        (21, "Three weeks, then again"),
        (28, "4 weeks, then again"),
        (6, "6 weeks, then again"),
        (90, "90 days, then again"),
    ],
)
def test_the_pattern_says_when_it_comes_round(page: SettingsPage, days: int, words: str) -> None:
    roster = Roster(MONDAY, MONDAY, {"Early": EARLY}, ("Early",) + (None,) * (days - 1))
    page.show_view(view({}, roster))
    assert text(page, "row_roster_title") == words
    (grid,) = page.findChildren(QWidget, "roster_grid")
    assert grid.isVisible() == (days != 90)


def test_a_day_of_the_pattern_is_changed_by_a_click(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.shifts.pattern_changed) as changed:
        QTest.mouseClick(button(page, "day-1-6"), Qt.MouseButton.LeftButton)
    assert changed.args is not None
    assert changed.args[0].weeks[0][5] == "Early"


def test_days_off_are_listed_and_removed(qtbot: QtBot, page: SettingsPage) -> None:
    away = DaysOff(date(2026, 7, 1), date(2026, 7, 1), "Moving & more")
    page.show_view(view({}, ROSTER, HOLIDAY, away))
    QApplication.processEvents()
    (days,) = page.findChildren(QWidget, "days_off")
    words = [one.text() for one in days.findChildren(QLabel) if one.isVisibleTo(page)]
    assert words == ["Mon 22 to Fri 26 June", "Wed 1 July, Moving & more"]
    with qtbot.waitSignal(page.shifts.day_off_removed) as removed:
        QTest.mouseClick(button(page, "remove_days_off_2026-07-01"), Qt.MouseButton.LeftButton)
    assert removed.args == [away]


@pytest.mark.parametrize(
    ("signal", "name"),
    [
        ("shifts.import_wanted", "import_ics"),
        ("shifts.times_wanted", "edit_shifts"),
        ("shifts.day_off_wanted", "add_days_off"),
        ("cues.hear", "hear"),
        ("cues.test_cue", "test_cue"),
        ("cues.autostart", "autostart"),
        ("data.show_folder", "show_folder"),
        ("data.back_up", "back_up"),
        ("data.restore", "restore"),
        ("data.export", "export"),
        ("data.take_in", "import"),
        ("data.take_along", "move"),
        ("data.delete", "delete_everything"),
        ("about.examine", "examine"),
    ],
)
def test_every_button_says_what_is_wanted(qtbot: QtBot, page: SettingsPage, signal: str, name: str) -> None:
    section, _, what = signal.partition(".")
    pressed = button(page, name)
    assert pressed.accessibleName()
    with qtbot.waitSignal(getattr(getattr(page, section), what)):
        pressed.setFocus()
        QTest.keyClick(pressed, Qt.Key.Key_Space)


def test_the_file_is_told_of(page: SettingsPage) -> None:
    assert text(page, "row_file_remark") == "1.2 MB, last backup Friday 5 June"
    assert text(page, "row_version_remark") == "Version 1.2"
    assert button(page, "autostart").isChecked()
    page.show_facts(Facts("x", 12_000, None, starts_at_sign_in=False, tray=False, version="1.2"))
    assert text(page, "row_file_remark") == "12.0 kB, no backup yet"
    assert "no tray" in text(page, "row_autostart_remark")
    assert not button(page, "autostart").isChecked()


def test_diagnostics_show_what_needs_a_word_first_and_can_be_copied(page: SettingsPage) -> None:
    assert not button(page, "copy_findings").isVisible()
    page.about.show_examining()
    assert text(page, "row_checks_remark") == "Looking…"
    asked: list[bool] = []
    page.about.examine.connect(lambda: asked.append(True))
    QTest.mouseClick(button(page, "examine"), Qt.MouseButton.LeftButton)
    assert asked == []
    page.about.show_found(
        [Checked("Python", True, "3.11"), Checked("Tray", False, "none", "Look <b>here</b>.")]
    )
    QTest.mouseClick(button(page, "examine"), Qt.MouseButton.LeftButton)
    assert asked == [True]
    assert text(page, "row_checks_remark") == "1 thing to look at."
    QTest.mouseClick(button(page, "copy_findings"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == (
        "warning: Tray: none\n  → Look <b>here</b>.\nok: Python: 3.11"
    )
    page.about.show_found([Checked("Python", True, "3.11")])
    assert text(page, "row_checks_remark") == "All is well."


def test_a_combination_of_keys_is_taken(qtbot: QtBot, page: SettingsPage) -> None:
    (field,) = page.findChildren(KeyField, "quick_key")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert field.text() == "Press the keys…"
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(
            field, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert chosen.args == ["quick_key", "Ctrl+Shift+Home"]
    assert field.text() == "Ctrl Shift Space"  # until it is told that this one will do


def test_what_stands_against_the_key_is_said_at_it(page: SettingsPage) -> None:
    page.cues.show_key_words("Another program has that key.")
    assert text(page, "row_key_remark") == "Another program has that key."


def test_escape_or_leaving_keeps_the_keys(qtbot: QtBot, page: SettingsPage) -> None:
    (field,) = page.findChildren(KeyField, "quick_key")
    with qtbot.assertNotEmitted(page.chosen):
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == "Ctrl Shift Space"
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        button(page, "hear").setFocus()
        assert field.text() == "Ctrl Shift Space"


@pytest.mark.parametrize("width", [712, 872, 1400])
@pytest.mark.parametrize("scale", [1.0, 1.15])
def test_every_width_holds_every_row(page: SettingsPage, look: Look, width: int, scale: float) -> None:
    look.set_text_scale(scale)
    page.show_view(view({}, ROSTER, DaysOff(MONDAY, date(2027, 1, 2), "A reason as long as " * 6)))
    page.resize(width, 720)
    QApplication.processEvents()
    assert page.horizontalScrollBar().maximum() == 0
    for row in page.findChildren(QWidget):
        if row.objectName().startswith("row_") and row.isVisible():
            around = row.parentWidget()
            assert around is not None
            assert around.rect().contains(row.geometry()), row.objectName()
            for child in row.findChildren(QAbstractButton):
                if child.isVisible():
                    assert child.width() >= min(child.minimumSizeHint().width(), 28), child.objectName()


def test_headings_stand_beside_their_boxes_or_over_them(page: SettingsPage) -> None:
    (section,) = page.findChildren(QWidget, "settings_data")
    page.resize(900, 720)
    QApplication.processEvents()
    wide = section.height()
    page.resize(712, 720)
    QApplication.processEvents()
    assert section.height() > wide


def test_every_control_has_a_name_and_room_for_a_finger(page: SettingsPage, look: Look) -> None:
    least = look.theme.size("hit_min")
    for control in page.findChildren(QWidget):
        reached = control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisibleTo(page)
        if reached and control.objectName() != "qt_spinbox_lineedit":
            interface = QAccessible.queryAccessibleInterface(control)
            assert interface.text(QAccessible.Text.Name), control.objectName()
            assert control.height() >= least, control.objectName()

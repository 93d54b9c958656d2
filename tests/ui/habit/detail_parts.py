"""What tests of one habit's page share: showing it, and finding its parts."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from habitcoach.coaching.habit_views import HabitView
from habitcoach.core.fading import Stage
from habitcoach.ui.habit.habits_page import HabitsPage
from tests.ui.day_samples import HABITS
from tests.ui.habit_samples import change, detail, faded

GREET = replace(HABITS[1], faded=faded(Stage.CATCH_UP, change()))


def show(page: HabitsPage, habit: HabitView = GREET, **changes: object) -> None:
    """Show one habit with its page."""
    page.show_habits([habit])
    page.choose(habit.habit_id)
    page.show_detail(detail(habit_id=habit.habit_id, **changes))


def text(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def seen(page: QWidget, name: str) -> bool:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found.isVisible()


def press(page: QWidget, name: str) -> None:
    (button,) = (one for one in page.findChildren(QAbstractButton, name) if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def visible_notes(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel, "note_text") if one.isVisible()]

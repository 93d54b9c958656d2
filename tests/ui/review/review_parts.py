"""What tests of the Review page share: finding its parts, and hearing what it says."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.page import ReviewPage

T = TypeVar("T", bound=QObject)


CTRL = Qt.KeyboardModifier.ControlModifier


def find(page: QWidget, kind: type[T], name: str) -> T:
    QApplication.processEvents()
    found = [one for one in page.findChildren(kind, name) if not isinstance(one, QWidget) or one.isVisible()]
    assert found, name
    return found[-1]


def label(page: QWidget, name: str) -> str:
    return find(page, QLabel, name).text()


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, QAbstractButton, name), Qt.MouseButton.LeftButton)


def shown(page: QWidget, name: str) -> bool:
    QApplication.processEvents()
    return any(one.isVisible() for one in page.findChildren(QWidget, name))


def heard(signal: object) -> list[tuple[object, ...]]:
    """Return a list that fills with what a signal says."""
    said: list[tuple[object, ...]] = []
    connect: Callable[[Callable[..., None]], object] = signal.connect  # type: ignore[attr-defined]
    connect(lambda *args: said.append(args))
    return said


def answer_row(page: ReviewPage, number: int) -> ChoiceRow:
    return find(page, ChoiceRow, f"answer-{number}")

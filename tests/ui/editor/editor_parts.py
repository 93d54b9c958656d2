"""What tests of the habit editor share: its fields, and what they say."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.editor.preview import SentenceView


def field(editor: QWidget, name: str) -> QLineEdit:
    found = editor.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit), name
    return found


def label(editor: QWidget, name: str) -> QLabel:
    found = editor.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found


def press(editor: QWidget, name: str) -> None:
    found = editor.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    found.click()


def combo(editor: QWidget, name: str, data: object) -> None:
    found = editor.findChild(QComboBox, name)
    assert isinstance(found, QComboBox), name
    found.setCurrentIndex(found.findData(data))
    found.activated.emit(found.currentIndex())


def spin(editor: QWidget, name: str) -> QSpinBox:
    found = editor.findChild(QSpinBox, name)
    assert isinstance(found, QSpinBox), name
    return found


def sentence(editor: HabitEditor) -> str:
    found = editor.findChild(SentenceView)
    assert isinstance(found, SentenceView)
    return " ".join(found.text.replace("\u00a0", "_").split())


def write(editor: HabitEditor) -> None:
    field(editor, "when").setText("I open a ticket")
    field(editor, "routine").setText("read it to the end")
    field(editor, "reward").setText("a sip of tea")

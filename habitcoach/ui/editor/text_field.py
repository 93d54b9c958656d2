"""One line of text with its heading, the words around it, and what is wrong with it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from habitcoach.core.fields import clean_line
from habitcoach.texts.language import ntr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.restyling import restyle
from habitcoach.ui.widgets.small_icon import SmallIcon

#: Pasted text is never cut off without a word; what is too long is said instead.
_NO_LIMIT = 1_000_000
_PREFIX_LEFT = 11
_PREFIX_GAP = 6


def mark_invalid(widget: QWidget, *, invalid: bool) -> None:
    """Give a field the border of a fault, or take it away."""
    restyle(widget, "invalid", "true" if invalid else "false")


class FaultLine(QWidget):
    """What is wrong, under the field it is about."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._text = Label(look, "", "small", "error", wrap=True)
        self._text.setObjectName(f"{name}_fault")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(1) + 2)
        row.addWidget(SmallIcon(look, "warn", "error"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show a fault; an empty text takes it away."""
        self._text.setText(text)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """The fault on show."""
        return self._text.text()


class Heading(QWidget):
    """A field's name with a quiet remark."""

    def __init__(self, look: Look, title: str, remark: str = "", beside: QWidget | None = None) -> None:
        """Take the name, the remark, and a control that stands in its place."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        row.addWidget(Label(look, title, "body_medium"))
        row.addWidget(Label(look, remark, "body", "text2") if beside is None else beside)
        row.addStretch()

    def keep_level(self, high: int) -> "Heading":
        """Be as high as the headings beside it, one of which holds a control."""
        self.setFixedHeight(high)
        return self


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What stands around a field."""

    title: str
    remark: str = ""
    prefix: str = ""  #: stands in the field, before what is typed
    level: int = 0  #: how high its heading is, where others beside it are higher


class _Line(QLineEdit):
    """A line that shows how it begins once it is left: Qt leaves a long one at its end."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to the beginning when the agent goes on to something else in the window."""
        super().focusOutEvent(event)
        elsewhere = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        if event.reason() not in elsewhere:
            self.setCursorPosition(0)


class TextField(QWidget):
    """A line edit that takes any text and says when it is too long."""

    changed = Signal()

    def __init__(self, look: Look, name: str, limit: int, words: FieldWords) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self._limit = limit
        self._fault = ""
        self.edit = _Line()
        self.edit.setObjectName(name)
        self.edit.setMaxLength(_NO_LIMIT)
        self.edit.setAccessibleName(words.title)
        self.edit.setAccessibleDescription(words.remark)
        self.edit.textChanged.connect(self._on_text)
        self._line = FaultLine(look, name)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0 if words.level else look.theme.space(1))
        # A field whose words stand in it needs no heading.
        if not words.prefix or words.remark:
            heading = Heading(look, words.title, words.remark)
            body.addWidget(heading.keep_level(words.level) if words.level else heading)
        body.addWidget(self.edit)
        body.addWidget(self._line)
        if words.prefix:
            self._prefix = Label(look, words.prefix, "body", "text2")
            self._prefix.setParent(self.edit)
            self._prefix.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            width = self._prefix.sizeHint().width()
            height = look.theme.size("field")
            self._prefix.setGeometry(_PREFIX_LEFT, 0, width, height)
            self.edit.setTextMargins(width + _PREFIX_GAP - 2, 0, 0, 0)

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field."""
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def say(self, fault: str) -> None:
        """Show what is wrong, or that nothing is."""
        self._fault = fault
        self._show()

    @property
    def fault(self) -> str:
        """What the field says is wrong."""
        return self._line.text

    def _on_text(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        over = len(clean_line(self.edit.text())) - self._limit
        long = ntr(
            "One character too many; at most {limit} fit.",
            "{n} characters too many; at most {limit} fit.",
            over,
            limit=self._limit,
        )
        fault = long if over > 0 else self._fault
        self._line.say(fault)
        mark_invalid(self.edit, invalid=bool(fault))

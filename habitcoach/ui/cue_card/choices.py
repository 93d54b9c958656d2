"""Buttons made of more than one text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon

_ICON = 20


class TwoLineButton(QPushButton):
    """A choice with its result above and its name below."""

    def __init__(self, look: Look, above: str, below: str) -> None:
        super().__init__()
        theme = look.theme
        self.setProperty("variant", "secondary")
        self.setProperty("popup", "true")
        self.setProperty("bare", "true")
        self.setAccessibleName(f"{above}, {below}")
        FocusRings(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(2)] * 4)
        column.setSpacing(0)
        for text, style, tone in ((above, "body_medium", "text"), (below, "small", "text2")):
            label = Label(look, text, style, tone)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self._look = look
        self._column = column

    def sizeHint(self) -> QSize:
        """Return room for both lines."""
        theme = self._look.theme
        lines = theme.line_height("body_medium") + theme.line_height("small")
        return (self._column.sizeHint() + QSize(2, 0)).expandedTo(QSize(0, lines + theme.space(3)))

    def minimumSizeHint(self) -> QSize:
        """Return room for both lines: neither is ever cut."""
        return self.sizeHint()


class MoreRow(QPushButton):
    """A line that can be pressed: icon, text, and a remark or an arrow at its end."""

    def __init__(self, look: Look, icon_name: str, text: str, remark: str) -> None:
        super().__init__()
        theme = look.theme
        self.setProperty("variant", "quiet")
        self.setProperty("bare", "true")
        self.setAccessibleName(f"{text}, {remark}" if remark else text)
        FocusRings(look, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(1), 0, theme.space(1), 0)
        row.setSpacing(theme.space(2))
        row.addWidget(_untouched(SmallIcon(look, icon_name, side=_ICON)))
        row.addWidget(_untouched(Label(look, text, "body")), 1)
        end = Label(look, remark, "small", "text2") if remark else SmallIcon(look, "right", side=_ICON)
        row.addWidget(_untouched(end))
        self.setMinimumHeight(theme.size("field"))


def _untouched(one: QWidget) -> QWidget:
    one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return one

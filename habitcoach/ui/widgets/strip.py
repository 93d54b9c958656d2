"""A strip: a sign, a fact, the next step, and the buttons that take it. All notices of a page are strips."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.core.habit import Category
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon

#: Icons that are not of the ordinary colour.
_TINTS = {"warn": "error"}


class Strip(QWidget):
    """Hidden until it has something to say. It takes no focus.

    `sign` is an icon, or a category whose tile stands in its place. `below` puts the buttons under the words.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        sign: str | Category = "",
        *,
        surface: str = "card",
        below: bool = False,
    ) -> None:
        super().__init__()
        theme = look.theme
        self._look = look
        self._name = name
        self.setObjectName(f"{name}_strip")
        self._frame = QFrame()
        self._frame.setProperty("surface", surface)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(QMargins())
        self._outer.addWidget(self._frame)
        strong = "accent_text" if surface == "accent" else "text"
        roomy = surface in {"card", "accent"}
        self._headline = Label(look, "", "body_strong" if roomy else "body_medium", strong, wrap=True)
        self._headline.setObjectName(f"{name}_headline")
        self._line = Label(look, "", "small", "text2", wrap=True)
        self._line.setObjectName(f"{name}_line")
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        self.words.addWidget(self._headline)
        self.words.addWidget(self._line)
        self._row = QHBoxLayout(self._frame)
        steps = (4, 3, 4, 3) if roomy else (3, 2, 2, 2)
        self._row.setContentsMargins(*(theme.space(step) for step in steps))
        self._row.setSpacing(theme.space(3) if roomy else theme.space(2))
        place = Qt.AlignmentFlag.AlignTop if below else Qt.AlignmentFlag.AlignVCenter
        if sign:
            self._row.addWidget(self._signed(sign, surface), 0, place)
        self._row.addLayout(self.words, 1)
        self._row.setAlignment(self.words, place)
        self._below: Flow | None = None
        if below:
            self._below = Flow(theme.space(2))
            self.words.addSpacing(theme.space(2))
            self.words.addWidget(self._below)
        self.hide()

    @property
    def text(self) -> str:
        """The headline."""
        return self._headline.text()

    def _signed(self, sign: str | Category, surface: str) -> QWidget:
        if isinstance(sign, Category):
            return GlyphTile(self._look, sign)
        tint = "accent_text" if surface == "accent" else _TINTS.get(sign, "text2")
        return SmallIcon(self._look, sign, tint)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep a distance around the strip while it is shown."""
        self._outer.setContentsMargins(left, top, right, bottom)

    def add_button(self, text: str, name: str, variant: str = "secondary") -> Button:
        """Add a button behind those that are there, and return it."""
        button = Button(self._look, text, variant, scale="small")
        button.setObjectName(f"{self._name}_{name}")
        self.add(button)
        return button

    def add(self, control: QWidget) -> None:
        """Add a control where the buttons are."""
        if self._below is None:
            self._row.addWidget(control)
        else:
            self._below.add(control)

    def say(self, headline: str, line: str = "") -> None:
        """Show a fact and what follows from it; an empty headline takes the strip away."""
        news = (headline, line) != (self._headline.text(), self._line.text()) or self.isHidden()
        self._headline.setText(headline)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        spoken = _told(headline, line)
        self.setAccessibleName(spoken)
        self.setVisible(bool(headline))
        for button in self.findChildren(Button):
            button.setAccessibleDescription(spoken)
        if news and headline and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))


def _told(headline: str, line: str) -> str:
    """Return both as sentences one after the other; what stands there twice is told once."""
    parts = (one if one.endswith((".", "?", "…")) else f"{one}." for one in (headline, line) if one)
    return " ".join(dict.fromkeys(parts))

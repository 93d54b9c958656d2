"""Push buttons dressed by the style sheet, with tinted icons."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy

from habitcoach.ui.icons import BESIDE_TEXT, icon_beside_text
from habitcoach.ui.icons import icon as themed_icon
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings
from habitcoach.ui.widgets.restyling import restyle
from habitcoach.ui.widgets.tips import set_tip

_ICON_COLORS = {
    "primary": "on_accent",
    "soft": "accent_text",
    "quiet": "text2",
    "chip": "text2",
    "reward": "on_reward",
    "reward_quiet": "reward_text",
}
_DISABLED = "text3"
_ICON = 16
_DRESSING = frozenset({QEvent.Type.LayoutDirectionChange, QEvent.Type.EnabledChange})


def button_text(text: str) -> str:
    """Return a text so that a button or menu shows it whole: an ampersand is no shortcut."""
    return text.replace("&", "&&")


class Button(QPushButton):
    """A button with a text. `variant` is one of qss.py's; `scale` is "", "large", "small" or "compact"."""

    def __init__(
        self,
        look: Look,
        text: str,
        variant: str = "secondary",
        icon: str | None = None,
        *,
        scale: str = "",
    ) -> None:
        super().__init__(button_text(text))
        self._look = look
        self._icon_name = icon
        self._icon_color = _ICON_COLORS.get(variant, "text")
        self._icon_side = _ICON
        self.setProperty("variant", variant)
        self.setProperty("scale", scale)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        FocusRings(look, self)
        self._dress()
        look.changed.connect(self._dress)

    def set_label(self, text: str) -> None:
        """Change the text."""
        self.setText(button_text(text))
        self.setAccessibleName(text)
        self._dress()

    def set_icon(self, icon_name: str) -> None:
        """Change the icon."""
        self._icon_name = icon_name
        self._dress()

    def set_variant(self, variant: str) -> None:
        """Change the dress."""
        self._icon_color = _ICON_COLORS.get(variant, "text")
        restyle(self, "variant", variant)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Have the icon keep its distance from the text on the other side, too, and the text's colour."""
        super().changeEvent(event)
        if event.type() in _DRESSING:
            self._dress()

    def _dress(self) -> None:
        if self._icon_name is None:
            return
        color = self._icon_color if self.isEnabled() else _DISABLED
        if not self.text():
            self.setIconSize(QSize(self._icon_side, self._icon_side))
            self.setIcon(themed_icon(self._look, self._icon_name, color, self._icon_side))
            return
        mirrored = self.isRightToLeft()
        self.setIconSize(QSize(_ICON + BESIDE_TEXT, _ICON))
        self.setIcon(icon_beside_text(self._look, self._icon_name, color, _ICON, right_to_left=mirrored))


class IconButton(Button):
    """A square button that shows an icon alone; its name is spoken and is its tool tip."""

    def __init__(  # noqa: PLR0913  # what it shows, and what it says
        self,
        look: Look,
        icon_name: str,
        accessible_name: str,
        variant: str = "quiet",
        *,
        icon_color: str | None = None,
        icon_side: int = _ICON,
    ) -> None:
        super().__init__(look, "", variant, icon_name)
        self._icon_color = icon_color or self._icon_color
        self._icon_side = icon_side
        self._dress()
        self.setProperty("bare", "true")
        self.setProperty("square", "true")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(accessible_name)

    def set_name(self, name: str) -> None:
        """Change what the button is called."""
        self.setAccessibleName(name)
        set_tip(self, name)

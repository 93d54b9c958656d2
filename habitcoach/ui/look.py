"""How the app looks at present: the theme, handed to every widget and announced when it changes."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from habitcoach.ui.fonts import load_fonts
from habitcoach.ui.palette import palette
from habitcoach.ui.qss import style_sheet
from habitcoach.ui.theme import DARK, LIGHT, Theme, load_theme

SYSTEM = "system"
_MIDDLE = 128  # of lightness, 0 to 255


class Look(QObject):
    """The theme in force. Widgets take it first in their constructor and follow `changed`."""

    changed = Signal()

    def __init__(
        self,
        mode: str = SYSTEM,
        text_scale: float = 1.0,
        *,
        reduced_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._text_scale = text_scale
        self._app: QApplication | None = None
        self._system = LIGHT  # what the system asks for; known once applied
        self._contrast: QPalette | None = None
        self._dressed_in: tuple[str, float, QPalette | None] | None = None
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}
        self.reduced_motion = reduced_motion  #: no movement, only short changes of opacity
        self._theme: Theme
        self._load()

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def mode(self) -> str:
        """What was chosen: "light", "dark" or "system"."""
        return self._mode

    @property
    def icons(self) -> dict[tuple[str, str, int], QIcon]:
        """Icons already tinted for this theme; only `icons.icon` uses it."""
        return self._icons

    @property
    def pictures(self) -> dict[tuple[str, str, int, float], QPixmap]:
        """Single pictures already tinted for this theme; only `icons.pixmap` uses it."""
        return self._pictures

    def set_mode(self, mode: str) -> None:
        """Choose "light", "dark" or "system"."""
        self._mode = mode
        self._tell_system()
        self._refresh()

    def set_text_scale(self, text_scale: float) -> None:
        """Choose the size of all text relative to the tokens."""
        self._text_scale = text_scale
        self._refresh()

    def choose(self, mode: str, text_scale: float) -> None:
        """Choose both at once: everything is dressed anew one time."""
        self._text_scale = text_scale
        self.set_mode(mode)

    def set_contrast(self, colours: QPalette | None) -> None:
        """Wear the system's own colours, which it has for high contrast; None for ours."""
        self._contrast = colours
        self._refresh()

    def apply(self, app: QApplication) -> None:
        """Dress the app: fonts, Fusion, palette, style sheet; then follow the system's scheme."""
        self._app = app
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        self._tell_system()
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self._follow_contrast(app)
        self._load()
        self._dress()

    def _follow_contrast(self, app: QApplication) -> None:
        hints = app.styleHints()
        if not hasattr(hints, "accessibility"):  # before Qt 6.10 nobody tells
            return
        wishes = hints.accessibility()
        wishes.contrastPreferenceChanged.connect(self._on_contrast)
        if wishes.contrastPreference() == Qt.ContrastPreference.HighContrast:
            self._contrast = app.palette()

    def _on_contrast(self, wish: Qt.ContrastPreference) -> None:
        if self._app is None or wish != Qt.ContrastPreference.HighContrast:
            self.set_contrast(None)
            return
        self._app.setPalette(QPalette())  # the system's own, which ours has covered
        self.set_contrast(self._app.palette())

    def _tell_system(self) -> None:
        # Window frames and native menus follow the agent's choice where the system can.
        if self._app is None:
            return
        hints = self._app.styleHints()
        if self._mode == SYSTEM:
            hints.unsetColorScheme()
            self._system = _name(hints.colorScheme())
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self._mode == DARK else Qt.ColorScheme.Light)

    def _wanted(self) -> str:
        if self._contrast is not None:
            return DARK if self._contrast.color(QPalette.ColorRole.Window).lightness() < _MIDDLE else LIGHT
        return self._system if self._mode == SYSTEM else self._mode

    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        # Choosing light or dark comes back as this signal, too; then it is not the system's wish.
        if self._mode == SYSTEM:
            self._system = _name(scheme)
            self._refresh()

    def _refresh(self) -> None:
        if self._dressed_in == (self._wanted(), self._text_scale, self._contrast):
            return
        self._load()
        self._icons.clear()
        self._pictures.clear()
        self._dress()
        self.changed.emit()

    def _load(self) -> None:
        self._dressed_in = (self._wanted(), self._text_scale, self._contrast)
        self._theme = load_theme(*self._dressed_in)

    def _dress(self) -> None:
        if self._app is None:
            return
        self._app.setPalette(palette(self._theme))
        self._app.setFont(self._theme.font("body"))
        self._app.setStyleSheet(style_sheet(self._theme))


def _name(scheme: Qt.ColorScheme) -> str:
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

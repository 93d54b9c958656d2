"""The small coloured tile with a category's glyph."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.core.habit import Category
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look


class GlyphTile(QWidget):
    """A category's glyph on its soft colour, or an icon on a sunken tile; text beside it says the same."""

    def __init__(
        self,
        look: Look,
        glyph: Category | str,
        *,
        large: bool = False,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take a category or the name of an icon; `bare` leaves the tile out and keeps its room."""
        super().__init__(parent)
        self._bare = bare
        self._look = look
        self._glyph = glyph
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_glyph(self, glyph: Category | str) -> None:
        """Show another category or icon."""
        self._glyph = glyph
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the tile."""
        side = self._look.theme.size("glyph_tile_large" if self._large else "glyph_tile")
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tile and glyph."""
        theme = self._look.theme
        if isinstance(self._glyph, Category):
            ground, name, token = (
                theme.category(self._glyph).soft,
                self._glyph.value,
                f"category:{self._glyph.value}",
            )
        else:
            ground, name, token = theme.color("sunken"), self._glyph, "text2"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = theme.radius("tile_large" if self._large else "tile")
        if not self._bare:
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        side = 22 if self._large else 16
        picture = pixmap(self._look, name, token, side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)
        painter.end()

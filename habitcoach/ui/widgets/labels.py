"""Labels that show text as it is: never as markup, never as a shortcut."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.restyling import restyle
from habitcoach.ui.widgets.tips import set_tip

# Wrapped text prefers lines of about this many line heights; a layout may give it more or less.
_MEASURE = 22
_UNBOUNDED = 100_000.0
_REMEMBERED = 64  # widths of one label


class Label(QLabel):
    """A label of one type style and tone.

    With `wrap` it breaks at words, inside a word only where that does not fit, and keeps the line height
    of its style, which plain QLabels cannot. It shows no rich text in either form.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        tone: str = "text",
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._style = style
        self._tone = tone
        self._one_line = False
        self._heights: dict[int, int] = {}  # by width: layouts ask again and again
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("textStyle", style)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._dress()
        look.changed.connect(self._dress)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour to another tone."""
        self._tone = tone
        restyle(self, "tone", tone)
        self.update()

    def set_style(self, style: str) -> None:
        """Change to another type style."""
        self._style = style
        restyle(self, "textStyle", style)
        self._dress()

    def keep_line(self) -> None:
        """Be as high as a line of wrapped text in this style, beside which it stands."""
        self._one_line = True
        self.setFixedHeight(self._line_height())

    def setText(self, text: str) -> None:
        """Show a text, whatever it holds."""
        self._heights.clear()
        super().setText(text)
        self.updateGeometry()
        self._keep_room()

    def hasHeightForWidth(self) -> bool:
        """Whether more width makes it lower."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        if width not in self._heights:
            if len(self._heights) >= _REMEMBERED:
                self._heights.clear()
            self._heights[width] = max(1, self._laid_out(width).lineCount()) * self._line_height()
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size of the text, wrapped at a comfortable measure."""
        if not self.wordWrap():
            return super().sizeHint()
        natural = self._laid_out(_UNBOUNDED)
        widest = max((natural.lineAt(i).naturalTextWidth() for i in range(natural.lineCount())), default=0.0)
        width = min(int(widest) + 1, _MEASURE * self._line_height())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest useful size."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(2 * self._line_height(), self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs, even in layouts that ignore height for width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        if not self.wordWrap():
            if self.isRightToLeft():
                self._paint_mirrored()
            else:
                super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self._look.theme.color(self._tone))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def _paint_mirrored(self) -> None:
        """Begin at the right, as all texts do in a mirrored window; Qt goes by the way words are written."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(self._look.theme.color(self._tone))
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(self.contentsRect(), int(side | Qt.AlignmentFlag.AlignAbsolute), self.text())
        painter.end()

    def _line_height(self) -> int:
        return self._look.theme.line_height(self._style)

    def _laid_out(self, width: float) -> QTextLayout:
        # U+2028 is a line break inside one layout, which a newline is not.
        # A line may end in the dot between two facts; none begins with it.
        text = self.text().replace("\n", "\u2028").replace(" · ", "\u00a0· ")
        layout = QTextLayout(text, self.font())
        # Where the window is mirrored every text begins at its right, whichever way it is written.
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        absolute = side & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignAbsolute
        option = QTextOption(absolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        step = self._line_height()
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            # Centre each line in its height, as the pictures do.
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        layout.endLayout()
        return layout

    def _dress(self) -> None:
        self._heights.clear()
        self.setFont(self._look.theme.font(self._style))
        if self._one_line:
            self.setFixedHeight(self._line_height())
        self.updateGeometry()
        self._keep_room()
        self.update()

    def _keep_room(self) -> None:
        """Take the height that the present text needs at the present width, and no more."""
        if self.wordWrap() and self.width() > 0:
            self.setMinimumHeight(self.heightForWidth(self.width()))


class ElidedLabel(Label):
    """One line that ends in "…" where it does not fit; the whole text is its tool tip and accessible name."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        tone: str = "text",
    ) -> None:
        super().__init__(look, text, style, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return room for the ellipsis."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("…"), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Return room for the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, super().sizeHint().height())

    def shown_text(self) -> str:
        """Return what fits in the present width."""
        flat = " ".join(self.text().split())
        return self.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tool tip when some of it is cut off."""
        super().resizeEvent(event)
        self._offer_whole()

    def setText(self, text: str) -> None:
        """Show a text, whatever it holds."""
        super().setText(text)
        self.setAccessibleName(text)
        self._offer_whole()

    def _offer_whole(self) -> None:
        cut = self.shown_text() != " ".join(self.text().split())
        set_tip(self, self.text() if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self._look.theme.color(self._tone))
        # A text reads in its own direction: figures at its begin stay there.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        where = QRect(0, 0, self.width(), self.height())
        across = Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignAbsolute
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment()) & across
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(flags) | int(Qt.TextFlag.TextSingleLine), self.shown_text())
        painter.end()

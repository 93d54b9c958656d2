"""A number of a habit, which tells on a press where it comes from."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings
from habitcoach.ui.widgets.labels import ElidedLabel, Label


class Figure(QAbstractButton):
    """A number with its unit, or a word, and below it what it is."""

    def __init__(self, look: Look, name: str, caption: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.setAccessibleDescription(tr("Tells where this comes from"))
        self.setToolTip(tr("Where this comes from"))
        self.setAccessibleName(caption or tr("Strength"))
        FocusRings(look, self)
        self._number = Label(look, "", "title")
        self._number.setObjectName(f"{name}_number")
        self._word = Label(look, "", "title2")
        self._word.setObjectName(f"{name}_word")
        self._word.hide()
        self._unit = ElidedLabel(look, "", "small", "text2")
        self._unit.setObjectName(f"{name}_unit")
        self._caption = ElidedLabel(look, caption, "small", "text2")
        self._caption.setObjectName(f"{name}_caption")
        line = QHBoxLayout()
        line.setSpacing(look.theme.space(1) + 2)
        line.addWidget(self._number)
        line.addWidget(self._word)
        # Number and unit stand on one line of writing.
        unit = self._beside = QVBoxLayout()
        unit.addStretch()
        unit.addWidget(self._unit)
        line.addLayout(unit, 1)
        body = self._body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(line)
        body.addWidget(self._caption)
        for part in (self._number, self._word, self._unit, self._caption):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._level()
        look.changed.connect(self._level)

    def _level(self) -> None:
        deep, shallow = (QFontMetrics(self._look.theme.font(one)).descent() for one in ("title", "small"))
        self._beside.setContentsMargins(0, 0, 0, deep - shallow)
        self._word.setFixedHeight(self._number.sizeHint().height())
        if not self._word.isHidden():
            self.setMinimumWidth(self._word.sizeHint().width())

    def show_count(self, count: int, words: str) -> None:
        """Show a count; `words` is the count with its unit, "12 shifts"."""
        self._number.setText(number_text(count))
        self._unit.setText(words.removeprefix(str(count)).strip())
        self._name(words)

    def show_word(self, word: str, caption: str) -> None:
        """Show the word for a strength, and since when it holds."""
        self._number.hide()
        self._unit.hide()
        self._word.setText(word)
        self._word.show()
        self._level()
        self._caption.setText(caption)
        self.setAccessibleName(tr("Strength: {word}, {since}", word=word, since=caption))

    def set_caption(self, caption: str) -> None:
        """Change what stands below; call it before the number is shown."""
        self._caption.setText(caption)

    def _name(self, words: str) -> None:
        self.setAccessibleName(tr("{caption}: {words}", caption=self._caption.text(), words=words))

    def sizeHint(self) -> QSize:
        """Return the size of the two lines."""
        return self._body.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground while the pointer is on it."""
        if not (self.underMouse() or self.isDown()):
            return
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("pressed" if self.isDown() else "hover"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.radius("control"), theme.radius("control"))
        painter.end()

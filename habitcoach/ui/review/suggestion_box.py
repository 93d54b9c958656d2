"""The one suggestion of the week, with its reason and two answers."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.review_views import Chosen, ReviewPageView
from habitcoach.core.decision import DecisionKind
from habitcoach.texts.language import tr
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.review.review_words import chosen_words, suggestion_reason, suggestion_title
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.marks import Mark, paint_mark, square

_ICON, _DIAMOND = 20, 16
_ICONS = {
    DecisionKind.MAKE_SMALLER: "smaller",
    DecisionKind.CHANGE_CUE: "clock",
    DecisionKind.RETIRE: "archive",
    DecisionKind.GRADUATE: "check",
    DecisionKind.RAISE_GOAL: "tally",
}


class _Tile(QWidget):
    """What kind of change it is, as a sign."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._kind = DecisionKind.KEEP
        side = look.theme.size("glyph_tile_large")
        self.setFixedSize(QSize(side, side))
        look.changed.connect(self.update)

    def show_kind(self, kind: DecisionKind) -> None:
        self._kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.radius("tile_large"), theme.radius("tile_large"))
        if self._kind is DecisionKind.CHANGE_REWARD:
            box = square(QRectF(self.rect()).center(), _DIAMOND)
            paint_mark(painter, theme, Mark.DIAMOND, box, "card")
        else:
            name = _ICONS.get(self._kind, "review")
            picture = pixmap(self._look, name, "accent_text", _ICON, self.devicePixelRatioF())
            at = (self.width() - _ICON) // 2
            painter.drawPixmap(at, at, picture)
        painter.end()


class SuggestionBox(QWidget):
    """Offers one change. What the agent answered can be taken back until the week is finished."""

    applied = Signal()
    not_now = Signal()
    taken_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        theme = look.theme
        self.setObjectName("suggestion")
        self._tile = _Tile(look)
        self._title = Label(look, "", "heading", wrap=True)
        self._title.setObjectName("suggestion_title")
        self._reason = Label(look, "", "body", "text2", wrap=True)
        self._reason.setObjectName("suggestion_reason")
        self._state = Label(look, "", "body_medium", "accent_text", wrap=True)
        self._state.setObjectName("suggestion_state")
        self._not_now = Button(look, tr("Not now"), "quiet")
        self._apply = Button(look, tr("Apply"), "primary")
        self._undo = Button(look, tr("Undo"), "quiet", "undo")
        for button, name, signal in (
            (self._not_now, "suggestion_not_now", self.not_now),
            (self._apply, "suggestion_apply", self.applied),
            (self._undo, "suggestion_undo", self.taken_back),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._title, self._reason, self._state):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        row.setSpacing(theme.space(4))
        row.addWidget(self._tile)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(1))
        for one in self.stops():
            buttons.addWidget(one)
        row.addLayout(buttons)
        look.changed.connect(self.update)
        self.hide()

    def show_week(self, view: ReviewPageView) -> None:
        """Show a week's suggestion, or none; it is answered until the week is finished."""
        one, open_ = view.suggestion, view.can_finish
        self.setVisible(one is not None)
        if one is None:
            return
        inside = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._tile.show_kind(one.kind)
        self._title.setText(suggestion_title(one))
        self._reason.setText(suggestion_reason(one))
        state = chosen_words(one, view)
        self._state.setText(state)
        self._state.setVisible(bool(state))
        asks = one.chosen is Chosen.OPEN and open_
        self._apply.set_label(tr("Apply…") if one.asks else tr("Apply"))
        self._apply.setVisible(asks)
        self._not_now.setVisible(asks)
        self._undo.setVisible(open_ and one.chosen in {Chosen.APPLIED, Chosen.NOT_NOW})
        self._undo.setAccessibleName(tr("Undo: {what}", what=state))
        self.setAccessibleName(f"{self._title.text()} {self._reason.text()}")
        if inside and not asks and not self._undo.isHidden():
            self._undo.setFocus()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [self._not_now, self._apply, self._undo]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.radius("card"), theme.radius("card"))
        painter.end()

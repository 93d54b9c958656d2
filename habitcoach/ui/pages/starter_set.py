"""The starter set: a few small habits to begin with, as chips."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from habitcoach.coaching.preferences import Channel
from habitcoach.library import Template, starters
from habitcoach.texts.channels import starter_title
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.card import Card
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.focus_ring import FocusRings
from habitcoach.ui.widgets.labels import Label

_ICON = 16
_PAD = 10
_GAP = 8


class StarterChip(QAbstractButton):
    """A template in one pill. Added, it wears the soft colour of its category and a tick."""

    def __init__(self, look: Look, template: Template) -> None:
        super().__init__()
        self._look, self._template, self._added = look, template, False
        self.setObjectName(f"starter-{template.id}")
        self.setText(template.draft.name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        FocusRings(look, self)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)
        self.show_added(added=False)

    def show_added(self, *, added: bool) -> None:
        """Show whether the habit is among the agent's; then there is nothing left to press."""
        self._added = added
        name = self._template.draft.name
        self.setAccessibleName(
            tr("{habit}, in your habits", habit=name) if added else tr("Add {habit}", habit=name)
        )
        self.setEnabled(not added)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for glyph, name and tick."""
        theme = self._look.theme
        self.setFont(theme.font("small_medium"))
        width = 2 * _PAD + _ICON + _GAP + self.fontMetrics().horizontalAdvance(self.text()) + 2
        if self._added:
            width += _GAP + _ICON
        return QSize(width, theme.size("button_small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        theme = self._look.theme
        category = self._template.draft.category
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = theme.color("hover" if self.underMouse() and not self._added else "card")
        painter.setBrush(theme.category(category).soft if self._added else ground)
        painter.setPen(Qt.PenStyle.NoPen if self._added else QPen(theme.color("line"), 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._icon(painter, category.value, f"category:{category.value}", _PAD)
        painter.setFont(theme.font("small_medium"))
        painter.setPen(theme.color("text"))
        left = _PAD + _ICON + _GAP
        right = self.width() - _PAD - (_ICON + _GAP if self._added else 0)
        words = QRectF(left, 0, right - left, self.height())
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self._added:
            self._icon(painter, "check", "text2", self.width() - _PAD - _ICON)
        painter.end()

    def _icon(self, painter: QPainter, name: str, token: str, left: int) -> None:
        picture = pixmap(self._look, name, token, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, (self.height() - _ICON) / 2), picture)


class StarterSet(Card):
    """The templates marked as starters."""

    add = Signal(str)  #: the template's id

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._chips: dict[str, StarterChip] = {}
        self.setObjectName("starter_set")
        theme = look.theme
        self._line = Label(look, "", "body", "text2", wrap=True)
        self._line.setObjectName("starter_line")
        self._flow = Flow(theme.space(2))
        self.body.setContentsMargins(*(theme.space(step) for step in (5, 3, 5, 4)))
        self.body.setSpacing(0)
        self._title = Label(look, "", "heading", wrap=True)
        self._title.setObjectName("starter_title")
        self.body.addWidget(self._title)
        self.body.addWidget(self._line)
        self.body.addSpacing(theme.space(3))
        self.body.addWidget(self._flow)

    def show_templates(
        self, templates: Sequence[Template], added: frozenset[str], channels: Sequence[Channel] = ()
    ) -> None:
        """Show the starters for these channels among these templates, and which of them the agent has."""
        offered = starters(templates, channels)
        if [one.id for one in offered] != list(self._chips):
            self._offer(offered)
        for name, chip in self._chips.items():
            chip.show_added(added=name in added)
        have = sum(one.id in added for one in offered)
        self._title.setText(starter_title(channels))
        self._line.setText(_line(have, len(offered) - have))
        self.setVisible(bool(offered))

    def _offer(self, offered: Sequence[Template]) -> None:
        for chip in self._chips.values():
            self._flow.remove(chip)
            chip.deleteLater()
        self._chips = {}
        for template in offered:
            chip = StarterChip(self._look, template)
            chip.clicked.connect(lambda _checked=False, id_=template.id: self.add.emit(id_))
            self._chips[template.id] = chip
            self._flow.add(chip)


def _line(have: int, left: int) -> str:
    small = tr("Small habits, spread over the shift.")
    if not have:
        return small + " " + tr("Pick one to three to begin with.")
    if not left:
        return small + " " + tr("You have all of them.")
    return (
        small
        + " "
        + ntr(
            "You have one; the others can wait until it runs.",
            "You have {n}; the others can wait until these run.",
            have,
        )
    )

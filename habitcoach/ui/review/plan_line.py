"""The plan for the next week: "If …, then next week I will …"."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.core.fields import MAX_NOTE
from habitcoach.core.if_then import IfThen
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.review.kept_text import OwnLine
from habitcoach.ui.widgets.labels import Label

_NARROW = 720


class _Words(Label):
    """Words of the sentence: as large as a heading, and lighter."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, "heading")
        # Else the style sheet would give it the weight of a heading.
        self.setProperty("textStyle", "")

    def _dress(self) -> None:
        font = self._look.theme.font("heading")
        font.setWeight(self._look.theme.font("body_medium").weight())
        self.setFont(font)
        self.updateGeometry()


class PlanLine(QWidget):
    """One sentence with two gaps; in a narrow page it takes two lines."""

    kept = Signal(str, str)  #: both halves

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("plan_line")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._if = OwnLine(look, "plan_if", tr("If"), MAX_NOTE)
        self._then = OwnLine(look, "plan_then", tr("then next week I will"), MAX_NOTE)
        self._before = Label(look, "", "small", "text2", wrap=True)
        self._before.setObjectName("plan_before")
        for field in (self._if, self._then):
            field.keeping.kept.connect(lambda _text: self.kept.emit(*self._halves()))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.space(1))
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, words, field in (
            (first, tr("If"), self._if),
            (second, tr(", then next week I will"), self._then),
        ):
            row.setSpacing(theme.space(2))
            row.addWidget(_Words(look, words))
            row.addWidget(field, 1)
        self._row.addLayout(first, 4)
        self._row.addLayout(second, 9)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, theme.space(1), 0, 0)
        body.setSpacing(theme.space(2))
        body.addWidget(self._before)
        body.addLayout(self._row)

    def show_plan(self, plan: IfThen, before: IfThen) -> None:
        """Show what is planned, and what the week before had planned."""
        self._if.keeping.show_text(plan.if_)
        self._then.keeping.show_text(plan.then)
        said = ""
        if before.if_ and before.then:
            said = tr("Last week: if {if_}, I will {then}", if_=before.if_, then=before.then)
        elif before.text:
            said = tr("Last week: {plan}", plan=before.if_ or before.then)
        self._before.setText(said)
        self._before.setVisible(bool(said))

    def flush(self) -> None:
        """Keep now what was typed."""
        if self._if.keeping.pending or self._then.keeping.pending:
            self._if.keeping.flush()
            self._then.keeping.flush()

    def clear(self) -> None:
        """Make room for another week."""
        self._if.keeping.clear()
        self._then.keeping.clear()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [self._if, self._then]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where one is too narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)

    def _halves(self) -> tuple[str, str]:
        return self._if.keeping.text, self._then.keeping.text

"""What stands behind a habit's line of the review."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from habitcoach.coaching.more_views import HabitFigures
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.review.figure_words import figure_lines
from habitcoach.ui.science import Science, Topic
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.labels import Label


class FiguresPanel(QDialog):
    """Says each figure in a sentence, calmly, and leads to the research."""

    def __init__(self, look: Look, habit: str, found: HabitFigures, parent: QWidget) -> None:
        super().__init__(parent)
        theme = look.theme
        self._look = look
        self.setObjectName("figures_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Where this comes from"))
        self.setMinimumSize(QSize(theme.size("start_end_card_width"), 0))
        title = Label(look, habit, "title2", wrap=True)
        title.setObjectName("figures_title")
        self.setAccessibleName(habit)
        lines = figure_lines(found)
        self.setAccessibleDescription(" ".join(lines))
        body = QVBoxLayout(self)
        margin = theme.space(5)
        body.setContentsMargins(margin, margin, margin, theme.space(4))
        body.setSpacing(theme.space(2))
        body.addWidget(title)
        for number, line in enumerate(lines, start=1):
            label = Label(look, line, "body", "text2", wrap=True)
            label.setObjectName(f"figure-{number}")
            body.addWidget(label)
        body.addStretch(1)
        body.addSpacing(theme.space(2))
        research = Button(look, tr("The research behind it"), "quiet", "info")
        research.setObjectName("figures_research")
        research.clicked.connect(self._open_research)
        close = foot_button(look, "figures_close", tr("Close"), self.accept, "secondary")
        close.setDefault(True)
        body.addLayout(Foot(look, close, beside=research))
        close.setFocus()

    def _open_research(self) -> None:
        Science(self._look, self, Topic.REVIEW).open()

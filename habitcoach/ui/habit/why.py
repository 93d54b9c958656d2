"""Why a number is what it is: a calm panel with the dates, skips and plans behind it."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from habitcoach.coaching.explaining import HabitFacts
from habitcoach.texts.language import tr
from habitcoach.ui.habit.day_list import DayList
from habitcoach.ui.habit.why_words import About, Asked, why_lines, why_title
from habitcoach.ui.look import Look
from habitcoach.ui.science import Science, Topic
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.labels import Label

_WIDTH, _HEIGHT = 560, 560

_TOPICS = {
    About.STRENGTH: Topic.BY_ITSELF,
    About.CUE: Topic.FADING,
}


class WhyPanel(QDialog):
    """Says what is behind one number, then lists the days it was made of, newest first."""

    def __init__(self, look: Look, asked: Asked, parent: QWidget) -> None:
        super().__init__(parent)
        theme = look.theme
        self.asked = asked
        self._look = look
        self.setObjectName("why_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Where this comes from"))
        self.resize(QSize(_WIDTH, _HEIGHT))
        self._title = Label(look, "", "title2", wrap=True)
        self._title.setObjectName("why_title")
        self._lines = Label(look, "", "body", "text2", wrap=True)
        self._lines.setObjectName("why_lines")
        self._days = DayList(look)
        research = Button(look, tr("The research behind it"), "quiet", "info")
        research.setObjectName("why_research")
        research.setProperty("flush", "true")
        research.clicked.connect(self._open_research)
        close = foot_button(look, "why_close", tr("Close"), self.accept, "secondary")
        close.setDefault(True)
        foot = Foot(look, close, beside=research)
        body = QVBoxLayout(self)
        margin = theme.space(5)
        body.setContentsMargins(margin, margin, margin, theme.space(4))
        body.setSpacing(theme.space(3))
        body.addWidget(self._title)
        body.addWidget(self._lines)
        body.addWidget(self._days, 1)
        body.addLayout(foot)

    def show_facts(self, facts: HabitFacts, today: date) -> None:
        """Fill the panel."""
        self._title.setText(why_title(self.asked, facts, today))
        self.setAccessibleName(self._title.text())
        self._lines.setText("\n".join(why_lines(self.asked, facts, today)))
        self._days.show_days(facts.periods, self.asked.day)
        self._days.setFocus()

    def _open_research(self) -> None:
        Science(self._look, self, _TOPICS.get(self.asked.about, Topic.STREAKS)).open()

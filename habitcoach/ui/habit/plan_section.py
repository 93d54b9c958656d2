"""The rest of a habit's plan, and what it was before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.coaching.habit_views import HabitView
from habitcoach.core.habit import Version
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import plan_sentence, trigger_phrase
from habitcoach.ui.format import sentence_case
from habitcoach.ui.habit.words import dated
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label


class Pairs(QWidget):
    """Words on the leading side, and what they stand for beside them."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._rows: list[tuple[Label, Label]] = []
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(look.theme.space(4))
        self.grid.setVerticalSpacing(look.theme.space(2))
        self.grid.setColumnStretch(1, 1)

    def show_pairs(self, pairs: list[tuple[str, str, str]]) -> None:
        """Show words, texts, and the names by which tests find the texts."""
        while len(self._rows) < len(pairs):
            self._add_row()
        for head, value in self._rows[len(pairs) :]:
            head.hide()
            value.hide()
        for (head, value), (word, text, name) in zip(self._rows, pairs, strict=False):
            head.setText(word)
            value.setText(text)
            value.setObjectName(f"{self._name}_{name}")
            head.show()
            value.show()
        self.setVisible(bool(pairs))

    def _add_row(self) -> None:
        head = Label(self._look, "", "body", "text2")
        head.keep_line()
        value = Label(self._look, "", "body", wrap=True)
        row = len(self._rows)
        self.grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(value, row, 1)
        self._rows.append((head, value))


class PlanSection(QWidget):
    """When the cue comes, the tiny version, the treat, and why; below it the plans of before."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("plan_section")
        self._facts = Pairs(look, "detail")
        self._history_head = Label(look, tr("Before"), "heading")
        self._history_head.setObjectName("history_heading")
        self._history = Pairs(look, "history")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addWidget(Label(look, tr("The plan"), "heading"))
        body.addWidget(self._facts)
        body.addSpacing(look.theme.space(3))
        body.addWidget(self._history_head)
        body.addWidget(self._history)

    def show_plan(self, habit: HabitView) -> None:
        """Show what is known of a habit at once."""
        facts = (
            (tr("Cue"), trigger_phrase(habit.trigger, habit.follows), "cue"),
            (tr("Tiny version"), sentence_case(habit.plan.tiny), "tiny"),
            (tr("Treat"), sentence_case(habit.plan.treat), "treat"),
            (tr("Why"), habit.plan.why, "why"),
        )
        self._facts.show_pairs([one for one in facts if one[1]])

    def show_history(self, view: HabitDetailView | None) -> None:
        """Show what the plan was before, newest first; nothing while that is being read."""
        versions = () if view is None else view.versions
        pairs = []
        if view is not None:
            for number, one in enumerate(versions[1:]):
                since = tr("Since {day}", day=dated(one.from_date, view.today))
                pairs.append((since, _version(one), str(number)))
        self._history.show_pairs(pairs)
        self._history_head.setVisible(bool(pairs))


def _version(version: Version) -> str:
    return tr("{cue} · {plan}", cue=trigger_phrase(version.trigger), plan=plan_sentence(version.plan))

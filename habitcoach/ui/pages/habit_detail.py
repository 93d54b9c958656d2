"""One habit: its sentence, its figures, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from habitcoach.coaching.views import HabitView
from habitcoach.core.habit import Category
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import periods, plan_sentence, trigger_phrase
from habitcoach.ui.format import number_text, sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import Page, Rule
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label


class Figure(QWidget):
    """A number with its unit, and below it what it counts."""

    def __init__(self, look: Look, name: str, caption: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._caption = caption
        self._number = Label(look, "", "title")
        self._number.setObjectName(f"{name}_number")
        self._unit = Label(look, "", "body", "text2")
        line = QHBoxLayout()
        line.setSpacing(look.theme.space(2))
        line.addWidget(self._number)
        line.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBottom)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(line)
        body.addWidget(Label(look, caption, "body", "text2"))

    def show_count(self, count: int, words: str) -> None:
        """Show a count; `words` is the count with its unit, "12 shifts"."""
        number = number_text(count)
        self._number.setText(number)
        self._unit.setText(words.removeprefix(str(count)).strip())
        self.setAccessibleName(f"{self._caption}: {words}")


class HabitDetail(Page):
    """The right side of the Habits page."""

    edit = Signal(int)
    archive = Signal(int)
    restore = Signal(int)
    delete = Signal(object)  #: HabitView

    def __init__(self, look: Look) -> None:
        super().__init__(look, "habit_detail")
        self._look = look
        self._habit: HabitView | None = None
        theme = look.theme
        self._tile = GlyphTile(look, Category.FOCUS, large=True)
        self._name = Label(look, "", "title2", wrap=True)
        self._name.setObjectName("detail_name")
        self._edit = Button(look, tr("Edit"), "secondary")
        self._edit.setObjectName("detail_edit")
        self._edit.clicked.connect(lambda: self._emit(self.edit))
        self._restore = Button(look, tr("Bring back"), "secondary", "undo")
        self._restore.setObjectName("detail_restore")
        self._restore.clicked.connect(lambda: self._emit(self.restore))
        self._more = IconButton(look, "dots", "")
        self._more.setObjectName("detail_more")
        self._menu = QMenu(self)
        self._menu.setObjectName("detail_menu")
        self._more.clicked.connect(self._open_menu)
        self._sentence = Label(look, "", "own_pledge", wrap=True)
        self._sentence.setObjectName("detail_sentence")
        self._streak = Figure(look, "detail_streak", tr("Streak"))
        self._best = Figure(look, "detail_best", tr("Best"))
        self._total = Figure(look, "detail_total", tr("Kept so far"))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.space(4))
        self._facts.setVerticalSpacing(theme.space(2))
        self._facts.setColumnStretch(1, 1)
        self._fact_labels: dict[str, tuple[Label, Label]] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._look.theme
        self.body.setContentsMargins(*(theme.space(step) for step in (6, 6, 6, 6)))
        self.body.setSpacing(theme.space(4))
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self._restore, self._edit, self._more):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        figures = QHBoxLayout()
        figures.setSpacing(theme.space(4))
        for number, figure in enumerate((self._streak, self._best, self._total)):
            if number:
                figures.addWidget(Rule(self._look))
            figures.addWidget(figure, 1)
        for key, title in (
            ("cue", tr("Cue")),
            ("tiny", tr("Tiny version")),
            ("treat", tr("Treat")),
            ("why", tr("Why")),
        ):
            row = len(self._fact_labels)
            word = Label(self._look, title, "body", "text2")
            word.setFixedHeight(theme.line_height("body"))
            value = Label(self._look, "", "body", wrap=True)
            value.setObjectName(f"detail_{key}")
            self._facts.addWidget(word, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, row, 1)
            self._fact_labels[key] = (word, value)
        self.body.addLayout(head)
        self.body.addWidget(self._sentence)
        self.body.addLayout(figures)
        self.body.addSpacing(theme.space(2))
        self.body.addLayout(self._facts)
        self.body.addStretch()

    def show_habit(self, habit: HabitView) -> None:
        """Show a habit."""
        self._habit = habit
        self._tile.set_glyph(habit.category)
        self._name.setText(habit.name)
        self._sentence.setText(plan_sentence(habit.plan))
        self._streak.show_count(habit.streak, periods(habit.streak, habit.per))
        self._best.show_count(habit.best, periods(habit.best, habit.per))
        self._total.show_count(habit.total, periods(habit.total, habit.per))
        facts = {
            "cue": trigger_phrase(habit.trigger, habit.follows),
            "tiny": sentence_case(habit.plan.tiny),
            "treat": sentence_case(habit.plan.treat),
            "why": habit.plan.why,
        }
        for key, text in facts.items():
            word, value = self._fact_labels[key]
            value.setText(text)
            word.setVisible(bool(text))
            value.setVisible(bool(text))
        self._restore.setVisible(habit.archived)
        self._edit.setVisible(not habit.archived)
        # A retired habit that was logged can only be brought back: its menu would be empty.
        self._more.setVisible(not habit.archived or not habit.has_entries)
        self._edit.setAccessibleName(tr("Edit {habit}", habit=habit.name))
        self._restore.setAccessibleName(tr("Bring back {habit}", habit=habit.name))
        self._more.set_name(tr("More for {habit}", habit=habit.name))

    def _emit(self, signal: SignalInstance) -> None:
        if self._habit is not None:
            signal.emit(self._habit.habit_id)

    def _open_menu(self) -> None:
        habit = self._habit
        if habit is None:
            return
        self._menu.clear()
        if not habit.archived:
            retire = self._menu.addAction(tr("Retire"))
            retire.setObjectName("detail_retire")
            retire.triggered.connect(lambda: self.archive.emit(habit.habit_id))
        if not habit.has_entries:
            delete = self._menu.addAction(tr("Delete…"))
            delete.setObjectName("detail_delete")
            delete.triggered.connect(lambda: self.delete.emit(habit))
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

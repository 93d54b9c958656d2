"""One habit: its sentence, its figures, its charts, its notes, and what can be done with it."""

from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout

from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.coaching.habit_views import HabitView
from habitcoach.core.habit import Category
from habitcoach.core.target import TargetKind
from habitcoach.texts.explanations import band_word
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.sentences import periods, plan_sentence
from habitcoach.ui.habit.chart_sections import ByItselfSection, StreaksSection, YearSection
from habitcoach.ui.habit.cue_section import CueSection
from habitcoach.ui.habit.cue_strip import CueStrip
from habitcoach.ui.habit.figure import Figure
from habitcoach.ui.habit.notes_section import NotesSection
from habitcoach.ui.habit.plan_section import PlanSection
from habitcoach.ui.habit.rest_strip import RestStrip
from habitcoach.ui.habit.why_words import About, Asked
from habitcoach.ui.habit.words import dated
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import Page, Rule
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.menu_place import popup_at_end

_ONE_COLUMN = 480  #: narrower than this, curve and streaks stand below each other
_CURVE_SHARE, _STREAKS_SHARE = 10, 8


class HabitDetail(Page):
    """The right side of the Habits page."""

    edit = Signal(int)
    archive = Signal(int)
    restore = Signal(int)
    delete = Signal(object)  #: HabitView
    why = Signal(object)  #: Asked

    def __init__(self, look: Look) -> None:
        super().__init__(look, "habit_detail")
        self._look = look
        self._habit: HabitView | None = None
        self._tile = GlyphTile(look, Category.FOCUS, large=True)
        self._name = Label(look, "", "title2", wrap=True)
        self._name.setObjectName("detail_name")
        self._edit = Button(look, tr("Edit"), "secondary")
        self._edit.setObjectName("detail_edit")
        self._edit.clicked.connect(lambda: self._emit(self.edit))
        self._restore = Button(look, tr("Bring back"), "secondary", "undo")
        self._restore.setObjectName("detail_restore")
        self._restore.clicked.connect(lambda: self._emit(self.restore))
        self._more = IconButton(look, "dots", tr("More"))
        self._more.setObjectName("detail_more")
        self._menu = QMenu(self)
        self._menu.setObjectName("detail_menu")
        self._more.clicked.connect(self._open_menu)
        self._sentence = Label(look, "", "own_pledge", wrap=True)
        self._sentence.setObjectName("detail_sentence")
        self._streak = self._figure("detail_streak", tr("Streak"), About.STREAK)
        self._best = self._figure("detail_best", tr("Best"), About.BEST)
        self._total = self._figure("detail_total", tr("Kept so far"), About.TOTAL)
        self._strength = self._figure("detail_strength", "", About.STRENGTH)
        self._rest = RestStrip(look)
        self.cue = CueStrip(look)
        self.cue.asked.connect(lambda: self._ask(About.CUE))
        self.year = YearSection(look)
        self.year.asked.connect(lambda day: self._ask(About.DAY, day))
        self._by_itself = ByItselfSection(look)
        self._by_itself.asked.connect(lambda: self._ask(About.STRENGTH))
        self._streaks = StreaksSection(look)
        self._streaks.asked.connect(lambda day: self._ask(About.DAY, day))
        self.notes = NotesSection(look)
        self._cues = CueSection(look)
        self._cues.asked.connect(lambda: self._ask(About.CUE))
        self._plan = PlanSection(look)
        self._rest.start.connect(lambda: self._emit(self.restore))
        self._rest.change.connect(lambda: self._emit(self.edit))
        self._rest.retire.connect(lambda: self._emit(self.archive))
        self._read = (self.year, self._by_itself, self._streaks, self.notes, self._cues)
        self._lay_out()
        self._forget()

    def _figure(self, name: str, caption: str, about: About) -> Figure:
        figure = Figure(self._look, name, caption)
        figure.clicked.connect(lambda: self._ask(about))
        return figure

    def _lay_out(self) -> None:
        theme = self._look.theme
        self.body.setContentsMargins(*(theme.space(step) for step in (6, 6, 6, 6)))
        self.body.setSpacing(theme.space(5))
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        # In the middle of the tile, and so beside the first line of a long name.
        buttons.setContentsMargins(0, (theme.size("glyph_tile_large") - theme.size("button")) // 2, 0, 0)
        for button in (self._restore, self._edit, self._more):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(buttons)
        known = QVBoxLayout()
        known.setSpacing(theme.space(4))
        known.addLayout(self._figures())
        known.addWidget(self._rest)
        known.addWidget(self.cue)
        top = QVBoxLayout()
        top.setSpacing(theme.space(3))
        top.addLayout(head)
        top.addWidget(self._sentence)
        top.addSpacing(theme.space(1))
        top.addLayout(known)
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._charts.setSpacing(theme.space(8))
        self._charts.addWidget(self._by_itself, _CURVE_SHARE)
        self._charts.addWidget(self._streaks, _STREAKS_SHARE)
        self.body.addLayout(top)
        self.body.addWidget(self.year)
        self.body.addLayout(self._charts)
        self.body.addWidget(self.notes)
        self.body.addWidget(self._cues)
        self.body.addWidget(self._plan)
        self.body.addStretch()

    def _figures(self) -> QHBoxLayout:
        figures = QHBoxLayout()
        figures.setSpacing(self._look.theme.space(3))
        for number, figure in enumerate((self._streak, self._best, self._total, self._strength)):
            if number:
                figures.addWidget(Rule(self._look))
            figures.addWidget(figure, 1)
        return figures

    # ---- what is shown

    def show_habit(self, habit: HabitView, today: date | None = None) -> None:
        """Show what the list knows of a habit; its charts come with `show_detail`."""
        other = self._habit is None or self._habit.habit_id != habit.habit_id
        self._habit = habit
        self._tile.set_glyph(habit.category)
        self._name.setText(habit.name)
        self._sentence.setText(plan_sentence(habit.plan))
        self._streak.show_count(habit.streak, periods(habit.streak, habit.per))
        self._best.show_count(habit.best, periods(habit.best, habit.per))
        self._plan.show_plan(habit)
        self._show_buttons(habit)
        if today is not None:
            self.cue.show_cue(habit, today)
        if other:
            self._forget()
        if other or habit.target.kind is TargetKind.CHECK:
            self._total.set_caption(tr("Kept so far"))
            self._total.show_count(habit.total, periods(habit.total, habit.per))

    def _forget(self) -> None:
        """Show nothing of the habit before while this one's page is being read."""
        for section in self._read:
            section.hide()
        self._strength.show_word("", "")
        self._rest.say("")
        self.cue.hide()
        self._plan.show_history(None)
        self.verticalScrollBar().setValue(0)

    def _show_buttons(self, habit: HabitView) -> None:
        self._restore.setVisible(habit.archived)
        self._edit.setVisible(not habit.archived)
        # A retired habit that was logged can only be brought back: its menu would be empty.
        self._more.setVisible(not habit.archived or not habit.has_entries)
        self._edit.setAccessibleName(tr("Edit {habit}", habit=habit.name))
        self._restore.setAccessibleName(tr("Bring back {habit}", habit=habit.name))
        self._more.set_name(tr("More for {habit}", habit=habit.name))

    def show_detail(self, view: HabitDetailView) -> None:
        """Show charts and lists of the habit that is shown; those of another one come too late."""
        habit = self._habit
        if habit is None or habit.habit_id != view.habit_id:
            return
        if view.times is not None:
            self._total.set_caption(tr("Done so far"))
            self._total.show_count(view.times, ntr("{n} time", "{n} times", view.times))
        since = "" if view.band_since is None else tr("since {day}", day=dated(view.band_since, view.today))
        self._strength.show_word(band_word(view.band), since or tr("so far"))
        self.cue.show_cue(habit, view.today)
        self._rest.show_rest(habit, view)
        self.year.show_year(habit, view)
        self._by_itself.show_curve(habit, view)
        self._streaks.show_streaks(habit, view)
        self.notes.show_notes(habit.name, view)
        self._plan.show_history(view)
        self._cues.show_cues(view)
        for section in self._read:
            section.show()
        self._cues.setVisible(self._cues.says(view))

    # ---- what the agent wants

    def _ask(self, about: About, day: date | None = None) -> None:
        if self._habit is not None:
            self.why.emit(Asked(self._habit.habit_id, about, day))

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
        popup_at_end(self._menu, self._more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the streaks below the curve where both do not fit beside each other."""
        super().resizeEvent(event)
        one_column = self.viewport().width() < _ONE_COLUMN * self._look.theme.text_scale
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._charts.setDirection(down if one_column else across)

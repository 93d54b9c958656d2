"""The left side of the editor: cue, routine, reward, name, target."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from habitcoach.coaching.cautions import Cautions
from habitcoach.coaching.drafting import Typed
from habitcoach.coaching.habit_views import HabitView
from habitcoach.core.errors import InputError
from habitcoach.core.fields import MAX_NAME, MAX_TEXT, clean_line
from habitcoach.core.habit import Category, HabitId
from habitcoach.texts.language import tr
from habitcoach.ui.category_names import category_name
from habitcoach.ui.editor.combos import choose, combo
from habitcoach.ui.editor.cue_part import CuePart
from habitcoach.ui.editor.cue_tiles import CueKind
from habitcoach.ui.editor.fault_summary import FaultSummary
from habitcoach.ui.editor.fault_words import fault_text, place_of
from habitcoach.ui.editor.naming import name_from
from habitcoach.ui.editor.target_row import TargetField
from habitcoach.ui.editor.text_field import FieldWords, Heading, TextField
from habitcoach.ui.icons import icon
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button

_SIGN = 16  #: px across, of a category
_ORDER = ("trigger", "when", "routine", "tiny", "reward", "name", "target", "category", "treat", "why")


class HabitForm(QScrollArea):
    """Holds what was typed and shows what is wrong with it."""

    changed = Signal()
    cue_changed = Signal()  #: kind or details of the cue, on which the coming cues depend

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("habit_form")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._summary = FaultSummary(look)
        self._cue = CuePart(look)
        self._texts = self._make_texts()
        self._category = self._make_category()
        self._tint()
        look.changed.connect(self._tint)
        self._target = TargetField(look)
        self._more = Button(look, tr("Add a treat or a why"), "quiet", "plus", scale="compact")
        self._more.setProperty("flush", "true")
        self._more.setObjectName("more_fields")
        self._more.clicked.connect(self._on_more)
        self._lay_out()
        self._connect()
        self._cue.choose(CueKind.SHIFT)
        self._show_more(shown=False)

    def _make_texts(self) -> dict[str, TextField]:
        words = {
            "when": FieldWords(tr("When"), prefix=tr("When")),
            "routine": FieldWords(tr("Routine"), tr("one small thing"), tr("I will")),
            "tiny": FieldWords(tr("Tiny version"), tr("two minutes, for bad days"), tr("or just")),
            "reward": FieldWords(tr("Reward"), tr("what you get, straight after"), tr("then")),
            "treat": FieldWords(tr("Treat"), tr("something bigger, at a milestone")),
            "why": FieldWords(tr("Why"), tr("what it is worth to the customer")),
            "name": FieldWords(tr("Short name"), level=self._look.theme.size("button_small")),
        }
        limits = {"name": MAX_NAME}
        return {name: TextField(self._look, name, limits.get(name, MAX_TEXT), words[name]) for name in words}

    def _make_category(self) -> QComboBox:
        made = combo("category", tr("Category"), ())
        for category in Category:
            made.addItem(category_name(category), userData=category.value)
        choose(made, Category.FOCUS.value)
        return made

    def _tint(self) -> None:
        """Give the categories their signs, in the colours of the theme."""
        for place in range(self._category.count()):
            name = self._category.itemData(place)
            self._category.setItemIcon(place, icon(self._look, name, f"category:{name}", _SIGN))

    def _lay_out(self) -> None:
        theme = self._look.theme
        inner = QWidget()
        inner.setObjectName("scrolled")
        body = QVBoxLayout(inner)
        begin, end = (6, 8) if self.isRightToLeft() else (8, 6)
        body.setContentsMargins(*(theme.space(step) for step in (begin, 5, end, 3)))
        body.setSpacing(theme.space(4))
        body.addWidget(self._summary)
        cue = QVBoxLayout()
        cue.setSpacing(theme.space(2))
        cue.addWidget(self._cue)
        cue.addWidget(self._texts["when"])
        body.addLayout(cue)
        for name in ("routine", "tiny", "reward"):
            body.addWidget(self._texts[name])
        body.addLayout(self._last_row())
        body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        for name in ("treat", "why"):
            body.addWidget(self._texts[name])
        body.addStretch()
        self.setWidget(inner)
        stops = (self._texts["name"].edit, *self._target.stops(), self._category)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.viewport().setAutoFillBackground(False)

    def _last_row(self) -> QVBoxLayout:
        """Lay out name, target and category beside each other, and the numbers of the target below."""
        theme = self._look.theme
        category = QVBoxLayout()
        category.setSpacing(0)
        category.addWidget(Heading(self._look, tr("Category")).keep_level(theme.size("button_small")))
        category.addWidget(self._category)
        category.addStretch()
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        row.addWidget(self._texts["name"], 11)
        row.addWidget(self._target, 14)
        row.addLayout(category, 11)
        whole = QVBoxLayout()
        whole.setSpacing(theme.space(2))
        whole.addLayout(row)
        whole.addWidget(self._target.details)
        return whole

    def _connect(self) -> None:
        self._cue.chosen.connect(self._on_kind)
        self._cue.changed.connect(self._on_cue)
        self._cue.moved.connect(self._on_moved)
        for field in self._texts.values():
            field.changed.connect(self.changed)
        self._texts["routine"].changed.connect(self._show_made_name)
        self._category.currentIndexChanged.connect(self.changed)
        self._target.changed.connect(self.changed)

    # ---- what was typed

    def typed(self) -> Typed:
        """Return the fields as they stand; an empty cue or name takes the words shown in its place."""
        texts = {name: field.text() for name, field in self._texts.items()}
        return Typed(
            name=texts["name"] or name_from(texts["routine"]),
            when=texts["when"] or self._cue.made_when(),
            routine=texts["routine"],
            reward=texts["reward"],
            tiny=texts["tiny"],
            treat=texts["treat"],
            why=texts["why"],
            category=str(self._category.currentData()),
            trigger=self._cue.trigger_json(),
            target=self._target.target_json(),
        )

    def kind(self) -> CueKind:
        """Return the kind of cue chosen."""
        return self._cue.kind

    def offer_habits(self, habits: Sequence[HabitView], own: HabitId | None) -> None:
        """Tell which habits there are, for this one to follow."""
        self._cue.offer_habits(habits, own)

    def show_habit(self, habit: HabitView) -> None:
        """Fill the form with a habit."""
        self._cue.show_trigger(habit.trigger)
        plan = habit.plan
        for name in ("when", "routine", "tiny", "reward", "treat", "why"):
            self._texts[name].set_text(getattr(plan, name))
        self._texts["name"].set_text(habit.name)
        self._category.setCurrentIndex(self._category.findData(habit.category.value))
        self._target.show_target(habit.target)
        self._show_more(shown=bool(plan.treat or plan.why))

    def begin_with(self, routine: str) -> None:
        """Put a first idea into the routine."""
        self._texts["routine"].set_text(routine)

    def start(self) -> None:
        """Put the focus where writing begins."""
        self._cue.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    # ---- what changes with the cue

    def _on_kind(self, kind: CueKind) -> None:
        self._target.follow(kind, self._cue.natural_per())
        self._on_cue()

    def _on_cue(self) -> None:
        made = self._cue.made_when()
        self._texts["when"].edit.setPlaceholderText(made or tr("what happens just before"))
        self.cue_changed.emit()
        self.changed.emit()

    def _on_moved(self) -> None:
        self._on_cue()
        self.start()

    def _show_made_name(self) -> None:
        made = name_from(self._texts["routine"].text())
        self._texts["name"].edit.setPlaceholderText(made or tr("From the routine"))

    def _on_more(self) -> None:
        self._show_more(shown=True)
        self._texts["treat"].edit.setFocus()

    def _show_more(self, *, shown: bool) -> None:
        self._more.setVisible(not shown)
        for name in ("treat", "why"):
            self._texts[name].setVisible(shown)
        self._show_made_name()

    # ---- what is wrong, and what asks for a second look

    def show_cautions(self, found: Cautions) -> None:
        """Show what asks for a second look."""
        self._cue.show_cautions(found)

    def show_faults(self, faults: Sequence[InputError], *, new: bool) -> None:
        """Show every fault at its place and how many there are; the first one of a place is said."""
        words: dict[str, str] = {}
        for fault in faults:
            words.setdefault(place_of(fault), fault_text(fault))
        # A name made from the routine is at fault only where the routine is.
        if "routine" in words and not self._texts["name"].text():
            words.pop("name", None)
        for name, field in self._texts.items():
            field.say(words.get(name, ""))
        if words.keys() & {"treat", "why"}:
            self._show_more(shown=True)
        self._cue.say(words.get("trigger", ""))
        self._target.say(words.get("target", words.get("category", "")))
        self._summary.say(len(words), new=new)

    def focus_first_fault(self, faults: Sequence[InputError]) -> None:
        """Put the focus on the first field at fault and bring it into sight."""
        places = {place_of(fault) for fault in faults}
        first = next((name for name in _ORDER if name in places), None)
        if first is None:
            return
        target: QWidget
        if first == "trigger":
            target = self._cue.first_field()
        elif first == "target":
            target = self._target.first_field()
        elif first == "category":
            target = self._category
        else:
            target = self._texts[first].edit
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(target, QLineEdit) and not clean_line(target.text()):
            target.selectAll()
        # The message below the field has its place only after the layout has run.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(target, 0, self._look.theme.space(10)))

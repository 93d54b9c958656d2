"""The habit editor: what is typed is handed on, and an opened habit is unchanged."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import draft_from
from habitcoach.core.habit import Category, HabitId, Plan
from habitcoach.core.target import Per, Target, TargetKind, target_from_json
from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Contact,
    Edge,
    Every,
    Manual,
    MonthDay,
    NthWeekday,
    OncePer,
    ShiftAnchor,
    Trigger,
    Which,
    natural_period,
    trigger_from_json,
)
from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.look import Look
from habitcoach.ui.theme import DARK
from tests.ui.day_samples import at, habit
from tests.ui.editor.editor_parts import combo, label, press, sentence, spin, write

TEN = At((at(10, 30).time(),), (1, 2, 3))


def test_a_new_habit_is_handed_on(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    combo(editor, "category", Category.LISTENING.value)
    with qtbot.waitSignal(editor.saved) as blocker:
        press(editor, "editor_save")
    draft = draft_from(blocker.args[0])
    assert draft.name == "Read it to the end"
    assert draft.category is Category.LISTENING
    assert draft.plan == Plan("I open a ticket", "read it to the end", "a sip of tea")
    assert draft.trigger == AroundShift(ShiftAnchor.END, -20)
    assert draft.target == Target()
    assert editor.isVisible()


@pytest.mark.parametrize(
    "trigger",
    [
        TEN,
        At((at(9).time(), at(15).time()), (6, 7), anyway=True),
        At((at(9).time(),), (2, 4), weeks=3),
        At((at(9).time(),), weeks=13),
        At((at(9).time(),), monthly=NthWeekday(-1, 5), anyway=True),
        At((at(9).time(),), monthly=NthWeekday(2, 3)),
        At((at(9).time(),), monthly=MonthDay(15)),
        At((at(9).time(),), monthly=MonthDay(31)),
        Every(90),
        Every(120, at(10).time(), at(16).time()),
        AroundShift(ShiftAnchor.START, 5),
        AroundShift(ShiftAnchor.MIDDLE),
        AroundShift(ShiftAnchor.AFTER_BREAK),
        AroundShift(ShiftAnchor.AFTER_BREAK, 10, -1),
        AroundShift(ShiftAnchor.AFTER_BREAK, 10, 7),
        AroundShift(ShiftAnchor.END, -20),
        OncePer(Per.WEEK, Which.LAST, Edge.END, -90),
        OncePer(Per.MONTH, Which.FIRST, Edge.START, 10),
        After(3, 10),
        Contact(),
        Manual(),
    ],
)
@pytest.mark.parametrize(
    "target",
    [
        Target(),
        Target(TargetKind.CHECK, 2, Per.WEEK),
        Target(TargetKind.CHECK, 1),
        Target(TargetKind.COUNT, 3, Per.WEEK),
        Target(TargetKind.RATE, 70, Per.DAY, 8),
    ],
)
def test_an_opened_habit_is_unchanged(editor: HabitEditor, trigger: Trigger, target: Target) -> None:
    plan = Plan("a", "b", "c", "tiny", "treat", "why")
    opened = replace(habit(1, "Name"), trigger=trigger, target=target, plan=plan)
    editor.edit_habit(opened)
    draft = draft_from(editor.typed())
    assert (draft.name, draft.plan, draft.trigger) == ("Name", plan, trigger)
    # "All" and "once" are the same where nothing prompts.
    unprompted = isinstance(trigger, Contact | Manual)
    wanted = replace(target, goal=1) if unprompted and target.goal == "all" else target
    assert draft.target == wanted
    assert label(editor, "editor_title").text() == "Edit habit"


def offered(editor: QWidget) -> list[str]:
    found = editor.findChild(QComboBox, "after_habit")
    assert isinstance(found, QComboBox)
    return [found.itemText(number) for number in range(found.count())]


def test_only_habits_that_close_no_circle_are_offered(editor: HabitEditor) -> None:
    others = (
        habit(1, "Read & note", TEN),
        habit(2, "Write", After(1)),
        habit(3, "Call", After(2, 5)),
        replace(habit(4, "Old"), archived=True),
    )
    editor.offer_habits(others, None)
    assert offered(editor) == ["Read & note", "Write", "Call"]
    editor.offer_habits(others, HabitId(2))
    assert offered(editor) == ["Read & note"]
    editor.offer_habits(others, HabitId(1))
    assert offered(editor) == []


def test_a_habit_starts_after_another(editor: HabitEditor) -> None:
    editor.offer_habits((habit(1, "Read"), habit(2, "Write")), None)
    write(editor)
    press(editor, "cue-after")
    combo(editor, "after_habit", 2)
    spin(editor, "after_minutes").setValue(10)
    assert draft_from(editor.typed()).trigger == After(2, 10)
    assert label(editor, "next_cues_none").text() == (
        "Each time the other habit is done, while your shift lasts."
    )


def test_without_another_habit_none_can_be_followed(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    press(editor, "cue-after")
    with qtbot.assertNotEmitted(editor.saved):
        press(editor, "editor_save")
    assert label(editor, "trigger_fault").text() == "Start another habit first, or choose another cue."


def test_a_retired_habit_that_is_followed_keeps_its_name(editor: HabitEditor) -> None:
    old = replace(habit(1, "Old"), archived=True)
    editor.offer_habits((old, habit(2, "Write", After(1))), HabitId(2))
    editor.edit_habit(habit(2, "Write", After(1)))
    assert offered(editor) == ["Old"]
    assert draft_from(editor.typed()).trigger == After(1)


def test_each_kind_of_cue_brings_its_own_default(editor: HabitEditor) -> None:
    found = {}
    for kind in ("at", "every", "shift", "contact", "manual"):
        press(editor, f"cue-{kind}")
        typed = editor.typed()
        trigger = trigger_from_json(typed.trigger)
        found[kind] = target_from_json(
            typed.target, natural_period(trigger), manual=isinstance(trigger, Manual)
        )
    assert found["at"] == found["every"] == found["shift"] == Target()
    assert found["contact"] == Target(TargetKind.RATE, 80, Per.DAY, 5)
    assert found["manual"] == Target(TargetKind.CHECK, 1)


def test_times_can_be_added_and_taken_away(editor: HabitEditor) -> None:
    press(editor, "cue-at")
    press(editor, "add_time")
    edits = [one for one in editor.findChildren(QTimeEdit) if one.objectName().startswith("time-")]
    edits[-1].setTime(QTime(17, 15))
    assert editor.typed().trigger["times"] == ["10:00", "17:15"]  # type: ignore[index]
    press(editor, f"remove_time-{edits[0].objectName().partition('-')[2]}")
    assert editor.typed().trigger["times"] == ["17:15"]  # type: ignore[index]
    assert sentence(editor).startswith("When it is 17:15, I will")


def test_a_time_runs_from_left_to_right_beside_its_cross(editor: HabitEditor) -> None:
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(editor, "cue-at")
    press(editor, "add_time")
    first, cross = editor.findChild(QTimeEdit, "time-1"), editor.findChild(QAbstractButton, "remove_time-1")
    assert first is not None
    assert cross is not None
    assert first.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert cross.geometry().center().x() > first.width() / 2


def test_the_signs_of_the_categories_follow_the_theme(editor: HabitEditor, look: Look) -> None:
    found = editor.findChild(QComboBox, "category")
    assert found is not None
    before = found.itemIcon(0).pixmap(16).toImage()
    look.set_mode(DARK)
    assert found.itemIcon(0).pixmap(16).toImage() != before


def test_the_last_time_stays(editor: HabitEditor) -> None:
    press(editor, "cue-at")
    first, cross = editor.findChild(QTimeEdit, "time-1"), editor.findChild(QAbstractButton, "remove_time-1")
    assert first is not None
    assert cross is not None
    assert not cross.isVisible()
    alone = first.width()
    press(editor, "add_time")
    assert cross.isVisible()
    assert first.width() == alone + cross.width()
    assert first.rect().contains(cross.geometry())
    shown = first.lineEdit().fontMetrics().horizontalAdvance(first.text())
    assert first.lineEdit().width() - cross.width() > shown

"""The habit editor: what is typed, what is shown beside it, what is wrong with it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time
from itertools import groupby

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from habitcoach.coaching.cautions import Cautions, CloseCue, OutsideShift
from habitcoach.coaching.drafting import draft_from, faults_in
from habitcoach.core.errors import InputError
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
from habitcoach.ui.editor.preview import SentenceView
from habitcoach.ui.look import Look
from tests.ui.day_samples import AWKWARD, DAY, NOW, at, cue, habit

TEN = At((at(10, 30).time(),), (1, 2, 3))


@pytest.fixture
def editor(qtbot: QtBot, look: Look) -> HabitEditor:
    made = HabitEditor(look, None, faults_in)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def field(editor: QWidget, name: str) -> QLineEdit:
    found = editor.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit), name
    return found


def label(editor: QWidget, name: str) -> QLabel:
    found = editor.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found


def press(editor: QWidget, name: str) -> None:
    found = editor.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    found.click()


def combo(editor: QWidget, name: str, data: object) -> None:
    found = editor.findChild(QComboBox, name)
    assert isinstance(found, QComboBox), name
    found.setCurrentIndex(found.findData(data))
    found.activated.emit(found.currentIndex())


def spin(editor: QWidget, name: str) -> QSpinBox:
    found = editor.findChild(QSpinBox, name)
    assert isinstance(found, QSpinBox), name
    return found


def sentence(editor: HabitEditor) -> str:
    found = editor.findChild(SentenceView)
    assert isinstance(found, SentenceView)
    return " ".join(found.text.replace("\u00a0", "_").split())


def write(editor: HabitEditor) -> None:
    field(editor, "when").setText("I open a ticket")
    field(editor, "routine").setText("read it to the end")
    field(editor, "reward").setText("a sip of tea")


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


def test_one_shift_of_many_is_chosen_where_every_shift_stands(editor: HabitEditor) -> None:
    press(editor, "anchor_end")
    combo(editor, "which_shift", "last week")
    assert editor.typed().trigger == {"kind": "week", "shift": "last", "anchor": "end", "offset": -20}
    once = editor.findChild(QAbstractButton, "anchor_once")
    assert once is not None
    assert once.isChecked()
    combo(editor, "edge", "start")
    combo(editor, "which_shift", "every")
    assert editor.typed().trigger == {"kind": "shift", "anchor": "start", "offset": -20}
    press(editor, "anchor_once")
    assert editor.typed().trigger == {"kind": "week", "shift": "last", "anchor": "end", "offset": -20}


def test_a_long_choice_keeps_to_its_narrow_place(editor: HabitEditor) -> None:
    editor.offer_habits((habit(1, "W" * 60),), None)
    press(editor, "cue-after")
    found = editor.findChild(QComboBox, "after_habit")
    assert found is not None
    assert found.width() <= 280 < found.sizeHint().width()


def walked(editor: HabitEditor, last: str) -> list[str]:
    """Return where Tab goes from where the focus is."""
    names: list[str] = []
    while (stop := editor.focusWidget()).objectName() != last:
        names.append(stop.objectName())
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    return names


def test_the_keyboard_goes_through_the_form_in_its_order(editor: HabitEditor) -> None:
    press(editor, "cue-contact")
    field(editor, "reward").setFocus()
    assert walked(editor, "editor_save") == [
        *("reward", "name", "target_per", "target_kind", "target_goal", "target_minimum"),
        *("category", "more_fields", "editor_try", "editor_cancel"),
    ]


def test_the_keyboard_goes_from_the_kind_of_cue_to_its_times_and_days(editor: HabitEditor) -> None:
    press(editor, "cue-at")
    press(editor, "add_time")
    tile = editor.findChild(QAbstractButton, "cue-at")
    assert tile is not None
    tile.setFocus()
    # A time is walked hour by minute.
    names = [name for name, _ in groupby(walked(editor, "when"))]
    assert names[:6] == ["cue-at", "time-1", "remove_time-1", "time-2", "remove_time-2", "add_time"]
    assert names[6] == "at_rhythm"
    assert names[-1] == "anyway"


def test_the_form_stands_as_it_is_drawn(editor: HabitEditor, look: Look) -> None:
    theme = look.theme
    assert editor.size() == theme.size_of("dialog_editor")

    def of(name: str) -> QRect:
        found = editor.findChild(QWidget, name)
        assert found is not None, name
        return QRect(found.mapTo(editor, QPoint(0, 0)), found.size())

    assert of("editor_title").left() == of("cue-at").left() == of("routine").left() == theme.space(8)
    assert of("routine").height() == of("name").height() == of("category").height() == theme.size("field")
    assert of("cue-at").height() == theme.size("choice_tile")
    for name in ("offset_minutes", "offset_side", "which_shift"):
        assert of(name).height() == theme.size("button"), name
    assert of("name").top() == of("target_kind").top() == of("category").top()
    assert of("category").right() == of("routine").right()
    assert of("name").bottom() < of("editor_save").top()
    assert of("offset_minutes").top() == of("which_shift").top()


def test_what_is_typed_is_json(editor: HabitEditor) -> None:
    for kind in ("at", "every", "shift", "contact", "manual"):
        press(editor, f"cue-{kind}")
        assert json.loads(json.dumps(editor.typed().trigger)) == editor.typed().trigger


def test_the_sentence_follows_every_key(editor: HabitEditor) -> None:
    press(editor, "cue-manual")
    assert sentence(editor).count("_") == 66
    QTest.keyClicks(field(editor, "routine"), "ask")
    assert ", I will ask, then ___" in sentence(editor)
    write(editor)
    assert sentence(editor) == "When I open a ticket, I will read it to the end, then a sip of tea."


@pytest.mark.parametrize(
    ("anchor", "minutes", "side", "when"),
    [
        ("start", 0, 1, "my shift starts"),
        ("start", 15, 1, "it is 15 min after the start of my shift"),
        ("middle", 0, 1, "my shift is half over"),
        ("end", 20, -1, "it is 20 min before the end of my shift"),
        ("after_break", 0, 1, "I am back from a break"),
    ],
)
def test_a_cue_not_put_in_words_is_said_by_its_moment(
    editor: HabitEditor, anchor: str, minutes: int, side: int, when: str
) -> None:
    press(editor, f"anchor_{anchor}")
    spin(editor, "offset_minutes").setValue(minutes)
    combo(editor, "offset_side", side)
    assert editor.typed().when == when
    assert field(editor, "when").placeholderText() == when


def test_an_empty_form_names_every_fault_and_goes_to_the_first(editor: HabitEditor) -> None:
    press(editor, "cue-manual")
    press(editor, "editor_save")
    assert label(editor, "fault_summary_text").text() == "3 things to fix before this can start."
    assert label(editor, "when_fault").text().startswith("Say what starts it")
    assert label(editor, "routine_fault").text().startswith("Say what you will do")
    assert label(editor, "reward_fault").text().startswith("Say what you get")
    assert label(editor, "name_fault").text() == ""
    assert field(editor, "when").hasFocus()
    assert field(editor, "when").property("invalid") == "true"


def test_after_the_first_try_faults_go_as_they_are_mended(qtbot: QtBot, editor: HabitEditor) -> None:
    press(editor, "editor_save")
    field(editor, "routine").setText("ask")
    assert label(editor, "routine_fault").text() == ""
    assert label(editor, "fault_summary_text").text() == "One thing to fix before this can start."
    field(editor, "reward").setText("tea")
    summary = editor.findChild(QWidget, "fault_summary")
    assert summary is not None
    assert not summary.isVisibleTo(editor)
    with qtbot.waitSignal(editor.saved):
        press(editor, "editor_save")


def test_ten_thousand_characters_are_kept_and_refused(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    pasted = "x" * 10_000
    field(editor, "routine").setText(pasted)
    field(editor, "name").setText("n" * 61)
    assert field(editor, "routine").text() == pasted
    assert label(editor, "routine_fault").text() == "9800 characters too many; at most 200 fit."
    assert label(editor, "name_fault").text() == "One character too many; at most 60 fit."
    with qtbot.assertNotEmitted(editor.saved):
        press(editor, "editor_save")


@pytest.mark.parametrize("invisible", ["   ", "\u200b", "\u2800", "\u00ad", "\u3164"])
def test_an_invisible_name_is_refused(qtbot: QtBot, editor: HabitEditor, invisible: str) -> None:
    write(editor)
    field(editor, "name").setText(invisible)
    with qtbot.assertNotEmitted(editor.saved):
        press(editor, "editor_save")
    assert label(editor, "name_fault").text() == "Give it a name with at least one letter."


def test_no_weekday_is_a_fault_of_the_cue(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    press(editor, "cue-at")
    for day in range(1, 6):
        press(editor, f"weekday-{day}")
    with qtbot.assertNotEmitted(editor.saved):
        press(editor, "editor_save")
    assert label(editor, "trigger_fault").text() == "Choose at least one day."


def test_faults_found_while_saving_are_shown(editor: HabitEditor) -> None:
    write(editor)
    press(editor, "editor_save")
    editor.show_faults([InputError("name", "name_taken", name="Read it")])
    assert "already have a habit called “Read it”" in label(editor, "name_fault").text()
    assert field(editor, "name").hasFocus()


def test_coming_cues(qtbot: QtBot, editor: HabitEditor) -> None:
    with qtbot.waitSignal(editor.preview_wanted) as blocker:
        press(editor, "cue-every")
    assert faults_in(blocker.args[0]) == []
    assert trigger_from_json(blocker.args[0].trigger) == Every(120)
    editor.show_cues([cue(DAY), cue(date(2026, 6, 12), shift="Late")], at(14, 12))
    shown = [label(editor, f"cue_{part}-0").text() for part in ("date", "time", "note")]
    assert shown == ["Today", "16:10", "in 1 h 58 min"]
    assert [label(editor, f"cue_{part}-1").text() for part in ("date", "note")] == ["Fri 12 June", "Late"]
    assert not label(editor, "cue_date-2").isVisibleTo(editor)
    editor.show_cues([], at(14, 12))
    assert label(editor, "next_cues_none").text() == "No cue in the weeks ahead."


def notes(editor: HabitEditor) -> list[tuple[str, str]]:
    rows = [number for number in range(5) if label(editor, f"cue_date-{number}").isVisibleTo(editor)]
    return [(label(editor, f"cue_time-{n}").text(), label(editor, f"cue_note-{n}").text()) for n in rows]


def test_times_off_shift_stand_among_the_coming_cues(editor: HabitEditor) -> None:
    press(editor, "cue-at")
    friday = date(2026, 6, 12)
    with british():
        editor.show_cues([cue(friday), cue(friday), cue(friday, shift="Late")], at(14, 12), [at(17, 15)])
        assert notes(editor) == [
            ("17:15", "off shift"),
            ("16:10", "Early"),
            ("16:10", ""),
            ("16:10", "Late"),
        ]
        # What comes next stands out, and not what does not come.
        styles = [label(editor, f"cue_date-{number}").property("textStyle") for number in range(3)]
        assert styles == ["body", "body_medium", "body"]
        editor.show_cues([], at(14, 12), [at(17, 15)])
    assert notes(editor) == [("17:15", "off shift")]
    assert label(editor, "next_cues_none").text() == "No cue in the weeks ahead."
    editor.show_cues([cue(friday)] * 5, at(14, 12), [at(17, 15), at(18)])
    assert len(notes(editor)) == 5


def test_times_that_come_too_late_are_left_out(editor: HabitEditor) -> None:
    press(editor, "cue-every")
    press(editor, "cue-contact")
    editor.show_cues([cue(DAY)], at(14, 12))
    assert not label(editor, "cue_date-0").isVisibleTo(editor)
    assert label(editor, "next_cues_none").text() == "No pop-up: you meet it in every contact."


def test_no_cues_are_asked_for_where_there_are_none(qtbot: QtBot, editor: HabitEditor) -> None:
    with qtbot.assertNotEmitted(editor.preview_wanted):
        press(editor, "cue-contact")
        press(editor, "cue-manual")
    assert label(editor, "next_cues_none").text() == "None: you log it when it happens."


def test_esc_closes_an_untouched_editor(qtbot: QtBot, editor: HabitEditor) -> None:
    with qtbot.waitSignal(editor.rejected):
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_esc_asks_before_typed_text_is_lost(qtbot: QtBot, editor: HabitEditor) -> None:
    field(editor, "routine").setText("ask")
    with qtbot.assertNotEmitted(editor.rejected):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        press(editor, "question_keep")
    assert field(editor, "routine").text() == "ask"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    with qtbot.waitSignal(editor.rejected):
        [one for one in editor.findChildren(QPushButton, "question_go") if one.isVisible()][-1].click()


def test_ctrl_enter_saves(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    with qtbot.waitSignal(editor.saved):
        QTest.keyClick(field(editor, "reward"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_in_a_field_saves_nothing(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    with qtbot.assertNotEmitted(editor.saved):
        QTest.keyClick(field(editor, "reward"), Qt.Key.Key_Return)
    assert editor.isVisible()


def test_treat_and_why_are_there_when_wanted(editor: HabitEditor) -> None:
    assert not field(editor, "treat").isVisibleTo(editor)
    press(editor, "more_fields")
    assert field(editor, "treat").hasFocus()
    field(editor, "why").setText("it calms")
    assert editor.typed().why == "it calms"


@pytest.mark.parametrize("awkward", AWKWARD)
def test_texts_are_shown_as_they_are(editor: HabitEditor, awkward: str) -> None:
    editor.edit_habit(replace(habit(1, awkward[:60]), plan=Plan(awkward, awkward, awkward)))
    editor.grab()
    assert field(editor, "routine").text() == awkward
    assert sentence(editor) == f"When {awkward}, I will {awkward}, then {awkward}."
    assert editor.typed().name == awkward[:60]
    for one in editor.findChildren(QLabel):
        assert one.textFormat() == Qt.TextFormat.PlainText


# ---- a second look, a trial, and the way out


OUTSIDE = OutsideShift(time(17, 15), before=False, shift="Early", edge=time(16, 30), elsewhere=True)
BEFORE = replace(OUTSIDE, at=time(7), before=True, edge=time(8), elsewhere=False)


@pytest.mark.parametrize(
    ("outside", "words"),
    [
        (OUTSIDE, "17:15 is after Early ends, 16:30."),
        (replace(OUTSIDE, shift=""), "17:15 is after your shift ends, 16:30."),
        (BEFORE, "07:00 is before Early begins, 08:00."),
        (replace(BEFORE, shift=""), "07:00 is before your shift begins, 08:00."),
    ],
)
def test_a_time_outside_the_shift_is_said_and_blocks_nothing(
    editor: HabitEditor, outside: OutsideShift, words: str
) -> None:
    with british():
        editor.show_cautions(Cautions(outside=outside))
    assert label(editor, "caution_outside_headline").text() == words
    save = editor.findChild(QPushButton, "editor_save")
    assert save is not None
    assert save.isEnabled()
    editor.show_cautions(Cautions())
    strips = editor.findChild(QWidget, "cautions")
    assert strips is not None
    assert strips.isHidden()


def test_an_hour_before_the_end_instead(editor: HabitEditor) -> None:
    press(editor, "cue-at")
    editor.show_cautions(Cautions(outside=OUTSIDE))
    press(editor, "caution_outside_use")
    assert editor.typed().trigger == {"kind": "shift", "anchor": "end", "offset": -60}


def test_close_by_and_many_at_once(editor: HabitEditor) -> None:
    with british():
        editor.show_cautions(Cautions(close=CloseCue("Smile", NOW), building=3))
    assert label(editor, "caution_close_headline").text() == "“Smile” has its cue at 16:10, close by."
    many = "You are building 3 habits already. Fewer at a time settle sooner."
    assert label(editor, "caution_many_headline").text() == many


def test_the_cue_on_each_shift(editor: HabitEditor) -> None:
    note = label(editor, "preview_note")
    with british():
        editor.show_cautions(Cautions(moves=(("Early", time(16, 10)), ("Late", time(21, 10)))))
        moves = "This cue moves with your shift: Early 16:10, Late 21:10. Days off are left out."
        assert note.text() == moves
        editor.show_cautions(Cautions(outside=OUTSIDE))
    assert note.text() == "Shifts differ, so you can keep 17:15. It comes whenever a shift contains it."
    editor.show_cautions(Cautions(outside=BEFORE))
    assert note.text() == ""


def test_the_cue_can_be_tried_once_nothing_is_missing(qtbot: QtBot, editor: HabitEditor) -> None:
    with qtbot.assertNotEmitted(editor.try_wanted):
        press(editor, "editor_try")
    assert label(editor, "routine_fault").text().startswith("Say what you will do.")
    write(editor)
    with qtbot.waitSignal(editor.try_wanted) as tried:
        press(editor, "editor_try")
    assert tried.args is not None
    assert tried.args[0] == editor.typed()


def test_only_a_habit_there_is_can_be_retired(qtbot: QtBot, editor: HabitEditor) -> None:
    retire = editor.findChild(QPushButton, "editor_retire")
    assert retire is not None
    assert not retire.isVisible()
    editor.edit_habit(habit(1))
    with qtbot.waitSignal(editor.retire_wanted):
        press(editor, "editor_retire")
    assert not editor.isVisible()


def test_retiring_asks_before_typed_text_is_lost(qtbot: QtBot, editor: HabitEditor) -> None:
    editor.edit_habit(habit(1))
    field(editor, "routine").setText("something else")
    with qtbot.assertNotEmitted(editor.retire_wanted):
        press(editor, "editor_retire")
        press(editor, "question_keep")
    press(editor, "editor_retire")
    with qtbot.waitSignal(editor.retire_wanted):
        press(editor, "question_go")


@contextmanager
def british() -> Iterator[None]:
    """Write times and dates as in Britain."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    try:
        yield
    finally:
        QLocale.setDefault(before)

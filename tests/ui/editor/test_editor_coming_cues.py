"""The habit editor: the cues that would come."""

from datetime import date

from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import faults_in
from habitcoach.core.trigger import Every, trigger_from_json
from habitcoach.ui.editor.habit_editor import HabitEditor
from tests.support.british import british
from tests.ui.day_samples import DAY, at, cue
from tests.ui.editor.editor_parts import label, press


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

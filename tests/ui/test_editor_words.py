"""Names made from routines, cues put in words, faults explained."""

import pytest

from habitcoach.core.errors import InputError
from habitcoach.core.fields import MAX_NAME
from habitcoach.core.habit import Category
from habitcoach.core.target import Per
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
)
from habitcoach.ui.category_names import category_name
from habitcoach.ui.editor.fault_words import fault_text, place_of
from habitcoach.ui.editor.naming import name_from
from habitcoach.ui.editor.when_words import when_from
from tests.ui.day_samples import at


@pytest.mark.parametrize(
    ("routine", "name"),
    [
        ("", ""),
        ("ask", "Ask"),
        ("write what is on my mind on paper, and leave it", "Write what is on my mind on"),
        ("stretch for a minute & then smile broadly", "Stretch for a minute & then"),
        ("stretch for one whole minute & <b>", "Stretch for one whole minute"),
        ("read it to the end.", "Read it to the end"),
    ],
)
def test_a_name_is_made_of_the_first_words(routine: str, name: str) -> None:
    assert name_from(routine) == name


def test_a_word_too_long_for_a_name_is_cut() -> None:
    assert name_from("w" * 100) == "W" + "w" * (MAX_NAME - 1)


@pytest.mark.parametrize(
    ("trigger", "words"),
    [
        (At((at(10, 30).time(),)), "it is 10:30"),
        (At((at(9).time(), at(10).time(), at(17, 15).time())), "it is 09:00, 10:00 or 17:15"),
        (At((at(10, 30).time(),), weeks=2), "it is 10:30"),
        (At((at(10, 30).time(),), monthly=NthWeekday(2, 3)), "it is 10:30 on the 2nd Wednesday"),
        (At((at(10, 30).time(),), monthly=MonthDay(31)), "it is 10:30 on the last day of the month"),
        (Every(90), "another 1 h 30 min have passed"),
        (AroundShift(ShiftAnchor.END), "my shift ends"),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 0, 1), "I am back from my first break"),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 5, 3), "it is 5 min after my break number 3"),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 0, -1), "I am back from my last break"),
        (OncePer(Per.WEEK, Which.LAST, Edge.END), "my last shift of the week ends"),
        (OncePer(Per.WEEK, Which.FIRST, Edge.START), "my first shift of the week starts"),
        (
            OncePer(Per.MONTH, Which.LAST, Edge.END, -90),
            "it is 1 h 30 min before the end of my last shift of the month",
        ),
        (
            OncePer(Per.MONTH, Which.FIRST, Edge.START, 10),
            "it is 10 min after the start of my first shift of the month",
        ),
        (After(3), ""),
        (Contact(), ""),
        (Manual(), ""),
    ],
)
def test_a_moment_in_words(trigger: Trigger, words: str) -> None:
    assert when_from(trigger) == words


@pytest.mark.parametrize(
    ("fault", "place", "words"),
    [
        (InputError("reward", "empty"), "reward", "Say what you get straight after, such as “a sip of tea”."),
        (InputError("tiny", "empty"), "tiny", "The tiny version needs at least one visible character."),
        (InputError("trigger.to", "empty_window"), "trigger", "Choose an end that is not the start."),
        (
            InputError("trigger.offset", "not_in_range", low=-30, high=1440),
            "trigger",
            "A cue can come at most 30 min outside the shift. Choose fewer minutes.",
        ),
        (
            InputError("trigger.habit", "missing_key"),
            "trigger",
            "Start another habit first, or choose another cue.",
        ),
        (InputError("name", "name_taken", name="Ask"), "name", None),
    ],
)
def test_a_fault_is_explained_at_its_place(fault: InputError, place: str, words: str | None) -> None:
    assert place_of(fault) == place
    assert words is None or fault_text(fault) == words
    assert fault_text(fault).endswith(".")


def test_every_category_has_a_name() -> None:
    assert len({category_name(category) for category in Category}) == len(Category)

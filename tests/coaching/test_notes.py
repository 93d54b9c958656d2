"""Notes beside the log."""

from collections.abc import Callable

import pytest

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import EntryId, Source
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import Habit
from habitcoach.core.trigger import Manual
from tests.support.habits import MONDAY
from tests.support.workplace import Workplace


def log(workplace: Workplace, habit: Habit, note: str | None) -> None:
    workplace.coach.recording.done(Log(habit.id, Source.WINDOW, note=note))


@pytest.fixture
def smile(workplace: Workplace) -> Habit:
    """Return a habit with one note, and have another with one."""
    smile, names = workplace.add(Manual()), workplace.add(Manual(), name="Names")
    log(workplace, smile, "the first")
    log(workplace, names, "of names")
    log(workplace, smile, None)
    return smile


def test_notes_stand_beside_their_entries_newest_first(workplace: Workplace, smile: Habit) -> None:
    second, first = workplace.coach.notes.all()
    assert (first.entry_id, first.habit, first.work_date, first.kind, first.text) == (
        1,
        "Smile",
        MONDAY,
        "done",
        "the first",
    )
    assert (second.habit, second.text) == ("Names", "of names")
    assert list(workplace.coach.notes.all(smile.id)) == [first]


def test_an_entry_without_a_note_has_none(workplace: Workplace, smile: Habit) -> None:
    assert workplace.coach.notes.of(EntryId(3)).text == ""
    assert workplace.coach.notes.of(EntryId(1)).habit_id == smile.id


def test_a_note_is_written_changed_and_erased(workplace: Workplace, smile: Habit) -> None:
    heard: list[Changed] = []
    workplace.coach.announcer.listen(heard.append)
    assert workplace.coach.notes.write(EntryId(3), " late words \r\n here ").text == "late words\nhere"
    assert workplace.coach.notes.write(EntryId(3), "others").text == "others"
    assert workplace.coach.notes.erase(EntryId(3)).text == ""
    assert [one.entry_id for one in workplace.coach.notes.all()] == [2, 1]
    assert heard == [Changed(smile.id, MONDAY)] * 3


def test_an_erased_note_is_gone_from_the_disk(workplace: Workplace, smile: Habit) -> None:
    log(workplace, smile, "a very private sentence")
    workplace.coach.notes.erase(EntryId(4))
    folder = workplace.path.parent
    assert not any(b"very private" in one.read_bytes() for one in folder.iterdir() if one.is_file())


def test_several_notes_of_one_entry_read_as_one(workplace: Workplace, smile: Habit) -> None:
    del smile
    workplace.store.add_note(EntryId(1), "and more")
    assert workplace.coach.notes.of(EntryId(1)).text == "the first\nand more"


@pytest.mark.parametrize(
    "act",
    [
        lambda workplace: workplace.coach.notes.of(EntryId(99)),
        lambda workplace: workplace.coach.notes.write(EntryId(99), "x"),
        lambda workplace: workplace.coach.notes.erase(EntryId(99)),
    ],
)
def test_an_entry_that_is_not_there_is_refused(
    workplace: Workplace, act: Callable[[Workplace], object]
) -> None:
    with pytest.raises(RefusedError, match="no_such_entry"):
        act(workplace)


@pytest.mark.parametrize("text", ["", " \n ", "x" * 2001])
def test_a_note_has_words_and_an_end(workplace: Workplace, smile: Habit, text: str) -> None:
    del smile
    with pytest.raises(InputError):
        workplace.coach.notes.write(EntryId(1), text)
    assert workplace.coach.notes.of(EntryId(1)).text == "the first"

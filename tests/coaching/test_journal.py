"""The journal: written, changed, erased, found."""

import pytest

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.journal import JournalView
from habitcoach.core.errors import InputError
from tests.support.habits import MONDAY
from tests.support.reviewed_weeks import workday
from tests.support.workplace import Workplace


def test_todays_line_letter_by_letter(workplace: Workplace) -> None:
    told: list[Changed] = []
    workplace.coach.announcer.listen(told.append)
    journal = workplace.coach.journal
    assert journal.line() == JournalView(MONDAY, "")
    for text in ("As", "Asked", " Asked  first. ", "Asked first."):
        journal.write(text)
    assert journal.line() == JournalView(MONDAY, "Asked first.")
    assert told == [Changed(None, MONDAY)] * 3


def test_another_day_and_the_newest_first(workplace: Workplace) -> None:
    workplace.go_to("08:00", workday(3))
    journal = workplace.coach.journal
    journal.write("Monday", MONDAY)
    journal.write("Wednesday")
    assert [one.text for one in journal.lines()] == ["Wednesday", "Monday"]
    assert [one.text for one in journal.lines(workday(2), workday(4))] == ["Wednesday"]
    assert journal.line(MONDAY).text == "Monday"


def test_erased_for_good(workplace: Workplace) -> None:
    journal = workplace.coach.journal
    journal.write("A secret")
    assert journal.erase() == JournalView(MONDAY, "")
    assert journal.erase() == JournalView(MONDAY, "")
    assert list(journal.lines()) == []
    data = b"".join(one.read_bytes() for one in workplace.path.parent.glob("habitcoach.db*"))
    assert b"A secret" not in data


def test_found_by_every_word_in_any_case(workplace: Workplace) -> None:
    journal = workplace.coach.journal
    journal.write("Wrote the NEXT step first, then the why.")
    assert [one.day for one in journal.search("why next")] == [MONDAY]
    assert list(journal.search("why never")) == []
    assert len(journal.search("  ")) == 1


def test_what_is_refused(workplace: Workplace) -> None:
    for text, day, code in (("x" * 2001, None, "too_long"), ("x", workday(2), "in_future")):
        with pytest.raises(InputError) as fault:
            workplace.coach.journal.write(text, day)
        assert (fault.value.field, fault.value.code) == ("line", code)

"""What is written into a review: plan, moment, principle, notes, and the answers of *More*."""

from dataclasses import replace
from datetime import timedelta

import pytest

from habitcoach.coaching.drafting import draft_from, typed_from
from habitcoach.coaching.more_views import PrincipleFrom, PrincipleView, Rethought
from habitcoach.coaching.recording import Log
from habitcoach.coaching.review_answers import Said
from habitcoach.core.entry import Source
from habitcoach.core.errors import InputError
from habitcoach.core.habit import Habit
from habitcoach.core.if_then import IfThen
from habitcoach.core.strength import Band
from tests.support.habits import MONDAY, at, local
from tests.support.reviewed_weeks import W48, W49, live, more, named, page, workday
from tests.support.workplace import Workplace

WHY = "A voice is all they have of me."


@pytest.fixture
def smile(workplace: Workplace) -> Habit:
    habit = workplace.add(at("10:30"))
    workplace.coach.habits.edit(habit.id, draft_from(replace(typed_from(habit), why=WHY)))
    live(workplace, habit, [True] * 5)
    return workplace.coach.habits.find("Smile")


def principle(place: Workplace, name: str = W48) -> PrincipleView:
    found = place.coach.review_page.principle(place.coach.agenda(), named(place, name))
    assert found is not None
    return found


@pytest.mark.usefixtures("smile")
def test_both_halves_of_the_plan_letter_by_letter(workplace: Workplace) -> None:
    week, writing = named(workplace, W48), workplace.coach.review_writing
    for text in ("t", "th", "the queue  is red "):
        writing.plan(week, if_=text)
    assert writing.plan(week, then="read twice") == IfThen("the queue is red", "read twice")
    assert page(workplace).plan == IfThen("the queue is red", "read twice")
    assert writing.plan(week, if_="", then="") == IfThen()
    with pytest.raises(InputError):
        writing.plan(week, then="x" * 201)


def test_next_week_shows_the_plan_before(workplace: Workplace, smile: Habit) -> None:
    workplace.coach.review_writing.plan(named(workplace, W48), if_="it rings", then="smile")
    live(workplace, smile, [True], first=6)
    assert page(workplace, W49).plan_before == IfThen("it rings", "smile")
    assert page(workplace, W48).plan_before == IfThen()


@pytest.mark.usefixtures("smile")
def test_a_moment(workplace: Workplace) -> None:
    week, writing = named(workplace, W48), workplace.coach.review_writing
    assert writing.moment(week, " There was a laugh. ") == "There was a laugh."
    before = workplace.store.review(W48)
    workplace.go_on(timedelta(minutes=5))
    writing.moment(week, "There was a laugh.")
    assert workplace.store.review(W48) == before
    assert more(workplace).moment == "There was a laugh."
    assert more(workplace, W48).principle == principle(workplace)


@pytest.mark.usefixtures("smile")
def test_a_principle_that_still_is_mine(workplace: Workplace) -> None:
    assert principle(workplace) == PrincipleView(WHY, PrincipleFrom.HABIT, None, "Smile", Rethought.NOT_YET)
    workplace.coach.review_writing.still_mine(named(workplace, W48))
    assert principle(workplace).rethought is Rethought.STILL_MINE


def test_a_principle_rewritten_is_my_own_from_then_on(workplace: Workplace, smile: Habit) -> None:
    week, writing = named(workplace, W48), workplace.coach.review_writing
    for text in ("My", "My voice", "My voice is all."):
        writing.rewrite(week, text)
    found = principle(workplace)
    assert (found.text, found.rethought, found.habit) == ("My voice is all.", Rethought.REWRITTEN, "Smile")
    writing.still_mine(week)  # after all, as it was
    assert (principle(workplace).text, principle(workplace).rethought) == (WHY, Rethought.STILL_MINE)
    writing.rewrite(week, "My voice is all.")
    later = [f"2026-W{number}" for number in (49, 50)]
    live(workplace, smile, [True] * 8, first=6)
    texts = {principle(workplace, name).text for name in later}
    assert texts == {WHY, "My voice is all."}
    [own] = [
        one for one in (principle(workplace, name) for name in later) if one.comes_from is PrincipleFrom.OWN
    ]
    assert (own.written_on, own.habit) == (workday(5), "")
    writing.rewrite(week, "")
    assert principle(workplace).rethought is Rethought.NOT_YET


@pytest.mark.usefixtures("smile")
def test_rewritten_as_it_was_it_still_is_mine(workplace: Workplace) -> None:
    workplace.coach.review_writing.rewrite(named(workplace, W48), WHY)
    assert principle(workplace).rethought is Rethought.STILL_MINE


def test_an_own_principle_rewritten_takes_its_place(workplace: Workplace, smile: Habit) -> None:
    writing = workplace.coach.review_writing
    writing.rewrite(named(workplace, W48), "First words.")
    workplace.coach.habits.edit(smile.id, draft_from(replace(typed_from(smile), why="")))
    live(workplace, smile, [True] * 12, first=6)
    writing.rewrite(named(workplace, W49), "Second words.")
    assert principle(workplace, "2026-W50").text == "Second words."
    writing.still_mine(named(workplace, "2026-W50"))
    assert principle(workplace, "2026-W50").written_on == local(workday(17), "17:30").date()


def test_without_reasons_there_is_no_principle(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    week = named(workplace, W48)
    assert workplace.coach.review_page.principle(workplace.coach.agenda(), week) is None
    workplace.coach.review_writing.still_mine(week)
    assert workplace.coach.review_page.principle(workplace.coach.agenda(), week) is None
    workplace.coach.review_writing.rewrite(week, "Reasons help.")
    found = principle(workplace)
    assert (found.text, found.comes_from, found.rethought) == (
        "Reasons help.",
        PrincipleFrom.OWN,
        Rethought.STILL_MINE,
    )


def test_the_notes_of_the_week_by_time(workplace: Workplace, smile: Habit) -> None:
    workplace.go_to("10:40", workday(6))
    workplace.coach.recording.done(Log(smile.id, Source.WINDOW, note="It worked."))
    assert more(workplace).notes == ()
    [note] = more(workplace, W49).notes
    assert (note.habit, note.text, note.at) == ("Smile", "It worked.", local(workday(6), "10:40"))


def test_the_four_statements_and_the_curve(workplace: Workplace, smile: Habit) -> None:
    say, week = workplace.coach.review_answers.say, named(workplace, W48)
    assert more(workplace).curves[0].fitted == ()
    say(smile.id, Said(by_itself=3), week)
    say(smile.id, Said(without_thinking=4), week)
    [found] = more(workplace).statements
    assert (found.by_itself, found.without_remembering, found.without_thinking, found.before_noticing) == (
        3,
        None,
        4,
        None,
    )
    live(workplace, smile, [True] * 10, first=6)
    say(smile.id, Said(by_itself=5), named(workplace, "2026-W50"))
    [curve] = more(workplace, "2026-W50").curves
    assert [(one.day, one.kept, one.level) for one in curve.answers] == [
        (workday(5), 5, 3.5),
        (workday(15), 15, 5.0),
    ]
    assert [one.day for one in curve.fitted] == [workday(5), workday(10), workday(15)]
    assert [one.kept for one in curve.fitted] == [5, 10, 15]
    assert curve.fitted[0].level < curve.fitted[-1].level
    assert (curve.band, curve.band_since) == (Band.SETTLING, workday(14)) or curve.band_since is not None
    [first] = more(workplace).curves
    assert [one.kept for one in first.answers] == [5]
    assert (first.band, first.fitted[-1].day) == (Band.GROWING, MONDAY + timedelta(days=6))


def test_before_anything_was_judged_it_is_new(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    [found] = more(workplace).curves
    assert (found.band, found.band_since, found.answers) == (Band.NEW, None, ())
    workplace.go_to("17:30", workday(2))
    [found] = more(workplace).curves
    assert (found.band, found.band_since) == (Band.NEW, None)

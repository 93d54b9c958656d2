"""What the coach offers: a further habit, resets, better cues, cue figures, rewards worth asking about."""

from dataclasses import replace

from habitcoach.coaching.decision_views import Proposals
from habitcoach.coaching.drafting import draft_from, typed_from
from habitcoach.coaching.offers import HardOne, Room, hard_ones
from habitcoach.core.better_cues import CueReason
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import After, AroundShift, Contact, Manual, ShiftAnchor
from habitcoach.library import load_library
from tests.support.habits import MONDAY, PLAN, at, version, wall
from tests.support.reviewed_weeks import live, workday
from tests.support.workplace import Workplace


def room(place: Workplace) -> Room:
    return place.coach.offers.room(place.coach.agenda())


def test_a_further_habit_when_few_run_and_they_go_well(workplace: Workplace) -> None:
    assert room(workplace) == Room(0, 3, offered=True)
    habit = workplace.add(at("10:30"))
    assert room(workplace) == Room(1, 3, offered=False)
    live(workplace, habit, [True] * 5)
    assert room(workplace) == Room(1, 3, offered=True)
    for name in ("Two", "Three"):
        workplace.add(at("11:30"), name=name)
    assert room(workplace) == Room(3, 3, offered=False)
    assert room(workplace).first_weeks
    live(workplace, habit, [True] * 12, first=6)
    assert room(workplace).most == 5
    assert not room(workplace).first_weeks


def test_a_habit_that_begins_later_says_nothing_yet(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 3)
    ahead = version(workday(9), at("11:30"))
    late = workplace.add(at("11:30"), name="Late")
    workplace.store.put_version(late.id, ahead)
    assert room(workplace).offered


def test_after_a_hard_one(workplace: Workplace) -> None:
    templates = load_library()
    resets = [(one.id, one.draft) for one in templates if one.reset]
    assert [one for one, _ in resets] == ["thorny_kindness", "grace_reset"]
    agenda = workplace.coach.agenda()
    assert [one.template_id for one in hard_ones(agenda, resets)] == ["thorny_kindness", "grace_reset"]
    own = workplace.add(Manual(), Target(TargetKind.CHECK, 1), name="Tea")
    reset = workplace.coach.habits.add(dict(resets)["grace_reset"])
    workplace.add(at("10:30"))
    found = hard_ones(workplace.coach.agenda(), resets)
    assert [one.habit_id for one in found] == [reset.id, own.id, None]
    assert found[1] == HardOne("Tea", own.category, PLAN.routine, "", PLAN.reward, own.id, "")


def test_every_tenth_reward_asks_whether_it_was_worth_it(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.COUNT, 1))
    asked = []
    for _ in range(21):
        reward = workplace.done(habit).reward
        assert reward is not None
        asked.append(reward.asks_worth)
    assert [number for number, one in enumerate(asked, start=1) if one] == [10, 20]


def test_how_its_cue_does_since_it_last_changed(workplace: Workplace) -> None:
    habit, other = workplace.add(at("10:30")), workplace.add(Manual(), name="Tea")
    live(workplace, habit, [True, False])
    workplace.go_to("08:00", workday(3))
    workplace.coach.habits.edit(other.id, draft_from(replace(typed_from(other), reward="a cake")))
    edited = replace(typed_from(habit), trigger={"kind": "at", "times": ["10:30", "15:00"]})
    workplace.coach.habits.edit(habit.id, draft_from(edited))
    reworded = replace(edited, reward="a nut")
    workplace.go_to("08:00", workday(4))
    workplace.coach.habits.edit(habit.id, draft_from(reworded))
    live(workplace, habit, [True, True], first=4)
    before = workplace.coach.cue_facts.of(workplace.coach.agenda(), other.id)
    assert (before.since, before.figures.all.shown) == (MONDAY, 0)
    found = workplace.coach.cue_facts.of(workplace.coach.agenda(), habit.id)
    assert found.since == workday(3)
    assert list(found.figures.by_place) == ["10:30", "15:00"]
    assert (found.figures.all.shown, found.figures.all.done, found.figures.all.ignored) == (6, 2, 4)


def proposals(place: Workplace, habit: Habit) -> Proposals:
    return place.coach.deciding.proposals(place.coach.agenda(), habit.id)


def test_better_slots_from_the_agents_own_log(workplace: Workplace) -> None:
    breaks = ((wall("12:00"), wall("12:30")),)
    pattern = ShiftPattern(wall("09:00"), wall("17:00"), breaks)
    workplace.coach.duty.set_roster(Roster(MONDAY, MONDAY, {"Day": pattern}, ("Day",) * 5 + (None,) * 2))
    habit = workplace.add(at("10:30"))
    thanks = workplace.add(at("11:00"), name="Thanks")
    contact = workplace.add(Contact(), Target(TargetKind.RATE, 80), name="Name")
    for number in range(1, 5):
        workplace.go_to("12:35", workday(number))
        workplace.done(thanks)
        workplace.go_to("12:40", workday(number))
        workplace.done(habit)
    workplace.go_to("20:00", workday(4))
    workplace.done(habit)  # outside the shift: it says nothing about a slot
    found = proposals(workplace, habit)
    assert [(one.trigger, one.reason) for one in found.cues[:2]] == [
        (AroundShift(ShiftAnchor.AFTER_BREAK, 10, 1), CueReason.LOGGED_AROUND),
        (After(thanks.id), CueReason.AFTER_HABIT),
    ]
    assert (found.when, found.routine, found.reward, found.smaller) == (*_words(), "")
    assert proposals(workplace, contact).cues == ()


def _words() -> tuple[str, str, str]:
    return PLAN.when, PLAN.routine, PLAN.reward


def test_other_rewards_those_worth_it_first(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    for number, (reward, worth) in enumerate(
        (("a nut", None), ("a walk", True), ("a sigh", False), ("a sip of water", None)), start=2
    ):
        typed = replace(typed_from(habit), name=f"Habit {number}", reward=reward)
        other = workplace.coach.habits.add(draft_from(typed))
        if worth is not None:
            workplace.go_to("10:35")
            view = workplace.done(other).reward
            assert view is not None
            workplace.coach.review_answers.rate_reward(view.reward_id, worth_it=worth)
    assert proposals(workplace, habit).rewards == ("a walk", "a nut")


def test_a_habit_that_has_not_begun_has_proposals_too(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.COUNT, 3))
    workplace.coach.habits.archive(habit.id)
    found = proposals(workplace, habit)
    assert (found.habit_id, found.smaller, found.cues) == (HabitId(1), "", ())

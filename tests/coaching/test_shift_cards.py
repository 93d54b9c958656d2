"""The two cards of a shift: what comes with them, once, and what closes them."""

from datetime import timedelta

import pytest

from habitcoach.coaching.card_views import CardKind
from habitcoach.coaching.recording import Log
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.prompt import Prompt, PromptKey
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import AroundShift, Contact, ShiftAnchor
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
RATE = Target(TargetKind.RATE, 80)
SECOND, THIRD = HabitId(2), HabitId(3)


def start(offset: int) -> AroundShift:
    return AroundShift(ShiftAnchor.START, offset)


def end(offset: int) -> AroundShift:
    return AroundShift(ShiftAnchor.END, offset)


def card(place: Workplace, kind: str) -> Prompt | None:
    return place.store.prompt(PromptKey("card", f"{MONDAY}/{kind}"))


def shown(place: Workplace, number: int = -1) -> DeliveryView:
    """Return the delivery of a notice that has come."""
    key = place.notifier.notices[number].key
    found = place.cueing.deliveries.number_of(key)
    assert found is not None
    return place.cueing.deliveries.view(found)


def names(view: DeliveryView) -> tuple[list[str], list[str]]:
    contacts = [] if view.card is None else [one.counter.habit for one in view.card.contacts if one.asks]
    return [one.habit for one in view.occasions], contacts


def contact(place: Workplace, name: str = "Greet", target: Target = RATE) -> Habit:
    return place.add(Contact(), target, name)


# ------------------------------------------------------------------ the start card


def test_plans_and_start_cues_are_one_card_at_the_start(workplace: Workplace) -> None:
    workplace.add(start(5), name="Breathe")
    contact(workplace)
    workplace.add(start(10), name="Water")
    workplace.go_to("08:59")
    assert workplace.titles() == []
    workplace.go_to("09:20")
    assert workplace.titles() == ["Your shift, 09:00 to 17:00"]
    view = shown(workplace)
    assert view.card is not None
    assert view.card.kind is CardKind.START
    assert names(view) == (["Breathe", "Water"], ["Greet"])
    first = card(workplace, "start")
    assert first is not None
    assert (first.state.value, first.due_at) == ("shown", local(MONDAY, "09:00"))
    rows = [workplace.prompt(f"{MONDAY}/start+5"), workplace.prompt(f"{MONDAY}/contact", SECOND)]
    assert {one.delivery for one in rows} == {first.delivery}


def test_what_came_with_the_card_before_its_time_can_be_answered_and_snoozed(workplace: Workplace) -> None:
    habit = workplace.add(start(5), name="Breathe")
    contact(workplace)
    workplace.go_to("09:01")
    assert workplace.today()[f"{MONDAY}/start+5"].state.value == "due"
    workplace.snooze(habit, 15)
    workplace.go_to("09:15")
    assert len(workplace.titles()) == 1
    workplace.go_to("09:16")
    assert workplace.titles()[-1] == "Breathe"


def test_a_cue_alone_needs_no_card(workplace: Workplace) -> None:
    workplace.add(start(5), name="Breathe")
    workplace.add(end(-5), name="Tidy")
    workplace.go_to("17:00")
    assert workplace.titles() == ["Breathe", "Tidy"]
    assert (card(workplace, "start"), card(workplace, "end")) == (None, None)
    assert workplace.prompt(f"{MONDAY}/end-5", SECOND).shown_at == local(MONDAY, "16:55")


def test_several_start_cues_come_with_the_first(workplace: Workplace) -> None:
    workplace.add(start(5), name="Breathe")
    workplace.add(start(10), name="Water")
    workplace.go_to("09:04")
    assert workplace.titles() == []
    workplace.go_to("09:05")
    assert names(shown(workplace)) == (["Breathe", "Water"], [])
    workplace.go_to("09:30")
    assert len(workplace.titles()) == 1


def test_got_it_reads_the_plans_and_logs_nothing(workplace: Workplace) -> None:
    habit = contact(workplace)
    workplace.go_to("09:00")
    [notice] = workplace.notifier.notices
    assert [one.key for one in notice.actions] == ["got_it", "default"]
    assert workplace.coach.today().card_waits
    workplace.coach.got_it()
    workplace.cueing.settle()
    assert not workplace.coach.today().card_waits
    prompt = workplace.prompt(f"{MONDAY}/contact")
    assert (prompt.state.value, prompt.answer) == ("answered", "got_it")
    assert workplace.entries(habit.id) == []
    assert workplace.notifier.closed == [notice.key]
    workplace.coach.got_it()
    assert workplace.prompt(f"{MONDAY}/contact") == prompt


def test_the_card_is_over_when_nothing_on_it_waits(workplace: Workplace) -> None:
    habit = workplace.add(start(5), name="Breathe")
    other = workplace.add(start(10), name="Water")
    workplace.go_to("09:06")
    workplace.done(habit)
    workplace.cueing.look()
    first = card(workplace, "start")
    assert first is not None
    assert first.state.value == "shown"
    workplace.done(other)
    workplace.cueing.look()
    first = card(workplace, "start")
    assert first is not None
    assert first.state.value == "answered"
    assert workplace.notifier.up == {}


def test_a_plan_nobody_read_goes_in_the_middle_of_the_shift(workplace: Workplace) -> None:
    habit = contact(workplace)
    workplace.go_to("12:59")
    assert workplace.state(f"{MONDAY}/contact") == "shown"
    assert workplace.coach.today().card_waits
    workplace.go_to("13:00")
    assert not workplace.coach.today().card_waits
    assert workplace.state(f"{MONDAY}/contact") == "expired"
    first = card(workplace, "start")
    assert first is not None
    assert first.state.value == "expired"
    assert workplace.entries(habit.id) == []


def test_a_click_needs_no_plan_any_more(workplace: Workplace) -> None:
    habit = contact(workplace)
    workplace.go_to("09:10")
    workplace.done(habit)
    assert workplace.prompt(f"{MONDAY}/contact").answer == "done"


def test_the_app_that_starts_late_still_shows_the_plans_once(workplace: Workplace) -> None:
    contact(workplace)
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "10:30")
    workplace.open()
    workplace.start()
    assert workplace.titles() == ["Your shift, 09:00 to 17:00"]
    workplace.restart()
    assert workplace.titles() == []


def test_the_app_that_starts_after_half_the_shift_shows_no_plans(workplace: Workplace) -> None:
    contact(workplace)
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "13:00")
    workplace.open()
    workplace.start()
    assert workplace.titles() == []
    assert card(workplace, "start") is None


def test_a_habit_met_before_the_card_comes_needs_no_plan(workplace: Workplace) -> None:
    met = contact(workplace)
    contact(workplace, "Listen")
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "09:20")
    workplace.open()
    workplace.done(met)
    workplace.start()
    assert names(shown(workplace)) == ([], ["Listen"])


def test_a_contact_habit_added_during_the_shift_waits_for_the_next_one(workplace: Workplace) -> None:
    workplace.go_to("11:00")
    contact(workplace)
    workplace.go_to("11:30")
    assert workplace.titles() == []
    workplace.go_to("09:00", TUESDAY)
    assert workplace.titles() == ["10 minutes to go", "Your shift, 09:00 to 17:00"]


def test_a_start_cue_made_after_the_card_has_come_comes_at_once(workplace: Workplace) -> None:
    contact(workplace)
    workplace.go_to("09:04")
    workplace.add(start(10), name="Water")
    workplace.go_to("09:05")
    assert workplace.titles() == ["Your shift, 09:00 to 17:00", "Water"]


def test_a_call_holds_the_start_card_as_a_whole(workplace: Workplace) -> None:
    workplace.add(start(5), name="Breathe")
    contact(workplace)
    workplace.go_to("08:58")
    workplace.call(on=True)
    workplace.go_to("09:12")
    assert workplace.titles() == []
    workplace.call(on=False)
    workplace.go_to("09:13")
    assert workplace.titles() == ["Your shift, 09:00 to 17:00"]
    assert names(shown(workplace)) == (["Breathe"], ["Greet"])
    first = card(workplace, "start")
    assert first is not None
    assert first.state.value == "shown"


def test_there_is_no_card_on_a_day_off_or_for_a_skipped_day(workplace: Workplace) -> None:
    habit = contact(workplace)
    workplace.go_to("08:30")
    workplace.skip(habit, reason=SkipReason.OUTAGE)
    workplace.go_to("18:00", MONDAY)
    assert workplace.titles() == []
    workplace.coach.duty.take_off([TUESDAY], "")
    workplace.go_to("18:00", TUESDAY)
    assert workplace.titles() == []


# ------------------------------------------------------------------ the end card


def test_what_is_due_at_the_end_and_the_contacts_are_one_card_ten_minutes_before(
    workplace: Workplace,
) -> None:
    workplace.add(end(-5), name="Tidy")
    contact(workplace)
    contact(workplace, "Thank")
    workplace.go_to("12:00")
    workplace.done(workplace.coach.habits.find("Thank"), count=8, of=10)
    workplace.go_to("16:50")
    assert workplace.titles()[-1] == "10 minutes to go"
    view = shown(workplace)
    assert view.card is not None
    assert view.card.kind is CardKind.END
    assert names(view) == (["Tidy"], ["Greet"])
    assert [(one.counter.habit, one.counter.of) for one in view.card.contacts] == [
        ("Greet", 0),
        ("Thank", 10),
    ]


@pytest.mark.parametrize("how", ["estimate", "too few", "a click"])
def test_the_close_out_is_answered(workplace: Workplace, how: str) -> None:
    habit = contact(workplace)
    workplace.go_to("16:51")
    assert workplace.state(f"{MONDAY}/contact-end") == "shown"
    if how == "estimate":
        workplace.coach.recording.done(Log(habit.id, Source.ESTIMATE, count=8, of=10))
        workplace.cueing.settle()
    elif how == "too few":
        workplace.skip(habit, reason=SkipReason.NO_OCCASION)
    else:
        workplace.done(habit)
    assert workplace.state(f"{MONDAY}/contact-end") == "answered"
    assert workplace.notifier.up == {}


def test_the_question_stays_until_the_work_date_ends(workplace: Workplace) -> None:
    contact(workplace)
    workplace.go_to("19:59")
    assert workplace.state(f"{MONDAY}/contact-end") == "shown"
    workplace.go_to("04:01", TUESDAY)
    assert workplace.state(f"{MONDAY}/contact-end") == "expired"


def test_a_card_that_comes_after_the_shift_says_so(workplace: Workplace) -> None:
    contact(workplace)
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "17:30")
    workplace.open()
    workplace.start()
    assert workplace.titles() == ["Your shift is over"]


def test_the_app_that_starts_at_the_end_shows_no_plans(workplace: Workplace) -> None:
    contact(workplace)
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "16:52")
    workplace.open()
    workplace.start()
    assert workplace.titles() == ["8 minutes to go"]
    assert card(workplace, "start") is None


def test_two_end_cues_are_one_card(workplace: Workplace) -> None:
    workplace.add(end(-5), name="Tidy")
    workplace.add(end(0), name="Leave")
    workplace.go_to("16:49")
    assert workplace.titles() == []
    workplace.go_to("17:10")
    assert workplace.titles() == ["10 minutes to go"]
    assert workplace.notifier.notices[0].body == "16:55 Tidy\n17:00 Leave"


# ------------------------------------------------------------------ bookends


def test_between_bookends_cues_are_listed_and_come_with_the_end_card(workplace: Workplace) -> None:
    workplace.coach.settings.choose("rhythm", "bookends")
    workplace.add(AroundShift(ShiftAnchor.MIDDLE), name="Stretch")
    workplace.add(AroundShift(ShiftAnchor.MIDDLE, 30), name="Water")
    workplace.add(at("14:00"), name="Call back")
    workplace.go_to("13:45")
    assert workplace.titles() == []
    assert workplace.prompt(f"{MONDAY}/middle+0").held_for == "rhythm"
    assert [one.habit for one in workplace.coach.today().waiting] == ["Stretch", "Water"]
    workplace.go_to("14:00")
    assert workplace.titles() == ["Call back"]
    workplace.go_to("16:50")
    assert workplace.titles()[1:] == ["10 minutes to go"]
    assert names(shown(workplace)) == (["Stretch", "Water"], [])


def test_one_listed_cue_alone_comes_at_the_end_as_itself(workplace: Workplace) -> None:
    workplace.coach.settings.choose("rhythm", "bookends")
    workplace.add(AroundShift(ShiftAnchor.MIDDLE), name="Stretch")
    workplace.go_to("16:49")
    assert workplace.titles() == []
    workplace.go_to("16:50")
    assert workplace.titles() == ["Stretch"]
    assert card(workplace, "end") is None

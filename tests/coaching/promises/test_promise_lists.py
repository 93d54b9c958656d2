"""Promises: lists of them, and texts that go."""

from datetime import timedelta

from habitcoach.coaching.promises import Wish
from habitcoach.core.promise import PromiseId, PromiseState
from habitcoach.texts.promises import promise_words
from tests.coaching.promises.promise_parts import TUESDAY, WEDNESDAY
from tests.support.habits import MONDAY, at, local
from tests.support.promise_desk import PromiseDesk


def test_ticket_and_note_go_after_ninety_days_and_do_not_come_back(desk: PromiseDesk) -> None:
    wish = Wish(local(MONDAY, "15:40"), "4711", "bank says Tuesday")
    desk.coach.promises.make(wish, promise_words())
    desk.keep()
    gone = MONDAY + timedelta(days=90)
    desk.go_to("15:39", gone)
    desk.coach.promises.erase_texts()
    [kept] = desk.coach.promises.listed(every=True)
    assert (kept.ticket, kept.note) == ("4711", "bank says Tuesday")
    desk.go_to("15:41", gone)
    desk.cueing.look()
    desk.undo()
    [erased] = desk.coach.promises.listed()
    assert (erased.ticket, erased.note, erased.state) == ("", "", PromiseState.OPEN)


def test_lists_of_open_of_today_and_of_all(desk: PromiseDesk) -> None:
    desk.promise("10:00", "1")
    desk.promise("15:40", "2")
    desk.promise("12:00", "3", TUESDAY)
    desk.keep()
    desk.drop(PromiseId(3))

    def shown(*, every: bool = False) -> list[str]:
        return [one.ticket for one in desk.coach.promises.listed(every=every)]

    assert [one.ticket for one in desk.coach.today().promises] == ["1", "2", "3"]
    assert (shown(), shown(every=True)) == (["1", "2", "3"], ["1", "2", "3"])
    desk.go_to("09:00", TUESDAY)
    assert [one.ticket for one in desk.coach.today().promises] == ["2", "3"]
    assert (shown(), shown(every=True)) == (["2", "3"], ["1", "2", "3"])
    desk.go_to("09:00", WEDNESDAY)
    assert (shown(), desk.stands()) == (["2"], ["due"])


def test_a_prompt_of_no_promise_is_no_promise(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.add(at("15:30"))
    desk.go_to("15:30")
    [prompt] = [one for one in desk.store.open_prompts() if one.key.subject == "habit:2"]
    view = desk.cueing.deliveries.view(prompt.delivery)
    assert ([one.habit for one in view.occasions], [one.ticket for one in view.promises]) == (
        ["Smile"],
        ["4711"],
    )

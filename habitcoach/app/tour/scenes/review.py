"""The week's review."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtWidgets import QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import habit
from habitcoach.app.tour.stage import Stage
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.promises import Wish
from habitcoach.coaching.recording import Log, Skip
from habitcoach.coaching.review_answers import Said
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.suggesting import Hindrance
from habitcoach.library import load_library
from habitcoach.texts.promises import promise_words
from habitcoach.ui.page_name import PageName

#: Friday, minutes before the week's last shift ends.
_FRIDAY = "2026-06-19T16:25+02:00"
_MONDAY = "2026-06-22T09:00+02:00"

#: What the agent did on each day of June: contacts greeted by name, feelings named, each of so many.
_WEEK: Final[dict[int, tuple[tuple[int, int], tuple[int, int]]]] = {
    11: ((17, 20), (9, 12)),
    12: ((19, 22), (8, 10)),
    15: ((18, 21), (6, 8)),
    16: ((17, 20), (2, 9)),
    17: ((19, 23), (5, 9)),
    18: ((18, 20), (7, 8)),
    19: ((19, 22), (8, 9)),
}
#: The week before, with so little time that the coach has something to suggest.
_HURRIED: Final[dict[int, tuple[tuple[int, int], tuple[int, int]]]] = {
    11: ((17, 20), (4, 12)),
    12: ((19, 22), (3, 10)),
}
_THANKED_NOBODY = 17
_NOTES = {
    16: (
        "Feeling before fix",
        "Went straight to the refund form. She wanted me to say it was annoying.",
    ),
    18: ("One thank-you", "Thank-you sent. Reply in four minutes, all capitals, all happy."),
}
_ANSWERS = {"Start clean": 6, "Greet by name": 5, "Feeling before fix": 3, "One thank-you": 5}


def _live(stage: Stage, coach: Coach, *, hurried: bool = False) -> None:
    """Have the agent live seven shifts, not all of them as planned."""
    greet, name = habit(coach, "Greet by name"), habit(coach, "Feeling before fix")
    others = [habit(coach, one) for one in ("Start clean", "One thank-you", "Clear my promises")]
    for day, (greeted, named) in (_WEEK | _HURRIED if hurried else _WEEK).items():
        stage.set_clock(f"2026-06-{day}T09:30+02:00")
        at = datetime.fromisoformat(f"2026-06-{day}T14:00+02:00")
        promise = coach.promises.make(Wish(at, f"47{day}", None), promise_words()).promise.promise_id
        stage.set_clock(f"2026-06-{day}T13:50+02:00")
        coach.promises.keep(promise, Source.CARD, at - timedelta(minutes=10))
        noted, note = _NOTES.get(day, ("", ""))
        for one, (count, of) in ((greet, greeted), (name, named)):
            said = note if noted and one == habit(coach, noted) else None
            coach.recording.done(Log(one, Source.CARD, count=count, of=of, note=said))
        for one in others:
            if day == _THANKED_NOBODY and one == others[1]:
                coach.recording.skip(Skip(one, SkipReason.NO_OCCASION, Source.CARD, whole_day=True))
                continue
            said = note if noted and one == habit(coach, noted) else None
            reward = coach.recording.done(Log(one, Source.CARD, note=said)).reward
            if reward is not None:
                coach.take_reward(reward.reward_id)
        coach.write_down_duty()


def _answer(coach: Coach) -> None:
    week = coach.review_page.default_week(coach.agenda())
    for name, mark in _ANSWERS.items():
        coach.review_answers.say(habit(coach, name), Said(by_itself=mark), week)
    slow = Said(hindered=frozenset({Hindrance.TOOK_TOO_LONG}))
    coach.review_answers.say(habit(coach, "Feeling before fix"), slow, week)
    coach.review_writing.plan(week, if_="the queue is red after lunch", then="read the first line twice")
    coach.review_writing.moment(
        week, "Promised a call by noon, rang at 11:50. There was a laugh, and “nobody ever does that”."
    )


def _at(stage: Stage, instant: str, *, hurried: bool = False) -> None:
    coach = stage.use_sample()
    _live(stage, coach, hurried=hurried)
    stage.set_clock(_FRIDAY)
    _answer(coach)
    stage.set_clock(instant)
    stage.open_window(PageName.REVIEW)


def _week(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    return stage.window()


def _whole(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY, hurried=True)
    return stage.whole(stage.window().review_page)


def _narrow(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    window = stage.window()
    window.resize(window.minimumSize())
    stage.settle()
    return window


def _more(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    press(stage.window(), "review_more")
    return stage.whole(stage.window().review_page)


def _finished(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    press(stage.window(), "review_finish")
    stage.settle()
    return stage.window()


def _week_after(stage: Stage) -> QWidget:
    _at(stage, _MONDAY)
    return stage.window()


def _too_early(stage: Stage) -> QWidget:
    stage.use_empty().habits.add(load_library()[0].draft)
    return stage.open_window(PageName.REVIEW)


SCENES = (
    Scene("review", _week),
    Scene("review-whole", _whole),
    Scene("review-narrow", _narrow),
    Scene("review-more", _more),
    Scene("review-finished", _finished),
    Scene("review-monday", _week_after),
    Scene("review-early", _too_early),
)

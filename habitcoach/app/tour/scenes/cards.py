"""The cue card, the reward moment, the start card and the end card."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import YESTERDAY, afternoon, habit, live, promise_due
from habitcoach.app.tour.stage import Stage
from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.coaching.today_view import DeliveryView, TodayView
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.rewarding import RewardLine
from habitcoach.texts.explanations import skip_word
from habitcoach.texts.language import spoken, tr
from habitcoach.texts.sentences import reward_line
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.reward_moment import RewardMoment

_START = "2026-06-12T08:01+02:00"
_END = "2026-06-12T16:24+02:00"
_LONG = "W" * 60
#: Longer than a taken reward stays.
_TAKEN_MS = 1200


def _show(stage: Stage, today: TodayView, delivery: DeliveryView) -> CueCard:
    card = stage.card()
    card.show_delivery(delivery, None if today.shift is None else today.shift.end)
    stage.settle()
    return card


def _due(stage: Stage) -> CueCard:
    today = afternoon(stage).today()
    return _show(stage, today, DeliveryView(1, today.waiting[:1]))


def _long_texts(stage: Stage) -> QWidget:
    today = afternoon(stage).today()
    cue = today.waiting[0]
    words = replace(cue.plan, when=f"{_LONG} " * 3, routine=f"{_LONG} " * 3, reward=f"{_LONG} " * 3)
    return _show(stage, today, DeliveryView(1, (replace(cue, habit=_LONG, plan=words),)))


def _pressed(*names: str) -> Callable[[Stage], QWidget]:
    """Return what shows the card of one cue after buttons of these names were pressed."""

    def build(stage: Stage) -> QWidget:
        card = _due(stage)
        for name in names:
            press(card, name)
            stage.settle()
        return card

    return build


def _several(stage: Stage) -> QWidget:
    afternoon(stage)
    stage.set_clock("2026-06-11T16:12+02:00")
    today = stage.coach().today()
    view = DeliveryView(1, today.waiting, promises=today.waiting_promises)
    return _show(stage, today, view)


def _promise(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    promise_due(stage, coach)
    today = coach.today()
    return _show(stage, today, DeliveryView(1, (), promises=today.waiting_promises))


def _passed(stage: Stage) -> QWidget:
    today = afternoon(stage).today()
    return _show(stage, today, DeliveryView(1, (), passed=3))


def _skipped(stage: Stage) -> QWidget:
    card = _due(stage)
    card.show_skipped(
        tr("Skipped: {why}", why=skip_word(SkipReason.ON_CALLS)),
        tr("{habit} stays at {n}", habit=spoken("One thank-you"), n=46),
    )
    stage.settle()
    return card


def _reward_of(stage: Stage) -> tuple[CueCard, RewardView]:
    coach = afternoon(stage)
    today = coach.today()
    card = _show(stage, today, DeliveryView(1, today.waiting[:1]))
    answered = coach.recording.done(Log(habit(coach, "One thank-you"), Source.CARD))
    if answered.reward is None:
        raise LookupError(answered.kind)
    return card, answered.reward


def _reward(stage: Stage) -> QWidget:
    card, reward = _reward_of(stage)
    card.show_reward(reward, reward_line(reward))
    stage.settle()
    return card


def _worth(stage: Stage) -> QWidget:
    card, reward = _reward_of(stage)
    card.show_reward(replace(reward, asks_worth=True), reward_line(reward))
    moment = card.findChild(RewardMoment)
    if moment is not None:
        moment.take()
    stage.wait(_TAKEN_MS)
    return card


def _milestone(stage: Stage) -> QWidget:
    card, reward = _reward_of(stage)
    treat = "a long bath with the good book"
    reached = replace(
        reward, line=RewardLine.MILESTONE, streak_before=29, streak=30, to_milestone=0, treat=treat
    )
    card.show_reward(reached, reward_line(reached))
    stage.settle()
    return card


def _shift_card(
    instant: str, lived: Callable[[Stage, Coach], None] | None = None
) -> Callable[[Stage], QWidget]:
    """Return what shows the card of the shift that waits at an instant, when cues are not withdrawn yet.

    `lived` has the agent do what came before.
    """

    def build(stage: Stage) -> QWidget:
        coach = stage.use_sample()
        coach.settings.choose("fading", "never")
        if lived is not None:
            lived(stage, coach)
        stage.set_clock(instant)
        stage.open_window()  # the running app says that the card is due
        today = coach.today()
        return _show(stage, today, DeliveryView(1, today.waiting, card=today.card))

    return build


def _yesterday(stage: Stage, coach: Coach) -> None:
    live(stage, coach, (11,))
    coach.journal.write(YESTERDAY, date(2026, 6, 11))


def _the_day(stage: Stage, coach: Coach) -> None:
    """Have the agent do all but what ends the shift."""
    _yesterday(stage, coach)
    stage.set_clock("2026-06-12T16:05+02:00")
    for name in ("Start clean", "One thank-you"):
        coach.recording.done(Log(habit(coach, name), Source.CARD))
    coach.recording.done(Log(habit(coach, "Greet by name"), Source.CARD, count=19, of=22))
    coach.journal.write("Wrote the next step first, then the why.", date(2026, 6, 12))


SCENES = (
    Scene("cue-card", _due),
    Scene("cue-card-long-texts", _long_texts),
    Scene("cue-card-snooze", _pressed("snooze")),
    Scene("cue-card-snooze-other", _pressed("snooze", "snooze_other")),
    Scene("cue-card-skip", _pressed("skip")),
    Scene("cue-card-skip-other", _pressed("skip", "skip_other")),
    Scene("cue-card-several", _several),
    Scene("cue-card-promise", _promise),
    Scene("cue-card-passed", _passed),
    Scene("cue-card-skipped", _skipped),
    Scene("reward", _reward),
    Scene("reward-worth", _worth),
    Scene("milestone", _milestone),
    Scene("start-card", _shift_card(_START, _yesterday)),
    Scene("start-card-back", _shift_card(_START)),
    Scene("end-card", _shift_card(_END, _the_day)),
    Scene("end-card-open", _shift_card(_END)),
)

"""The cue in words, for an agent who chose a moment and wrote nothing."""

from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Contact,
    Edge,
    Every,
    Manual,
    OncePer,
    Promised,
    ShiftAnchor,
    Trigger,
    Which,
)
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import month_date
from habitcoach.ui.format import duration_text, time_text


def when_from(trigger: Trigger) -> str:
    """Return what completes "When …" for a trigger; empty where only the agent can say it."""
    match trigger:
        case At():
            return _at(trigger)
        case Every():
            return tr("another {duration} have passed", duration=duration_text(trigger.minutes))
        case AroundShift():
            return _around(trigger)
        case OncePer():
            return _once(trigger)
        case After() | Contact() | Manual() | Promised():
            return ""


def _at(trigger: At) -> str:
    times = _either([time_text(one) for one in trigger.times])
    if trigger.monthly is None:
        return tr("it is {times}", times=times)
    return tr("it is {times} on the {day}", times=times, day=month_date(trigger.monthly))


def _either(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return tr("{some} or {last}", some=", ".join(words[:-1]), last=words[-1])


def _around(trigger: AroundShift) -> str:
    match trigger.anchor:
        case ShiftAnchor.START:
            moment, plain = tr("the start of my shift"), tr("my shift starts")
        case ShiftAnchor.MIDDLE:
            moment, plain = tr("the middle of my shift"), tr("my shift is half over")
        case ShiftAnchor.END:
            moment, plain = tr("the end of my shift"), tr("my shift ends")
        case ShiftAnchor.AFTER_BREAK:
            moment = _break(trigger.nth)
            plain = tr("I am back from {which}", which=moment)
    return _shifted(trigger.offset, moment, plain)


def _break(nth: int | None) -> str:
    if nth is None:
        return tr("a break")
    return (
        tr("my last break")
        if nth < 0
        else tr("my break number {n}", n=nth)
        if nth > 1
        else tr("my first break")
    )


def _once(trigger: OncePer) -> str:
    first = trigger.which is Which.FIRST
    week = trigger.per.value == "week"
    shift = {
        (True, True): tr("my first shift of the week"),
        (True, False): tr("my first shift of the month"),
        (False, True): tr("my last shift of the week"),
        (False, False): tr("my last shift of the month"),
    }[first, week]
    if trigger.edge is Edge.START:
        return _shifted(
            trigger.offset, tr("the start of {shift}", shift=shift), tr("{shift} starts", shift=shift)
        )
    return _shifted(trigger.offset, tr("the end of {shift}", shift=shift), tr("{shift} ends", shift=shift))


def _shifted(offset: int, moment: str, plain: str) -> str:
    if offset == 0:
        return plain
    duration = duration_text(abs(offset))
    if offset < 0:
        return tr("it is {duration} before {moment}", duration=duration, moment=moment)
    return tr("it is {duration} after {moment}", duration=duration, moment=moment)

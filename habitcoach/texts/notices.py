"""What a notification says."""

from dataclasses import replace

from habitcoach.coaching.card_views import CardKind, ShiftCardView
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.coaching.views import OccasionView, PromiseView
from habitcoach.core.habit import Draft
from habitcoach.ports import Action, Notice
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.promises import promise_title, promised_for
from habitcoach.texts.shift_cards import left_phrase
from habitcoach.texts.wall_time import time_text

#: A snooze from the notification, in minutes.
SNOOZE_MINUTES = 15
#: The key of a notification that is shown to try it.
TRIAL = "trial"
_NAMES_SHOWN = 4


def notice_key(delivery: int) -> str:
    """Return the key of a delivery's notification."""
    return f"delivery:{delivery}"


def notice_for(view: DeliveryView) -> Notice:
    """Return the notification of a delivery: a cue's own, or one that joins several."""
    if view.card is not None:
        return _card(view, view.card)
    alone = len(view.occasions) + len(view.promises) == 1 and not view.passed
    if alone and view.occasions:
        return _single(view.delivery, view.occasions[0])
    if alone:
        return _promise(view.delivery, view.promises[0])
    return _joined(view)


def _card(view: DeliveryView, card: ShiftCardView) -> Notice:
    """Return what a shift's card says while it is a notification; a plan needs no more than *Got it*."""
    shift = card.shift
    plans = [one.counter.habit for one in card.contacts if one.asks]
    lines = _named(view)
    if card.kind is CardKind.START:
        times = {"start": time_text(shift.start), "end": time_text(shift.end)}
        title = tr("{name}, {start} to {end}", name=shift.name, **times) if shift.name else ""
        title = title or tr("Your shift, {start} to {end}", **times)
        lines += [tr("In every contact: {habits}", habits=", ".join(plans))] if plans else []
        lines += [tr("The review of last week waits: about three minutes.")] if card.review else []
    else:
        title = left_phrase(card.minutes_left)
        lines += [tr("How often today: {habits}", habits=", ".join(plans))] if plans else []
        lines += [tr("Review the week: about three minutes.")] if card.review else []
    show = Action("show", tr("Show"))
    others = view.occasions or view.promises or card.review
    only_plans = card.kind is CardKind.START and not others
    first = Action("got_it", tr("Got it")) if only_plans else show
    return Notice(notice_key(view.delivery), title, "\n".join(lines), (first, replace(show, key="default")))


def tray_notice() -> Notice:
    """Return what is said once, when the window is closed for the first time."""
    body = tr("Cues go on. Open or quit HabitCoach from its icon in the tray.")
    return Notice("tray", tr("HabitCoach stays in the tray"), body)


def trial_notice() -> Notice:
    """Return the doctor's test cue."""
    body = tr("This is how a cue comes here. There is nothing to do.")
    return Notice(TRIAL, tr("A test cue of HabitCoach"), body, (Action("default", tr("Show")),))


def tried_notice(draft: Draft) -> Notice:
    """Return a habit's cue as it would come, to try it; its buttons answer nothing."""
    plan = draft.plan
    words = {"when": plan.when, "routine": plan.routine, "reward": plan.reward}
    body = tr("When {when}: {routine}. Then: {reward}", **words)
    return Notice(TRIAL, tr("{habit}, to try", habit=draft.name), body, _answers())


def _single(delivery: int, occasion: OccasionView) -> Notice:
    plan = occasion.plan
    # Without its cue the plan is not to be seen by others: see `coaching.discreet`.
    body = (
        tr("When {when}: {routine}. Then: {reward}", when=plan.when, routine=plan.routine, reward=plan.reward)
        if plan.when
        else time_text(occasion.due_at)
    )
    return Notice(notice_key(delivery), occasion.habit, body, _answers())


def _answers() -> tuple[Action, ...]:
    snooze = tr("Snooze {minutes} min", minutes=SNOOZE_MINUTES)
    return Action("done", tr("Done")), Action("snooze", snooze), Action("default", tr("Show"))


def _promise(delivery: int, promise: PromiseView) -> Notice:
    """Return a promise's own notification; the note stays off the screen, where others may look."""
    body = promised_for(time_text(promise.due_at))
    if promise.reward:
        body = tr("{promised}. Then: {reward}.", promised=body, reward=promise.reward.rstrip("."))
    snooze = tr("Snooze {minutes} min", minutes=SNOOZE_MINUTES)
    actions = (Action("done", tr("Kept")), Action("snooze", snooze), Action("default", tr("Show")))
    return Notice(notice_key(delivery), promise_title(promise), body, actions)


def _named(view: DeliveryView) -> list[str]:
    """Return what waits with its time, promises first at equal times."""
    found = [(one.due_at, promise_title(one)) for one in view.promises]
    found += [(one.due_at, one.habit) for one in view.occasions]
    return [f"{time_text(due)} {title}" for due, title in sorted(found, key=lambda one: one[0])]


def _joined(view: DeliveryView) -> Notice:
    show = (Action("show", tr("Show")), Action("default", tr("Show")))
    waiting = len(view.occasions) + len(view.promises)
    title = (
        ntr("{n} cue is waiting", "{n} cues are waiting", waiting) if waiting else tr("While you were away")
    )
    names = _named(view)[:_NAMES_SHOWN]
    if waiting > _NAMES_SHOWN:
        names.append(tr("and {n} more", n=waiting - _NAMES_SHOWN))
    lines = [", ".join(names)] if names else []
    if view.passed:
        lines.append(
            ntr("{n} cue passed while you were away.", "{n} cues passed while you were away.", view.passed)
        )
    return Notice(notice_key(view.delivery), title, "\n".join(lines), show)

"""How far cues have been withdrawn and why, in words."""

from collections.abc import Mapping

from habitcoach.coaching.fading import Faded
from habitcoach.core.consent import Consent
from habitcoach.core.fading import Cause, Change, Grounds, Needs, Stage
from habitcoach.texts.language import tr

#: The most changes of a cue that are told; the earlier ones are in the JSON.
MOST_CHANGES = 6

_WORDS: Mapping[Stage, str] = {
    Stage.AT_THE_CUE: "every time",
    Stage.CATCH_UP: "if I forget",
    Stage.OCCASIONAL: "now and then",
    Stage.SILENT: "quiet",
}
#: When the start card shows the plan of a habit met in every contact.
_PLAN_WORDS: Mapping[Stage, str] = {
    Stage.AT_THE_CUE: "in every start card",
    Stage.CATCH_UP: "in the start card of every third shift",
    Stage.OCCASIONAL: "in the start card of the week’s first shift",
}


def stage_word(stage: Stage) -> str:
    """Return how often cues come: "every time", "if I forget", "now and then" or "quiet"."""
    return tr(_WORDS[stage])


def plan_word(stage: Stage) -> str:
    """Return when the start card shows the plan of a habit met in every contact."""
    return tr(_PLAN_WORDS[stage])


def consent_word(consent: Consent) -> str:
    """Return what may become of cues, in a few words."""
    words = {
        Consent.AUTOMATIC: tr("fewer as it comes by itself"),
        Consent.ASK: tr("fewer only after a yes from you"),
        Consent.NEVER: tr("always all of them"),
    }
    return words[consent]


def since_sentence(faded: Faded) -> str:
    """Return how cues come now, and since when."""
    if faded.stage is Stage.SILENT:
        return tr("Cues: quiet since {day:%a %d %b %Y}. You start this yourself.", day=faded.since)
    if faded.contact:
        word = plan_word(faded.stage)
        return tr("Its plan comes {word}, since {day:%a %d %b %Y}.", word=word, day=faded.since)
    return tr("Cues: {word}, since {day:%a %d %b %Y}.", word=stage_word(faded.stage), day=faded.since)


def fading_lines(habit: str, faded: Faded) -> list[str]:
    """Return the lines that say how the cues of a habit come, what may become of them, and what became."""
    if not faded.fades:
        return [tr("{habit}: its cues stay as they are.", habit=habit)]
    consent = tr("Cues may become: {what}.", what=consent_word(faded.consent))
    lines = [tr("{habit}: {now}", habit=habit, now=since_sentence(faded)), consent]
    lines += [dated_sentence(one) for one in faded.changes[-MOST_CHANGES:]]
    if faded.proposed is not None:
        lines.append(proposal_sentence(faded.proposed))
    return lines


def dated_sentence(change: Change) -> str:
    """Return what a change did to the cues, from when and why."""
    return tr("From {day:%a %d %b %Y} on: {what}", day=change.from_date, what=change_sentence(change))


def change_sentence(change: Change) -> str:
    """Return what a change did to the cues, and why."""
    return tr("Cues: {word}. {why}", word=stage_word(change.after), why=change_reason(change))


def proposal_sentence(change: Change) -> str:
    """Return what is proposed, and why."""
    return tr(
        "Fewer cues are possible: {word}. {why}", word=stage_word(change.after), why=change_reason(change)
    )


def change_reason(change: Change) -> str:
    """Return why a stage changed, or why a change is proposed, with its numbers."""
    if change.cause is Cause.CHOSEN:
        return tr("You chose to have every cue.")
    if change.cause is Cause.ACCEPTED:
        return tr("You said yes to it.")
    return "" if change.grounds is None else _from_numbers(change, change.grounds)


def _from_numbers(change: Change, grounds: Grounds) -> str:
    if change.cause is Cause.TWO_MISSES:
        return tr("It was missed twice in a row, so its cue helps again.")
    if change.cause is Cause.THREE_OF_FIVE:
        return tr(
            "{missed} of the last 5 were missed, so its cue comes every time again.", missed=grounds.missed
        )
    if change.cause is Cause.LESS_STEADY:
        return tr(
            "It was kept less steadily ({steady:.2f} of 1, {limit:.2f} at least), so its cue helps again.",
            steady=grounds.consistency,
            limit=grounds.limit or 0.0,
        )
    return _steady(grounds, grounds.needs or Needs(0.0))


def _steady(grounds: Grounds, needs: Needs) -> str:
    """Return what the numbers of a step up were, and what was asked of them."""
    said = [
        tr(
            "Kept {kept} of the last {of} times, and steadily ({steady:.2f} of 1, {asked:.2f} asked).",
            kept=grounds.kept,
            of=grounds.of,
            steady=grounds.consistency,
            asked=needs.consistency,
        )
    ]
    if needs.self_started:
        said.append(
            tr(
                "Started without a cue {alone} of {seen} times ({asked:.0%} asked).",
                alone=grounds.self_started,
                seen=grounds.seen,
                asked=needs.self_started,
            )
        )
        said.append(
            tr(
                "You said it happens by itself ({share:.2f} of 1, {asked:.2f} asked).",
                share=grounds.automaticity or 0.0,
                asked=needs.automaticity,
            )
        )
    return " ".join(said)

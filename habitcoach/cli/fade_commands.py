"""fade: how far a habit's cue is withdrawn, and what may become of it."""

import click

from habitcoach.cli.fade_values import fading_value
from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.fading import Faded
from habitcoach.core.consent import DEFAULT, Consent
from habitcoach.core.habit import Habit
from habitcoach.texts.fading import fading_lines

ACCEPT = "accept"
_CHOICES = (*(one.value for one in Consent), DEFAULT, ACCEPT)


@click.command()
@click.argument("habit")
@click.argument("choice", type=click.Choice(_CHOICES), required=False)
@as_json
@pass_session
def fade(session: Session, /, *, habit: str, choice: str | None, json_wanted: bool) -> None:
    """Show how far a habit's cue is withdrawn, or choose what may become of it.

    automatic: fewer cues as it comes by itself. ask: fewer only after "accept". never: always all of them.
    default: as the setting "fading" says for all habits. accept: say yes to what is proposed.
    """
    coach = session.to_show() if choice is None else session.to_change()
    found = coach.habits.find(habit)
    if choice is None:
        faded = coach.stages.of(coach.agenda(), found)
    elif choice == ACCEPT:
        faded = coach.fade_choices.accept(found.id)
    else:
        faded = coach.fade_choices.choose(found.id, None if choice == DEFAULT else Consent(choice))
    show(_value(found, faded), fading_lines(found.name, faded), json_wanted=json_wanted)


def _value(habit: Habit, faded: Faded) -> dict[str, object]:
    return {"habit_id": habit.id, "habit": habit.name, **fading_value(faded)}


COMMANDS = (fade,)

"""Drafts: a habit's fields as the agent typed them, checked and cleaned."""

from dataclasses import dataclass

from habitcoach.core import fields
from habitcoach.core.errors import InputError
from habitcoach.core.habit import Category, Draft, Habit, Plan
from habitcoach.core.target import Target, target_from_json, target_to_json
from habitcoach.core.trigger import Manual, Trigger, natural_period, trigger_from_json, trigger_to_json


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of a habit before they are checked; trigger and target as interfaces.md writes them."""

    name: str
    when: str
    routine: str
    reward: str
    tiny: str = ""
    treat: str = ""
    why: str = ""
    category: str = Category.FOCUS.value
    trigger: object = None  #: None is the default, `manual`
    target: object = None  #: None is the default of the trigger


def typed_from(source: Draft | Habit) -> Typed:
    """Return the fields of a draft, or of a habit's newest version, as if they were typed."""
    version = source.newest if isinstance(source, Habit) else source
    plan = version.plan
    return Typed(
        name=source.name,
        when=plan.when,
        routine=plan.routine,
        reward=plan.reward,
        tiny=plan.tiny,
        treat=plan.treat,
        why=plan.why,
        category=source.category.value,
        trigger=trigger_to_json(version.trigger),
        target=target_to_json(version.target),
    )


def draft_from(typed: Typed) -> Draft:
    """Return the checked draft. Raises the first InputError of `faults_in`."""
    draft, faults = _check(typed)
    if draft is None:
        raise faults[0]
    return draft


def faults_in(typed: Typed) -> list[InputError]:
    """Return every fault of the fields, in the order of the form; none when a draft can be made."""
    return _check(typed)[1]


def _check(typed: Typed) -> tuple[Draft | None, list[InputError]]:
    faults: list[InputError] = []

    def line(field: str, text: str, limit: int = fields.MAX_TEXT, *, required: bool = True) -> str:
        try:
            return (fields.required_line if required else fields.optional_line)(field, text, limit)
        except InputError as fault:
            faults.append(fault)
            return ""

    plan = Plan(
        when=line("when", typed.when),
        routine=line("routine", typed.routine),
        tiny=line("tiny", typed.tiny, required=False),
        reward=line("reward", typed.reward),
        treat=line("treat", typed.treat, required=False),
        why=line("why", typed.why, required=False),
    )
    name = line("name", typed.name, fields.MAX_NAME)
    try:
        category, trigger, target = _choices(typed)
    except InputError as fault:
        return None, [*faults, fault]
    return (None if faults else Draft(name, category, plan, trigger, target)), faults


def _choices(typed: Typed) -> tuple[Category, Trigger, Target]:
    known = {one.value for one in Category}
    if typed.category not in known:
        raise InputError("category", "not_a_choice", choices=", ".join(sorted(known)))
    trigger = trigger_from_json({"kind": "manual"} if typed.trigger is None else typed.trigger)
    per, manual = natural_period(trigger), isinstance(trigger, Manual)
    target = target_from_json({} if typed.target is None else typed.target, per, manual=manual)
    return Category(typed.category), trigger, target

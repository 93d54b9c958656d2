"""The ready-made service habits of assets/templates.toml, in the language that is spoken."""

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habitcoach.assets import asset
from habitcoach.coaching.preferences import Channel
from habitcoach.core.fields import name_key
from habitcoach.core.habit import Category, Draft, Plan
from habitcoach.core.target import target_from_json
from habitcoach.core.trigger import (
    AroundShift,
    Contact,
    Manual,
    OncePer,
    ShiftAnchor,
    natural_period,
    trigger_from_json,
)
from habitcoach.texts.language import speakers, spoken

#: What of a habit is read by agents, and translated.
TEXTS = ("name", "when", "routine", "tiny", "reward", "why")
#: Where an agent meets customers; other words of a template's channels name no channel of theirs.
_CHANNELS = frozenset(one.value for one in Channel)


@dataclass(frozen=True, slots=True)
class Template:
    """A ready-made habit."""

    id: str
    draft: Draft
    channels: tuple[str, ...]  #: "email", "chat", "phone", "any" …
    minutes: int  #: about how long the routine takes
    starter: bool  #: offered at first run
    reset: bool = False  #: helps right after a hard contact
    names: frozenset[str] = frozenset()  #: its name in every language, as keys: an agent may change theirs

    def is_among(self, names: Collection[str]) -> bool:
        """Whether one of these names, as keys, is this habit's in some language."""
        return not self.names.isdisjoint(names)


def load_library() -> tuple[Template, ...]:
    """Read all ready-made habits in the order of the file."""
    every = speakers()
    with asset("templates.toml").open("rb") as file:
        return tuple(_template(row, every) for row in tomllib.load(file)["template"])


def _template(row: Mapping[str, Any], every: Iterable[Callable[[str], str]]) -> Template:
    trigger = trigger_from_json(row["trigger"])
    target = target_from_json(row["target"], natural_period(trigger), manual=isinstance(trigger, Manual))
    said = {name: spoken(row[name]) for name in TEXTS}
    plan = Plan(said["when"], said["routine"], said["reward"], tiny=said["tiny"], why=said["why"])
    draft = Draft(said["name"], Category(row["category"]), plan, trigger, target)
    return Template(
        row["id"],
        draft,
        tuple(row["channels"]),
        row["minutes"],
        row.get("starter", False),
        row.get("reset", False),
        frozenset(name_key(say(row["name"])) for say in every),
    )


def search(templates: Iterable[Template], query: str) -> tuple[Template, ...]:
    """Return the templates that have every word of the query somewhere in their texts, id or category."""
    words = name_key(query).split()
    return tuple(one for one in templates if all(word in _haystack(one) for word in words))


def meets(template: Template, channels: Collection[str]) -> bool:
    """Whether a habit is one for these channels: made for one of them, or for none in particular."""
    made_for = _CHANNELS.intersection(template.channels)
    return not channels or not made_for or not made_for.isdisjoint(channels)


def first_for(templates: Iterable[Template], channels: Collection[str]) -> tuple[Template, ...]:
    """Return the templates with those for some channels first, each part in its own order."""
    return tuple(sorted(templates, key=lambda one: not meets(one, channels)))


def starters(templates: Iterable[Template], channels: Collection[str] = ()) -> tuple[Template, ...]:
    """Return the habits to begin with, in the order of a shift: its start, every contact, later, its week."""
    found = (one for one in templates if one.starter and meets(one, channels))
    return tuple(sorted(found, key=_place_in_shift))


def for_agent(templates: Iterable[Template], channels: Collection[str] = ()) -> tuple[Template, ...]:
    """Return all habits as an agent of these channels wants them: to begin with, for them, the others."""
    every = tuple(templates)
    first = starters(every, channels)
    return (*first, *first_for((one for one in every if one not in first), channels))


def _place_in_shift(template: Template) -> int:
    match template.draft.trigger:
        case AroundShift(anchor=ShiftAnchor.START):
            return 0
        case Contact():
            return 1
        case OncePer():
            return 3
        case _:
            return 2


def _haystack(template: Template) -> str:
    draft = template.draft
    texts = (
        template.id,
        draft.name,
        draft.category.value,
        draft.plan.when,
        draft.plan.routine,
        draft.plan.why,
    )
    return name_key(" ".join(texts))

"""The ready-made service habits of assets/templates.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habitcoach.assets import asset
from habitcoach.core.fields import name_key
from habitcoach.core.habit import Category, Draft, Plan
from habitcoach.core.target import target_from_json
from habitcoach.core.trigger import Manual, natural_period, trigger_from_json


@dataclass(frozen=True, slots=True)
class Template:
    """A ready-made habit."""

    id: str
    draft: Draft
    channels: tuple[str, ...]  #: "email", "chat", "phone", "any" …
    minutes: int  #: about how long the routine takes
    starter: bool  #: offered at first run


def load_library() -> tuple[Template, ...]:
    """Read all ready-made habits in the order of the file."""
    with asset("templates.toml").open("rb") as file:
        return tuple(_template(row) for row in tomllib.load(file)["template"])


def _template(row: Mapping[str, Any]) -> Template:
    trigger = trigger_from_json(row["trigger"])
    target = target_from_json(row["target"], natural_period(trigger), manual=isinstance(trigger, Manual))
    plan = Plan(row["when"], row["routine"], row["reward"], tiny=row["tiny"], why=row["why"])
    draft = Draft(row["name"], Category(row["category"]), plan, trigger, target)
    return Template(row["id"], draft, tuple(row["channels"]), row["minutes"], row.get("starter", False))


def search(templates: Iterable[Template], query: str) -> tuple[Template, ...]:
    """Return the templates that have every word of the query somewhere in their texts, id or category."""
    words = name_key(query).split()
    return tuple(one for one in templates if all(word in _haystack(one) for word in words))


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

"""Targets: what makes a period kept."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from habitcoach.core.errors import InputError
from habitcoach.core.jsonshape import Shape


class TargetKind(StrEnum):
    """How the entries of a period are reckoned."""

    CHECK = "check"  #: occasions answered
    COUNT = "count"  #: times done
    RATE = "rate"  #: hits out of opportunities


class Per(StrEnum):
    """The stretch a target is judged over."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


MAX_GOAL = 999
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Target:
    """A goal per period. `goal` is "all" (check), a number, or percent for a rate."""

    kind: TargetKind = TargetKind.CHECK
    goal: int | Literal["all"] = "all"
    per: Per = Per.DAY
    minimum: int = 1  #: a rate with fewer opportunities is neutral


def target_from_json(value: object, default_per: Per, *, manual: bool) -> Target:
    """Read a target as interfaces.md writes it; missing keys take their defaults.

    Raises InputError naming the key at fault.
    """
    shape = Shape("target", value, allowed={"kind", "goal", "per", "min"})
    kind = shape.choice("kind", TargetKind, TargetKind.CHECK)
    per = shape.choice("per", Per, default_per)
    minimum = shape.integer("min", 1, MAX_GOAL, default=1)
    if kind is not TargetKind.RATE and shape.has("min"):
        raise InputError("target.min", "only_for_rate")
    if kind is TargetKind.CHECK and shape.value("goal", "all") == "all":
        return Target(kind, 1 if manual else "all", per)
    if kind is not TargetKind.CHECK:
        shape.require("goal")
    top = PERCENT if kind is TargetKind.RATE else MAX_GOAL
    return Target(kind, shape.integer("goal", 1, top), per, minimum)


def target_to_json(target: Target) -> dict[str, object]:
    """Write a target as interfaces.md does."""
    found: dict[str, object] = {"kind": target.kind.value, "goal": target.goal, "per": target.per.value}
    if target.kind is TargetKind.RATE:
        found["min"] = target.minimum
    return found

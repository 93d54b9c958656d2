"""What a decision makes of a habit: the version that holds from its date on. Algorithms.md, section 10."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from habitcoach.core.decision import DecisionKind
from habitcoach.core.graduating import MONTHLY, ONE_CHECK
from habitcoach.core.habit import Version
from habitcoach.core.trigger import trigger_from_json

#: The decisions that make a version; *retire* is a pause, and *keep* changes nothing.
CHANGES = frozenset(
    {
        DecisionKind.MAKE_SMALLER,
        DecisionKind.CHANGE_CUE,
        DecisionKind.CHANGE_REWARD,
        DecisionKind.RAISE_GOAL,
        DecisionKind.GRADUATE,
    }
)


def version_after(
    version: Version, kind: DecisionKind, parameters: Mapping[str, int | str], from_date: date
) -> Version:
    """Return the version that a decision of `CHANGES` makes of another.

    Parameters: trigger (as JSON), when, routine, reward, goal; what is left out stays. A tiny version that
    has become the routine is no tiny version any more.
    """
    if kind is DecisionKind.GRADUATE:
        return replace(version, from_date=from_date, trigger=MONTHLY, target=ONE_CHECK)
    plan, trigger, target = version.plan, version.trigger, version.target
    if "when" in parameters:
        plan = replace(plan, when=str(parameters["when"]))
    if "reward" in parameters:
        plan = replace(plan, reward=str(parameters["reward"]))
    if "routine" in parameters:
        routine = str(parameters["routine"])
        plan = replace(plan, routine=routine, tiny="" if routine == plan.tiny else plan.tiny)
    if "trigger" in parameters:
        trigger = trigger_from_json(json.loads(str(parameters["trigger"])))
    if "goal" in parameters:
        target = replace(target, goal=int(parameters["goal"]))
    return Version(from_date, plan, trigger, target)

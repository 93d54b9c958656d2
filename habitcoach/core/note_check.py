"""Notes are for the agent, not for customers' data: what a note had better not hold. Product.md, rules."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

#: So many digits are more than a time, a date or a ticket number needs.
MANY_DIGITS = 7

_ADDRESS = re.compile(r"[^\s@<>,;:()\[\]\"“”]+@[^\s@<>,;:()\[\]\"“”]+\.[^\s@<>,;:()\[\]\"“”.]{2,}")
#: Digits of one number may stand apart, as in "+49 30 1234-567".
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?([./-])\d\d?\1\d{4}")
_DIGITS = re.compile(r"\d(?:[ \t./()-]{0,2}\d)*")


class Suspect(StrEnum):
    """What a stretch of a note looks like."""

    ADDRESS = "address"  #: an e-mail address
    NUMBER = "number"  #: seven digits or more: a telephone, customer or card number


@dataclass(frozen=True, slots=True)
class Finding:
    """One stretch of a note that looks like data of a customer."""

    start: int
    end: int  #: excluded
    kind: Suspect


def findings(text: str) -> tuple[Finding, ...]:
    """Return what of a note looks like an e-mail address or holds seven digits, in the order of the text."""
    found = [Finding(one.start(), one.end(), Suspect.ADDRESS) for one in _ADDRESS.finditer(text)]
    for one in _DIGITS.finditer(text):
        digits = sum(each.isdigit() for each in one.group())
        apart = all(one.end() <= other.start or other.end <= one.start() for other in found)
        if digits >= MANY_DIGITS and apart and not _DATE.fullmatch(one.group()):
            found.append(Finding(one.start(), one.end(), Suspect.NUMBER))
    return tuple(sorted(found, key=lambda one: one.start))


def without(text: str, found: Iterable[Finding]) -> str:
    """Return a note with some stretches taken out: "…" stands where they were."""
    parts, last = list[str](), 0
    for one in sorted(found, key=lambda each: each.start):
        parts += [text[last : one.start], "…"]
        last = one.end
    return "".join([*parts, text[last:]])


def needs_question(before: str, after: str) -> bool:
    """Whether a changed note holds something that was not asked about before: one question is enough."""
    known = _stretches(before, findings(before))
    return any(one not in known for one in _stretches(after, findings(after)))


def _stretches(text: str, found: Sequence[Finding]) -> frozenset[str]:
    return frozenset(text[one.start : one.end] for one in found)

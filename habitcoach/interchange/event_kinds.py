"""What the words of a calendar entry make it: an absence, a rest day or a break. All else is work."""

import re


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Away from work, whatever else the planner has on that date.
_ABSENCES = _each(
    "vacation vacations holiday holidays leave pto sick sickness sickday ill illness absence absent"
    " urlaub krank krankheit abwesend abwesenheit ferien elternzeit freizeitausgleich überstundenabbau"
    " vacances congé congés maladie vacaciones enfermedad ferie malattia vakantie ziek"
)
#: A day off by the plan, or one that is only a day off where no shift stands.
_RESTS = _each("off free frei ruhetag dienstfrei rdo repos libre riposo vrij feiertag")
#: These make of a holiday one that contact centres may work on.
_PUBLIC = _each("public bank national christmas easter")
_BREAKS = _each(
    "break breaks lunch meal dinner pause pausen mittag mittagspause essenspause kaffeepause rest"
    " pausa comida descanso repas déjeuner pauze"
)
#: A word that makes it work after all, such as "Lunch shift".
_WORK = re.compile(r"\b(shift|\w*schicht|\w*dienst|turno|équipe|cover)\b")
_WORD = re.compile(r"[\w-]+")


def _words(summary: str) -> frozenset[str]:
    return frozenset(_WORD.findall(summary.casefold()))


def _is_work(summary: str) -> bool:
    return _WORK.search(summary.casefold()) is not None


def is_absence(summary: str) -> bool:
    """Whether the words mean leave, vacation or illness: no shift of that date is worked."""
    words = _words(summary)
    return bool(words & _ABSENCES) and not words & _PUBLIC and not _is_work(summary)


def is_rest(summary: str) -> bool:
    """Whether the words mean a day off by the plan: one only where there is no shift."""
    words = _words(summary)
    rest = words & _RESTS or (words & _ABSENCES and words & _PUBLIC) or words >= {"rest", "day"}
    return bool(rest) and not _is_work(summary)


def is_break(summary: str) -> bool:
    """Whether the words mean a break within a shift."""
    return bool(_words(summary) & _BREAKS) and not _is_work(summary)


def is_time_off(summary: str) -> bool:
    """Whether an entry is none of work."""
    return is_absence(summary) or is_rest(summary)

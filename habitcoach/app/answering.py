"""Answering: the one path that all answers take, from whichever surface, to the file and back."""

from dataclasses import dataclass

from habitcoach.app.answers import Answers
from habitcoach.app.editing import Editing
from habitcoach.app.intents import Intents
from habitcoach.app.parts import Parts
from habitcoach.app.promising import Promising


@dataclass(frozen=True, slots=True)
class Answering:
    """What an answer goes through."""

    editing: Editing  #: changes of habits, and what undo takes back
    intents: Intents  #: answers about habits
    promising: Promising  #: answers about promises
    answers: Answers  #: shows what came of them


def answering_on(parts: Parts) -> Answering:
    """Build the path between surfaces and coach."""
    editing = Editing(parts)
    answers = Answers(parts, editing)
    intents = Intents(parts, answers.show)
    return Answering(editing, intents, Promising(parts, editing, intents, answers.show), answers)

"""The session bus, shared by what speaks to the desktop: non-blocking, without a thread."""

from habitcoach.bus.conversation import DEADLINE, Answer, Call, Heard, Problem
from habitcoach.bus.session import SessionBus

__all__ = ["DEADLINE", "Answer", "Call", "Heard", "Problem", "SessionBus"]

"""Whether the agent is there: what the system says of lock, idleness, full screen, microphone and quiet."""

from habitcoach.presence.microphone import microphone
from habitcoach.presence.system import SystemPresence

__all__ = ["SystemPresence", "microphone"]

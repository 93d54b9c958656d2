"""Whether the agent is there: what the system says of lock, idleness, full screen and *do not disturb*."""

from habitcoach.presence.system import SystemPresence

__all__ = ["SystemPresence"]

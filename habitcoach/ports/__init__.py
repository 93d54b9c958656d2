"""What the use cases need of the world. The same contract suite holds each real thing and its fake."""

from habitcoach.ports.card import Card
from habitcoach.ports.clock import Alarms, Clock
from habitcoach.ports.notifier import Action, Delivery, Notice, Notifier
from habitcoach.ports.presence import Presence, Seen
from habitcoach.ports.store import Store

__all__ = ["Action", "Alarms", "Card", "Clock", "Delivery", "Notice", "Notifier", "Presence", "Seen", "Store"]

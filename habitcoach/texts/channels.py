"""Where the agent meets customers, in words."""

from collections.abc import Sequence

from habitcoach.coaching.preferences import Channel
from habitcoach.texts.language import tr

_EMAIL, _CHAT, _PHONE = Channel.EMAIL, Channel.CHAT, Channel.PHONE


def channel_name(channel: Channel) -> str:
    """Return the name of a channel, to stand alone."""
    return {_EMAIL: tr("E-mail"), _CHAT: tr("Chat"), _PHONE: tr("Phone")}[channel]


def for_channels(channels: Sequence[Channel]) -> str:
    """Return whom habits are for, as a sentence; empty for no channel."""
    return {
        frozenset(): "",
        frozenset({_EMAIL}): tr("For e-mail."),
        frozenset({_CHAT}): tr("For chat."),
        frozenset({_PHONE}): tr("For the phone."),
        frozenset({_EMAIL, _CHAT}): tr("For e-mail and chat."),
        frozenset({_EMAIL, _PHONE}): tr("For e-mail and phone."),
        frozenset({_CHAT, _PHONE}): tr("For chat and phone."),
        frozenset({_EMAIL, _CHAT, _PHONE}): tr("For e-mail, chat and phone."),
    }[frozenset(channels)]


def starter_title(channels: Sequence[Channel]) -> str:
    """Return the heading over the habits to begin with."""
    return {
        frozenset(): tr("Starter set"),
        frozenset({_EMAIL}): tr("Starter set for e-mail"),
        frozenset({_CHAT}): tr("Starter set for chat"),
        frozenset({_PHONE}): tr("Starter set for the phone"),
        frozenset({_EMAIL, _CHAT}): tr("Starter set for e-mail and chat"),
        frozenset({_EMAIL, _PHONE}): tr("Starter set for e-mail and phone"),
        frozenset({_CHAT, _PHONE}): tr("Starter set for chat and phone"),
        frozenset({_EMAIL, _CHAT, _PHONE}): tr("Starter set for e-mail, chat and phone"),
    }[frozenset(channels)]

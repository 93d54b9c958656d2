"""Names and values of the settings about how things look and how cues reach the agent."""

from enum import StrEnum

CARD_SECONDS = "card_seconds"
DEFAULT_CARD_SECONDS = 20

CHANNELS = "channels"
DISCREET = "discreet_texts"
MIDDLE_CLICK = "middle_click"
REDUCE_MOTION = "reduce_motion"
SOUND = "sound"
TEXT_SIZE = "text_size"
THEME = "theme"


class Channel(StrEnum):
    """Where the agent meets customers; ready-made habits for it come first."""

    EMAIL = "email"
    CHAT = "chat"
    PHONE = "phone"


class Sound(StrEnum):
    """What a cue sounds like."""

    OFF = "off"
    SOFT = "soft"


class ThemeChoice(StrEnum):
    """How the windows look."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextSize(StrEnum):
    """How large the texts are, beside what the system asks for."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"

"""What can go wrong, by whose fault it is."""


class HabitCoachError(Exception):
    """Base of every error this program raises on purpose.

    `code` and `params` are turned into a sentence by `habitcoach.texts`; the core writes no sentences.
    """

    def __init__(self, code: str, **params: object) -> None:
        """Take a code of `texts.errors` and what its sentence needs."""
        super().__init__(code, params)
        self.code = code
        self.params = params


class InputError(HabitCoachError):
    """The agent's input cannot be used; `field` names where, nothing was changed."""

    def __init__(self, field: str, code: str, **params: object) -> None:
        """Take the name of the field at fault beside code and parameters."""
        super().__init__(code, **params)
        self.field = field


class RefusedError(HabitCoachError):
    """What was asked cannot be done as things are, e.g. there is nothing to undo."""


class EnvironmentFaultError(HabitCoachError):
    """The surroundings refuse: a full disk, a locked or newer file, no display. The data are safe."""

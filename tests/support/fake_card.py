"""A cue card that only remembers what it was told."""


class FakeCard:
    """The port `Card`, in memory."""

    def __init__(self) -> None:
        self.open: list[int] = []  #: deliveries on the screen now
        self.shown: list[int] = []  #: every call of `show`

    def show(self, delivery: int) -> None:
        """Show a delivery, or add to it when its card is open."""
        self.shown.append(delivery)
        if delivery not in self.open:
            self.open.append(delivery)

    def close(self, delivery: int) -> None:
        """Take a delivery's card away if it is up."""
        if delivery in self.open:
            self.open.remove(delivery)

    def is_open(self, delivery: int) -> bool:
        """Whether that delivery's card is on the screen."""
        return delivery in self.open

"""Half a year of a simulated agent, told as a diary: python -m benchmarks.half_a_year > docs/half-a-year.md.

The real use cases on a real file; what it took goes to standard error.
"""

import sys
import tempfile
from pathlib import Path

from habitcoach.clock import clock_from
from tests.support.half_year.diary import diary
from tests.support.half_year.living import Living

SEED = 7


def main() -> None:
    """Live it and write the diary."""
    clock = clock_from({})
    with tempfile.TemporaryDirectory() as folder:
        began = clock.monotonic()
        life = Living(Path(folder), SEED).live()
        took = clock.monotonic() - began
        sys.stdout.write(diary(life))
        life.place.close()
    print(f"{len(life.weeks)} reviews, {took:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

"""`python -m habitcoach` and the `habitcoach` command."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from habitcoach.cli.main import run  # noqa: PLC0415  # keeps `import habitcoach.__main__` free of side effects

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

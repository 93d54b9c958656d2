"""Printing: JSON for scripts, lines for people."""

import json
import sys
from datetime import date, datetime
from enum import Enum

import click

from habitcoach.cli.session import Session

as_json = click.option("--json", "json_wanted", is_flag=True, help="Print JSON.")

#: Gives a command its session as first argument.
pass_session = click.make_pass_decorator(Session)


def show(value: object, lines: list[str], *, json_wanted: bool) -> None:
    """Print the value as JSON, or the lines."""
    if json_wanted:
        narrow = "utf" not in (sys.stdout.encoding or "utf").lower()
        click.echo(json.dumps(value, ensure_ascii=narrow, default=_plain, indent=2))
        return
    for line in lines:
        click.echo(line)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(type(value).__name__)


def instant(moment: datetime) -> str:
    """Write an instant with its offset, to the second."""
    return moment.replace(microsecond=0).isoformat()

"""The mutation lane: changes the core in small ways, one at a time, and asks whether a test notices.

`python -m tests.mutation.lane` (in `scripts/test --all`) runs mutmut on a copy of the tree: every change of
the modules the rules live in, and a seeded sample of those of the rest of `core`. Survivors are listed; those
that are the same program stand in `equivalent.toml` with their reason. Below the floor the lane fails.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "mutation"
COPIED = ("assets", "habitcoach", "tests/core", "tests/mutation", "tests/support", "tests/conftest.py")
#: Looked at whole: where a wrong number would tell an agent something untrue.
WHOLE = ("streak", "strength", "consistency", "automaticity", "fading", "occasions", "judging")
SAMPLE = 300  #: of all others
SEED = 20261122
FLOOR = {"the rules": 0.98, "the rest of the core": 0.90}
CONFIG = """
[tool.mutmut]
source_paths = ["habitcoach"]
only_mutate = ["habitcoach/core/*.py"]
pytest_add_cli_args_test_selection = ["tests/core"]
also_copy = ["assets", "tests"]
"""
_SURVIVED = frozenset({0, 33, 34, None})  # mutmut's codes for passed, no tests, skipped, and not run


@dataclass(frozen=True, slots=True)
class Change:
    """One small change of one function."""

    where: str  #: module and function
    old: str  #: the lines taken out
    new: str | None  #: the lines put in; None in the list of equivalents for whatever they are


def known_equivalents() -> dict[Change, str]:
    """Return the changes that make no other program, each with the reason."""
    with (Path(__file__).parent / "equivalent.toml").open("rb") as file:
        listed = tomllib.load(file)["equivalent"]
    return {Change(one["where"], one["old"], one.get("new")): one["why"] for one in listed}


def _copy_tree() -> None:
    shutil.rmtree(WORK, ignore_errors=True)
    for name in COPIED:
        source, target = ROOT / name, WORK / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    (WORK / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text() + CONFIG)


def _mutmut(*arguments: str) -> str:
    # CI: hypothesis makes the same examples in every run, so that the same changes survive.
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=WORK,
        env={**os.environ, "CI": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout[-4000:]}\n{done.stderr}\nmutmut {arguments[0]} ended with {done.returncode}")
    return done.stdout


def _codes() -> dict[str, int | None]:
    """Return mutmut's exit code of every change it made, by name."""
    found: dict[str, int | None] = {}
    for file in sorted((WORK / "mutants").rglob("*.meta")):
        found |= json.loads(file.read_text())["exit_code_by_key"]
    return found


def _module(name: str) -> str:
    return name.split(".")[2]


def _change(name: str) -> Change:
    """Return what mutmut changed under a name; the number in it moves with every edit, the lines do not."""
    lines = _mutmut("show", name).splitlines()
    function = name.rsplit(".", maxsplit=1)[-1].rpartition("__mutmut_")[0]
    parts = function.removeprefix("xǁ").removeprefix("x_").split("ǁ")
    old = [one[1:].strip() for one in lines if one.startswith("-") and not one.startswith("---")]
    new = [one[1:].strip() for one in lines if one.startswith("+") and not one.startswith("+++")]
    return Change(f"{_module(name)}.{'.'.join(parts)}", "\n".join(old), "\n".join(new))


def _run() -> dict[str, int | None]:
    """Run the whole modules and a sample of the rest; return the codes of what was run."""
    children = f"--max-children={os.cpu_count() or 1}"
    _mutmut("run", children, *(f"habitcoach.core.{one}.*" for one in WHOLE))
    rest = sorted(name for name in _codes() if _module(name) not in WHOLE)
    sample = random.Random(SEED).sample(rest, min(SAMPLE, len(rest)))
    if sample:
        _mutmut("run", children, *sample)
    return {name: code for name, code in _codes().items() if _module(name) in WHOLE or name in sample}


def _report(kind: str, codes: dict[str, int | None]) -> bool:
    """Print what survived and the share of changes noticed; say whether it reaches its floor."""
    known = known_equivalents()
    found = [_change(name) for name, code in codes.items() if code in _SURVIVED]
    alive = [one for one in found if not {one, replace(one, new=None)} & known.keys()]
    for one in alive:
        print(f"survived in {one.where}:\n  - {one.old}\n  + {one.new}")
    modules = {_module(name) for name in codes if _module(name) in WHOLE}
    for one in known.keys() - {*found, *(replace(each, new=None) for each in found)}:
        if one.where.split(".")[0] in modules:
            print(f"noticed now, take it out of equivalent.toml: {one.where}: {one.new or one.old}")
    same = len(found) - len(alive)
    counted = len(codes) - same
    share = 1 - len(alive) / max(counted, 1)
    print(f"mutation of {kind}: {counted - len(alive)} of {counted} changes noticed, {share:.1%}; ", end="")
    print(f"{same} more make no other program; the floor is {FLOOR[kind]:.0%}", flush=True)
    return share >= FLOOR[kind]


def main() -> None:
    """Run the lane."""
    _copy_tree()
    codes = _run()
    whole = {name: code for name, code in codes.items() if _module(name) in WHOLE}
    sampled = {name: code for name, code in codes.items() if name not in whole}
    reached = [_report("the rules", whole), _report("the rest of the core", sampled)]
    if not all(reached):
        sys.exit("mutation: below the floor")


if __name__ == "__main__":
    main()

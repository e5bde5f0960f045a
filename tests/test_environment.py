"""The names and versions of pyproject.toml, requirements.lock and environment.yml agree."""

import re
import runpy
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT, LOCK, ENVIRONMENT = (
    (ROOT / name).read_text(encoding="utf-8")
    for name in ("pyproject.toml", "requirements.lock", "environment.yml")
)

PIN = re.compile(r"^[A-Za-z0-9][^\\\n]*", re.MULTILINE)
SYSTEMS = [
    {"sys_platform": system, "platform_system": name, "os_name": os_name}
    | {"python_version": python, "python_full_version": f"{python}.9"}
    | {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    for system, name, os_name in (
        ("linux", "Linux", "posix"),
        ("darwin", "Darwin", "posix"),
        ("win32", "Windows", "nt"),
    )
    for python in ("3.11", "3.12", "3.13")
]


def disagreements(project: str, lock: str, environment: str) -> list[str]:
    declared = tomllib.loads(project)["project"]
    locked = [Requirement(line) for line in PIN.findall(lock)]
    conda = yaml.safe_load(environment)
    return [
        *_undeclared_versions(declared, locked),
        *_unequal_pins(locked, conda),
        *_wrong_conda_part(declared, conda),
    ]


def _undeclared_versions(declared: dict, locked: list[Requirement]) -> list[str]:
    found = []
    extras = declared["optional-dependencies"].values()
    for line in [*declared["dependencies"], *(line for extra in extras for line in extra)]:
        wanted = Requirement(line)
        pins = [pin for pin in locked if _name(pin) == _name(wanted)]
        found += [
            f"{line}: the lock has {pin}"
            for pin in pins
            if not wanted.specifier.contains(_version(pin), prereleases=True)
        ]
        for system in SYSTEMS:
            fitting = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(system)]
            if len(fitting) != 1:
                found.append(f"{line}: {len(fitting)} pins on {system}")
    return found


def _unequal_pins(locked: list[Requirement], conda: dict) -> list[str]:
    *lines, package = _pip_part(conda)
    ours, theirs = (
        Counter(_key(pin) for pin in pins) for pins in (locked, [Requirement(li) for li in lines])
    )
    found = [f"only in the lock: {pin}" for pin in ours - theirs]
    found += [f"only in environment.yml: {pin}" for pin in theirs - ours]
    found += [f"pinned twice: {pin}" for pin, times in ours.items() if times > 1]
    return found if package == "-e ." else [*found, "environment.yml does not install the package"]


def _wrong_conda_part(declared: dict, conda: dict) -> list[str]:
    *names, _ = conda["dependencies"]
    if [re.split("[=<>]", name)[0] for name in names] != ["python", "pip"]:
        return [f"conda gives {names}, not only python and pip"]
    python = names[0].partition("=")[2]
    if not SpecifierSet(declared["requires-python"]).contains(python):
        return [f"conda gives Python {python}, not {declared['requires-python']}"]
    return [] if conda["name"] == declared["name"] else [f"the name is {conda['name']}"]


def _pip_part(conda: dict) -> list[str]:
    return conda["dependencies"][-1]["pip"]


def _name(requirement: Requirement) -> str:
    return canonicalize_name(requirement.name)


def _version(pin: Requirement) -> str:
    (specifier,) = pin.specifier
    assert specifier.operator == "=="
    return specifier.version


def _key(pin: Requirement) -> tuple[str, str, str]:
    return _name(pin), _version(pin), str(Marker(str(pin.marker))) if pin.marker else ""


def _without(text: str, name: str) -> str:
    """Take a whole pin away, with its hashes."""
    return re.sub(rf"^(      - )?{name}==.*\n(    --hash.*\n)*", "", text, flags=re.MULTILINE)


def test_the_three_files_agree():
    assert disagreements(PROJECT, LOCK, ENVIRONMENT) == []


def test_environment_is_what_the_tool_makes_of_the_lock():
    tool = runpy.run_path(str(ROOT / "tools" / "write_environment.py"))
    assert tool["environment_of"](LOCK) == ENVIRONMENT


def test_every_pin_has_a_hash_and_no_address_is_named():
    for block in re.split(r"\n(?=\S)", LOCK.strip()):
        assert "--hash=sha256:" in block, block.splitlines()[0]
    assert "://" not in LOCK
    assert "://" not in ENVIRONMENT


@pytest.mark.parametrize("written", ["Great.Tables", "great_tables", "GREAT-TABLES"])
def test_spelling_of_a_name_makes_no_difference(written):
    project = PROJECT.replace('"great-tables', f'"{written}')
    environment = ENVIRONMENT.replace("- great-tables==", f"- {written}==")
    assert (project, environment) != (PROJECT, ENVIRONMENT)
    assert disagreements(project, LOCK, environment) == []


PANDAS = re.search(r"^pandas==(\S+)", LOCK, re.MULTILINE)[1]

CHANGES = {
    "a dependency wants a newer version": ("project", '"pandas>=3.0"', '"pandas>=99"'),
    "a dependency is not in the lock": ("project", '"pandas>=3.0"', '"pandas>=3.0", "absent>=1"'),
    "a test dependency is not in the lock": ("project", '"pytest>=', '"absent>=1", "pytest>='),
    "the project asks for a newer Python": ("project", ">=3.11", ">=3.12"),
    "the project has another name": ("project", 'name = "netralitas-research"', 'name = "other"'),
    "the lock has another version": ("lock", f"pandas=={PANDAS}", "pandas==3.0.0"),
    "the lock has another marker": (
        "lock",
        "python_full_version < '3.12'",
        "python_full_version < '3.13'",
    ),
    "two pins of the lock hold together": (
        "lock",
        "python_full_version >= '3.12'",
        "python_full_version >= '3.11'",
    ),
    "conda has another version": ("environment", f"pandas=={PANDAS}", "pandas==3.0.0"),
    "conda has another marker": (
        "environment",
        "python_full_version < '3.12'",
        "python_full_version < '3.13'",
    ),
    "conda has one more package from pip": ("environment", "- -e .", "- absent==1\n      - -e ."),
    "conda has one more package of its own": ("environment", "  - pip\n", "  - pip\n  - scipy\n"),
    "conda has an older Python": ("environment", "python=3.11", "python=3.10"),
    "conda does not install the package": ("environment", "      - -e .\n", ""),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_difference_is_found_when(change):
    files = {"project": PROJECT, "lock": LOCK, "environment": ENVIRONMENT}
    file, old, new = CHANGES[change]
    assert old in files[file], "this test no longer changes anything"
    files[file] = files[file].replace(old, new)
    assert disagreements(**files)


@pytest.mark.parametrize("file", ["lock", "environment"])
@pytest.mark.parametrize("name", ["pandas", "pytest", "numpy", "colorama"])
def test_a_pin_that_is_taken_away_is_missed(file, name):
    files = {"project": PROJECT, "lock": LOCK, "environment": ENVIRONMENT}
    shorter = _without(files[file], name)
    assert shorter != files[file]
    assert disagreements(**{**files, file: shorter})

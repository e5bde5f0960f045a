"""Write environment.yml, for conda and Binder, from the pins of requirements.lock."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHON = "3.11"
"""The Python that the pins are run with; conda would take the newest one."""

_PIN = re.compile(r"^[A-Za-z0-9][^\\]*==[^\\]*")
_HEAD = f"""\
# The environment of requirements.lock for conda and Binder: the same pins, without their hashes.
# Made by tools/write_environment.py (`make lock`); do not edit.
name: netralitas-research
channels:
  - conda-forge
dependencies:
  - python={PYTHON}
  - pip
  - pip:
"""


def environment_of(lock: str) -> str:
    r"""Turn a lock into the text of an environment.yml.

    Parameters
    ----------
    lock
        The text of requirements.lock.

    Returns
    -------
    str
        Python and pip from conda; every pin, with its marker, and the package itself from pip.

    Examples
    --------
    >>> lock = "numpy==2.4.6 ; python_full_version < '3.12' \\\n    --hash=sha256:00\n"
    >>> environment_of(lock).splitlines()[-2:]
    ["      - numpy==2.4.6 ; python_full_version < '3.12'", '      - -e .']
    """
    pins = [found[0].strip() for line in lock.splitlines() if (found := _PIN.match(line))]
    return _HEAD + "".join(f"      - {pin}\n" for pin in [*pins, "-e ."])


def main() -> None:
    """Write the environment.yml of this repository."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (ROOT / "environment.yml").write_text(environment_of(lock), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

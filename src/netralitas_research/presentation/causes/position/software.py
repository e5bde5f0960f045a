"""Which versions of the software computed the report."""

from __future__ import annotations

from importlib.metadata import version
from platform import python_version

PACKAGES = ("pandas", "scipy", "statsmodels")


def software() -> dict[str, str]:
    """Give the versions of Python and of the packages that compute.

    Returns
    -------
    dict of str to str
        By name.

    Examples
    --------
    >>> sorted(software())
    ['pandas', 'python', 'scipy', 'statsmodels']
    """
    return {"python": python_version()} | {name: version(name) for name in PACKAGES}

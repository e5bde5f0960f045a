"""How the reports on causes write shares."""

from __future__ import annotations

from netralitas_research.language import format_range


def percents(low: float, high: float, language: str) -> str:
    """Write two shares of 1 as a range in percent.

    Parameters
    ----------
    low, high
        The shares.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The range with one decimal, or one number if both are written alike; a dash where an end
        is missing.

    Examples
    --------
    >>> percents(0.361, 0.509, "id"), percents(0.25, 0.25, "en"), percents(float("nan"), 1, "en")
    ('36,1–50,9%', '25.0%', '–')
    """
    return format_range(100 * low, 100 * high, language, 1, "%")

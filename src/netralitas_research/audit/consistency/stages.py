"""How the stages of the way from an allegation to a sanction hold each other."""

from __future__ import annotations

from functools import cache

from netralitas_research import codelists


@cache
def holders(stage: str) -> frozenset[str]:
    """Name the stages that everything in a stage has passed.

    Parameters
    ----------
    stage
        Code of the stage.

    Returns
    -------
    frozenset of str
        The stage that it nests in, the one that holds that, and so on.

    Examples
    --------
    >>> sorted(holders("recommended"))
    ['alleged', 'proven', 'reported']
    """
    outer = _column("nests_in").get(stage, "")
    return frozenset() if not outer else holders(outer) | {outer}


def within(inner: str, outer: str) -> bool:
    """Tell whether a stage nests in another.

    Parameters
    ----------
    inner, outer
        Codes of stages.

    Returns
    -------
    bool
        Whether everything in the first has passed the second.
    """
    return outer in holders(inner)


def may_fall(stage: str) -> bool:
    """Tell whether a count of a stage may fall, because things leave it again.

    Parameters
    ----------
    stage
        Code of the stage.

    Returns
    -------
    bool
        Whether the stage is one of waiting.
    """
    return _column("kind").get(stage) == "open"


def is_closed(stage: str) -> bool:
    """Tell whether a stage is one of cases that ended without a decision for a sanction.

    Parameters
    ----------
    stage
        Code of the stage.

    Returns
    -------
    bool
        Whether a count of it may fall because cases are opened again.
    """
    return _column("kind").get(stage) == "closed"


def rests(stage: str) -> bool:
    """Tell whether a case in a stage is closed, or waits for a first decision.

    Parameters
    ----------
    stage
        Code of the stage.

    Returns
    -------
    bool
        Whether it can be in no later stage at the same time.

    Examples
    --------
    >>> rests("stopped"), rests("awaiting_ppk"), rests("proven")
    (True, False, False)
    """
    kind = _column("kind").get(stage)
    return kind == "closed" or (kind == "open" and not moves_on(stage))


def moves_on(stage: str) -> bool:
    """Tell whether a case in a stage has gone beyond being reported.

    Parameters
    ----------
    stage
        Code of the stage.

    Returns
    -------
    bool
        Whether it was passed on, proven or recommended, or waits after that.

    Examples
    --------
    >>> moves_on("forwarded"), moves_on("awaiting_ppk"), moves_on("reported")
    (True, True, False)
    """
    passed = holders(stage) | {stage}
    return not passed.isdisjoint({"forwarded", "proven", "recommended"}) or (
        _column("kind").get(stage) == "chain" and _column("order").get(stage, "") > "2"
    )


@cache
def _column(name: str) -> dict[str, str]:
    return {str(code): str(text) for code, text in codelists.load("stages")[name].items()}

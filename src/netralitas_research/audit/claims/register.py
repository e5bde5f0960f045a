"""Which function judges which claim: every module of `audit.verdicts` adds its own."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

from netralitas_research.audit import verdicts
from netralitas_research.audit.claims.claim import Claim
from netralitas_research.audit.claims.outcome import Outcome
from netralitas_research.errors import UsageError

Judge = Callable[[Claim], Outcome]

_JUDGES: dict[str, Judge] = {}


def verdict(*claim_ids: str) -> Callable[[Judge], Judge]:
    """Let a function judge a claim.

    Parameters
    ----------
    *claim_ids
        Ids of the claim; several where an article makes the same claim in several places.

    Returns
    -------
    callable
        A decorator; the function takes a `Claim` and returns an `Outcome`, and its docstring says
        the claim.

    Raises
    ------
    UsageError
        If another function judges the claim already.
    """

    def register(judge: Judge) -> Judge:
        for claim_id in claim_ids:
            known = _JUDGES.setdefault(claim_id, judge)
            if (known.__module__, known.__qualname__) != (judge.__module__, judge.__qualname__):
                raise UsageError("error.claim_judged_twice", claim=claim_id)
            _JUDGES[claim_id] = judge
        return judge

    return register


@cache
def judges() -> dict[str, Judge]:
    """Find the functions of all claims, in every module of `audit.verdicts`.

    Returns
    -------
    dict of str to callable
        By the id of the claim.

    Examples
    --------
    >>> all(judge.__doc__ for judge in judges().values())
    True
    """
    for module in pkgutil.iter_modules(verdicts.__path__):
        import_module(f"{verdicts.__name__}.{module.name}")
    return _JUDGES

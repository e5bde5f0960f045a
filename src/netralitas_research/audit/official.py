"""The official series of the study, audited: what reports show of it."""

from __future__ import annotations

import pandas as pd

from netralitas_research.audit.consistency import audit_figures
from netralitas_research.audit.findings import SEVERITIES, describe_findings
from netralitas_research.language import translator
from netralitas_research.study.processed import load


def inconsistencies(language: str) -> pd.DataFrame:
    """Look for numbers in the official series that do not fit together.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a finding, the gravest first, as `describe_findings` gives them.

    Examples
    --------
    >>> found = inconsistencies("en")
    >>> {"severity", "sentence", "source_ids"} <= set(found.columns)
    True
    """
    return describe_findings(audit_figures(load("figures"), load("observations")), language)


def severity_counts(findings: pd.DataFrame, language: str) -> pd.DataFrame:
    """Count findings by check and severity.

    Parameters
    ----------
    findings
        As `inconsistencies` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a check and severity, in the order of the checks: ``check_label``,
        ``severity_label`` and ``n``, also where there is none.

    Examples
    --------
    >>> counted = severity_counts(inconsistencies("en"), "en")
    >>> int(counted["n"].sum()) == len(inconsistencies("en"))
    True
    """
    text = translator(language)
    checks = dict(zip(findings["check"], findings["check_label"], strict=True))
    return pd.DataFrame(
        {
            "check_label": label,
            "severity_label": text(f"findings.severity.{severity}"),
            "n": int((findings["check"].eq(check) & findings["severity"].eq(severity)).sum()),
        }
        for check, label in checks.items()
        for severity in SEVERITIES
    )


def severities(findings: pd.DataFrame) -> dict[str, int]:
    """Count findings by severity.

    Parameters
    ----------
    findings
        As `inconsistencies` gives them.

    Returns
    -------
    dict of str to int
        The number of each severity, and ``total``.

    Examples
    --------
    >>> found = severities(inconsistencies("en"))
    >>> found["contradiction"] + found["doubt"] + found["explained"] == found["total"]
    True
    """
    counted = {severity: int(findings["severity"].eq(severity).sum()) for severity in SEVERITIES}
    return counted | {"total": len(findings)}

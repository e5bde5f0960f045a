"""What an audit finds: the figures that do not fit, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from netralitas_research.audit.wording import written
from netralitas_research.language import translator

Severity = Literal["contradiction", "doubt", "explained"]
SEVERITIES: tuple[Severity, ...] = ("contradiction", "doubt", "explained")
"""How grave a finding is, the gravest first."""

COLUMNS = (
    "finding_id",
    "check",
    "severity",
    "message",
    "figure_ids",
    "record_ids",
    "source_ids",
    "params",
)
"""Columns of a frame of findings."""


@dataclass(frozen=True)
class Finding:
    """Figures that do not fit together.

    Attributes
    ----------
    check
        The check that found them, such as ``parts``.
    message
        What the check found, such as ``exceed``; with the check, the key of the sentence.
    severity
        ``contradiction`` if the numbers cannot all be true as labelled, ``doubt`` if something
        that is not known could explain them, ``explained`` if something known does.
    figure_ids
        The figures, in the order in which the sentence names them.
    params
        What the sentence names: numbers, texts, contexts of figures (see `context_of`) and lists
        of contexts.
    """

    check: str
    message: str
    severity: Severity
    figure_ids: tuple[str, ...]
    params: Mapping[str, Any]

    @property
    def finding_id(self) -> str:
        """The check, what it found, and the first two figures."""
        return "-".join([self.check, self.message, *self.figure_ids[:2]]).replace("_", "-")


_CONTEXT = (
    *("figure_id", "counted_by", "issued_by", "election", "series", "period_start", "period_end"),
    *("as_of", "stage", "unit_counted", "subject", "dimension", "code", "dimension_2", "code_2"),
    *("kemendagri_code", "measure", "qualifier", "value", "decimals_at_least"),
)


def context_of(figure: object, **changes: object) -> dict[str, Any]:
    """Keep what a sentence must know of a figure.

    Parameters
    ----------
    figure
        A figure with the columns of the processed table as attributes.
    **changes
        What to say instead, such as another value.

    Returns
    -------
    dict
        Its codes, dates and value.
    """
    return {name: getattr(figure, name) for name in _CONTEXT} | changes


def tabulate(findings: Iterable[Finding], evidence: Mapping[str, Any]) -> pd.DataFrame:
    """Put findings into a frame, the gravest first.

    Parameters
    ----------
    findings
        The findings.
    evidence
        For each figure id an object with ``records`` and ``sources``.

    Returns
    -------
    pandas.DataFrame
        One row a finding with the columns `COLUMNS`; ids are joined by ``;``, ``params`` holds
        mappings.
    """
    rows = []
    order = sorted(findings, key=lambda one: SEVERITIES.index(one.severity))
    for finding in order:
        known = [evidence[name] for name in finding.figure_ids]
        records = dict.fromkeys(record for figure in known for record in figure.records)
        sources = dict.fromkeys(source for figure in known for source in sorted(figure.sources))
        rows.append(
            (
                finding.finding_id,
                finding.check,
                finding.severity,
                f"findings.{finding.check}.{finding.message}",
                ";".join(finding.figure_ids),
                ";".join(records),
                ";".join(sources),
                finding.params,
            )
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def describe_findings(findings: pd.DataFrame, language: str) -> pd.DataFrame:
    """Say in one sentence what each finding is.

    Parameters
    ----------
    findings
        Findings as an audit returns them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The findings with ``sentence``, ``check_label`` and ``severity_label``.

    Raises
    ------
    UsageError
        If the study does not speak the language.

    Examples
    --------
    >>> from netralitas_research.audit.consistency import audit_figures
    >>> from netralitas_research.study.processed import load
    >>> found = audit_figures(load("figures"))
    >>> fall = found[found["figure_ids"].eq("F0477;F0480")]
    >>> print(describe_findings(fall, "en")["sentence"].iloc[0])
    KASN, general elections 2024, Indonesia (persons, reported): 403 on 6 February 2024 but only \
400 on 28 February 2024, though a count from the beginning cannot fall.
    """
    text = translator(language)
    return findings.assign(
        sentence=[
            text(message, **written(params, language))
            for message, params in zip(findings["message"], findings["params"], strict=True)
        ],
        check_label=[text(f"findings.check.{name}") for name in findings["check"]],
        severity_label=[text(f"findings.severity.{name}") for name in findings["severity"]],
    )

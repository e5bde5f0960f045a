"""The codebook: what every column of the processed tables and every code means."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from netralitas_research import codelists
from netralitas_research.cleaning.schema import TableDescription, describe_tables
from netralitas_research.language import Translator


def codebook_text(translate: Translator, *, as_json: bool) -> str:
    """Write the codebook.

    Parameters
    ----------
    translate
        Makes the sentences.
    as_json
        Write JSON instead of Markdown.

    Returns
    -------
    str
        The codebook.

    Examples
    --------
    >>> from netralitas_research.language import translator
    >>> codebook_text(translator("en"), as_json=False).splitlines()[0]
    '# Codebook'
    """
    tables = [_table(table, translate) for table in describe_tables()]
    code_lists = {name: _code_list(name, translate.language) for name in codelists.tables()}
    if as_json:
        content = {"tables": tables, "code_lists": code_lists}
        return json.dumps(content, ensure_ascii=False, indent=2)
    return "\n".join(_markdown(tables, code_lists, translate))


def _table(table: TableDescription, translate: Translator) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": translate(table.title_key),
        "description": translate(table.description_key),
        "primary_key": list(table.primary_key),
        "columns": [
            {
                "name": column.name,
                "type": column.kind,
                "required": column.required,
                "description": translate(column.description_key),
                "code_list": column.code_list,
            }
            for column in table.columns
        ],
    }


def _code_list(name: str, language: str) -> list[dict[str, str]]:
    labels = codelists.load(name)[f"label_{language}"]
    return [{"code": str(code), "label": label} for code, label in labels.items()]


def _markdown(
    tables: Sequence[dict[str, Any]],
    code_lists: dict[str, list[dict[str, str]]],
    translate: Translator,
) -> Iterable[str]:
    yield f"# {translate('cli.codebook.title')}"
    for table in tables:
        yield from ("", f"## {table['name']}: {table['title']}", "", table["description"], "")
        yield from _grid(
            [
                translate(f"cli.codebook.{name}")
                for name in ("column", "type", "required", "meaning")
            ],
            [
                [
                    f"`{column['name']}`",
                    translate(f"cli.codebook.{column['type']}"),
                    translate(f"word.{'yes' if column['required'] else 'no'}"),
                    _meaning(column, translate),
                ]
                for column in table["columns"]
            ],
        )
    for name, codes in code_lists.items():
        yield from ("", f"## {translate('cli.codebook.code_list', name=name)}", "")
        headings = [translate("cli.codebook.code"), translate("cli.codebook.label")]
        yield from _grid(headings, [[f"`{row['code']}`", row["label"]] for row in codes])


def _meaning(column: dict[str, Any], translate: Translator) -> str:
    if not column["code_list"]:
        return str(column["description"])
    codes = translate("cli.codebook.codes_in", name=column["code_list"])
    return f"{column['description'].rstrip('.')}. {codes}"


def _grid(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    for cells in (headings, ["---"] * len(headings), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

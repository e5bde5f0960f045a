"""Write the processed tables: CSV, Parquet and a data package that describes them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pandas as pd

from netralitas_research.cleaning.schema import SCHEMA_VERSION, TABLES, TableDescription
from netralitas_research.language import translator

PARQUET = ("figures", "observations")


def write_tables(tables: Mapping[str, pd.DataFrame], report_years: list[int], folder: Path) -> None:
    """Write all processed tables, each to a temporary file that is then renamed.

    The same tables give the same bytes. The descriptor ``datapackage.json`` is written last, so
    that it never describes a table that is not there.

    Parameters
    ----------
    tables
        Validated tables by name.
    report_years
        The years that have a report.
    folder
        Where to; it is made when it is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    contents: dict[str, bytes] = {}
    for name, frame in tables.items():
        contents[f"{name}.csv"] = _csv(frame)
        if name in PARQUET:
            contents[f"{name}.parquet"] = _parquet(frame)
    package = _descriptor(tables, report_years, contents)
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    contents["datapackage.json"] = text.encode()
    for file, content in contents.items():
        write_atomically(folder / file, content)


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as temporary:
        written = Path(temporary.name)
        try:
            temporary.write(content)
            temporary.flush()
            written.chmod(0o644)
            written.replace(path)
        except BaseException:
            written.unlink(missing_ok=True)
            raise


def _csv(frame: pd.DataFrame) -> bytes:
    text: str = frame.to_csv(index=False, lineterminator="\n", float_format=_number)
    return text.encode()


def _number(value: object) -> str:
    """Write a number in its shortest form that reads back the same; whole ones without point."""
    number = float(str(value))
    return repr(int(number)) if number == int(number) else repr(number)


def _parquet(frame: pd.DataFrame) -> bytes:
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    table = arrow.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
    sink = arrow.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _descriptor(
    tables: Mapping[str, pd.DataFrame], report_years: list[int], contents: Mapping[str, bytes]
) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "netralitas-research",
        "title": translator("en")("package.title"),
        "description": translator("en")("package.description"),
        "version": SCHEMA_VERSION,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "report_years": report_years,
        "resources": [
            _resource(TABLES[name], len(frame), contents[f"{name}.csv"])
            for name, frame in tables.items()
        ],
    }


def _resource(table: TableDescription, rows: int, content: bytes) -> dict[str, Any]:
    english, indonesian = translator("en"), translator("id")
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": column.name,
                "type": column.kind,
                "description": english(column.description_key),
                "description_id": indonesian(column.description_key),
                **({"codeList": column.code_list} if column.code_list else {}),
                **({"constraints": {"required": True}} if column.required else {}),
            }
            for column in table.columns
        ],
        "primaryKey": list(table.primary_key),
        "missingValues": [""],
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": resource, "fields": [target]}}
            for field, (resource, target) in table.foreign_keys.items()
        ]
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "title": english(table.title_key),
        "description": english(table.description_key),
        "description_id": indonesian(table.description_key),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows,
        "schema": schema,
    }

import csv
import hashlib
import io
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.cleaning import writing
from netralitas_research.cleaning.schema import SCHEMA_VERSION, TABLES, describe_tables
from netralitas_research.cleaning.writing import PARQUET, write_atomically


@pytest.fixture(scope="session")
def package(processed):
    return json.loads((processed / "datapackage.json").read_text(encoding="utf-8"))


def test_every_table_is_written_and_nothing_else(processed):
    expected = {f"{name}.csv" for name in TABLES} | {f"{name}.parquet" for name in PARQUET}

    assert {path.name for path in processed.iterdir()} == expected | {"datapackage.json"}


@pytest.mark.parametrize("name", TABLES)
def test_csv_holds_the_table(processed, cleaned, name):
    frame = cleaned.tables[name]
    types = dict(frame.dtypes)

    read = pd.read_csv(processed / f"{name}.csv", dtype=str, keep_default_na=False)

    assert list(read.columns) == [column.name for column in TABLES[name].columns]
    for column in read:
        if str(types[column]) == "float64":
            assert pd.to_numeric(read[column]).equals(frame[column])
        else:
            assert read[column].tolist() == frame[column].astype(str).tolist()


@pytest.mark.parametrize("name", PARQUET)
def test_parquet_equals_csv(processed, cleaned, name):
    pd.testing.assert_frame_equal(
        pd.read_parquet(processed / f"{name}.parquet"), cleaned.tables[name]
    )


def test_csv_is_plain_utf_8_with_unix_line_ends(processed):
    for path in processed.glob("*.csv"):
        content = path.read_bytes()
        assert b"\r" not in content
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\n")


def test_whole_numbers_have_no_decimal_point(processed):
    rows = list(
        csv.DictReader(io.StringIO((processed / "figures.csv").read_text(encoding="utf-8")))
    )

    assert {row["value"] for row in rows if row["figure_id"] in ("F0083", "F0555")} == {
        "369",
        "22.98",
    }


def test_package_describes_every_table_and_column_in_both_languages(package):
    described = {resource["name"].replace("-", "_"): resource for resource in package["resources"]}

    assert list(described) == [table.name for table in describe_tables()]
    for table in describe_tables():
        fields = described[table.name]["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.name for column in table.columns]
        for text in (described[table.name], *fields):
            assert text["description"]
            assert text["description_id"]
            assert text["description"] != text["description_id"] or len(text["description"]) < 60


def test_hashes_sizes_and_row_counts_of_the_package_are_true(package, processed, cleaned):
    for resource in package["resources"]:
        content = (processed / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert resource["bytes"] == len(content)
        assert resource["rows"] == len(cleaned.tables[resource["name"].replace("-", "_")])


def test_package_names_version_years_and_licence(package, cleaned):
    assert package["version"] == SCHEMA_VERSION
    assert package["report_years"] == cleaned.report_years
    assert package["licenses"][0]["name"] == "CC-BY-4.0"


def test_package_references_lead_to_rows(cleaned):
    for table in describe_tables():
        for field, (other, target) in table.foreign_keys.items():
            named = set(cleaned.tables[table.name][field]) - {""}
            assert named <= set(cleaned.tables[other][target])


def test_a_failure_in_the_middle_leaves_the_old_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "figures.csv"
    path.write_bytes(b"old")
    monkeypatch.setattr(writing.Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))

    with pytest.raises(OSError, match="full"):
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_the_old_descriptor(cleaned, tmp_path, monkeypatch):
    cleaned.write(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    written = []

    def interrupted(path, content):
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(path)
        write_atomically(path, content)

    monkeypatch.setattr(writing, "write_atomically", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cleaned.write(tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_nothing_is_written_when_a_table_cannot_be_made(cleaned, tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "_parquet", lambda frame: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        cleaned.write(tmp_path / "processed")

    assert list((tmp_path / "processed").iterdir()) == []


def test_written_files_can_be_read_by_everyone(processed):
    assert {oct(path.stat().st_mode & 0o777) for path in processed.iterdir()} == {"0o644"}


@given(st.floats(-1e14, 1e14) | st.integers(-(10**14), 10**14).map(float))
def test_a_number_reads_back_the_same(number):
    text = writing._number(number)

    assert float(text) == number
    assert "." not in text or number != int(number)

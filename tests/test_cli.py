import json
import subprocess
import sys

import pytest

from netralitas_research import cleaning, cli
from netralitas_research.errors import DocumentError, InputError, Problem
from netralitas_research.language.messages import LOCALES
from netralitas_research.pipeline import reproduce

HEAVY = {
    "IPython",
    "great_tables",
    "jupyter_client",
    "matplotlib",
    "nbconvert",
    "nbformat",
    "numpy",
    "pandas",
    "pandera",
    "papermill",
    "pyarrow",
    "pytask",
    "scipy",
    "statsmodels",
}
COMMANDS = ("reproduce", "report", "check", "bases", "codebook", "lab")

# Any message will do: what is tested is how problems are printed.
PROBLEM = Problem(
    "cli.built",
    file="figures.csv",
    row=12,
    column="value",
    value="22,9x",
    expected="cli.check.value",
    nearest=("22,9", "22,8"),
    params={"name": "a", "seconds": "1"},
)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command in a small study; returns code, standard output and standard error."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setenv("NETRALITAS_HOME", str(tmp_path))
    monkeypatch.setenv("NETRALITAS_LANGUAGE", "en")
    monkeypatch.delenv("NETRALITAS_REPORTS", raising=False)

    def run(*arguments):
        code = cli.run(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def problems(monkeypatch):
    """The problems that the cleaning finds."""
    found = [PROBLEM]

    def clean_study(home):
        raise InputError(found)

    monkeypatch.setattr(cleaning, "check_files", lambda paths, kind=None: found, raising=False)
    monkeypatch.setattr(cleaning, "clean_study", clean_study, raising=False)
    return found


@pytest.mark.parametrize("arguments", [["--help"], ["reproduce", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments):
    script = (
        "import sys; from netralitas_research.cli import run; "
        f"run({arguments}); print(*sys.modules, file=sys.stderr)"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    modules = {name.partition(".")[0] for name in found.stderr.split()}
    assert modules & HEAVY == set()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("language", "words", "other"),
    [("en", ("Usage:", "Options"), "Opsi"), ("id", ("Pemakaian:", "Opsi"), "Options")],
)
def test_help_is_in_the_language_of_the_terminal(run, command, language, words, other):
    code, out, _ = run("--language", language, command, "--help")
    assert code == 0
    assert all(word in out for word in words)
    assert other not in out
    assert "cli." not in out


def test_help_lists_every_command(run):
    code, out, _ = run()
    assert code == 0
    assert [word for word in COMMANDS if f" {word} " not in out] == []


def test_the_language_is_that_of_the_variable_when_no_option_says_another(run, monkeypatch):
    monkeypatch.setenv("NETRALITAS_LANGUAGE", "id")
    assert "Pemakaian:" in run("--help")[1]
    assert "Usage:" in run("check", "--help", "--language=en")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reproduc"], "There is no command “reproduc”. Nearest: reproduce."),
        (["reproduce", "--ony"], "There is no option --ony. There are: --only, --language,"),
        (["reproduce", "--language", "fr"], "value of --language cannot be used. Expected: id, en"),
        (["reproduce", "--jobs", "0"], "value of --jobs cannot be used. Expected: a whole number"),
        (["report"], "YEAR is missing."),
        (["report", "20x0"], "The value of YEAR cannot be used. Expected: a whole number."),
        (["check", "--format", "xml"], "--format cannot be used. Expected: table, json."),
        (["--language", "fr", "check"], "fr"),
    ],
)
def test_wrong_use_is_one_sentence_on_standard_error(run, arguments, message):
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert message in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_outside_a_study_the_folder_is_named(run, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_HOME", str(tmp_path / "data"))
    code, _, err = run("reproduce")
    assert code == 2
    assert str(tmp_path / "data") in err


def test_problems_are_printed_as_a_table(run, problems):
    code, out, err = run("check", "figures.csv")
    assert code == 2
    heading, row = out.splitlines()
    assert heading.split() == ["File", "Row", "Column", "Value", "Problem", "Expected", "Nearest"]
    assert row.split("  ")[0] == "figures.csv"
    assert all(text in row for text in ("12", "22,9x", "built a in 1 s", "22,9, 22,8"))
    assert err == ""


def test_problems_are_printed_as_json_with_sentences_in_the_language_of_the_terminal(run, problems):
    code, out, _ = run("--language", "id", "check", "--format", "json")
    assert code == 2
    assert json.loads(out) == [
        {
            "file": "figures.csv",
            "sheet": "",
            "row": 12,
            "column": "value",
            "value": "22,9x",
            "problem": "a selesai dalam 1 detik",
            "expected": "Isi",
            "nearest": ["22,9", "22,8"],
        }
    ]


def test_text_that_looks_like_markup_is_printed_as_it_is(run, problems):
    problems[0] = Problem("cli.built", value="[red]:x:", params={"name": "[b]", "seconds": "1"})
    out = run("check", "a.csv")[1]
    assert "[red]:x:" in out
    assert "built [b] in" in out


def test_without_problems_one_line_says_so(run, problems):
    problems.clear()
    assert run("check", "figures.csv") == (0, "No problems found.\n", "")
    assert run("check", "figures.csv", "--format", "json") == (0, "[]\n", "")


def test_bad_data_stop_reproduce_and_are_listed_on_standard_error(run, problems, tmp_path):
    problems += [PROBLEM] * 30
    code, out, err = run("reproduce")
    assert (code, out) == (2, "")
    assert err.count("figures.csv") == 20
    assert "31" in err.splitlines()[-1]
    assert not (tmp_path / "reports").exists()
    assert not (tmp_path / "data" / "processed").exists()


def test_an_unexpected_error_is_named_and_its_traceback_shown_only_on_demand(run, monkeypatch):
    def fail(self, choose, languages):
        raise ValueError("a bug of ours")

    monkeypatch.setattr(reproduce.Study, "reproduce", fail)
    code, _, err = run("reproduce")
    assert code == 1
    assert "ValueError: a bug of ours" in err
    assert "Traceback" not in err
    assert "Traceback" in run("reproduce", "--debug")[2]


def test_an_interrupted_run_says_how_to_go_on(run, monkeypatch):
    def interrupt(self, choose, languages):
        raise KeyboardInterrupt

    monkeypatch.setattr(reproduce.Study, "reproduce", interrupt)
    code, _, err = run("reproduce")
    assert code == 130
    assert "run again" in err


@pytest.mark.parametrize(
    ("option", "languages"), [("both", ("id", "en")), ("id", ("id",)), ("en", ("en",))]
)
def test_the_language_of_documents_does_not_change_that_of_the_terminal(
    run, monkeypatch, tmp_path, option, languages
):
    asked = []

    def build(self, choose, languages):
        asked.append(tuple(languages))
        return reproduce.Result(2, 2, (), tmp_path / "index.html")

    monkeypatch.setattr(reproduce.Study, "reproduce", build)
    code, out, _ = run("report", "2020", "--language", option)
    assert (code, asked) == (0, [languages])
    assert out.splitlines() == [
        "Built: 2; unchanged: 0; failed: 0.",
        f"Open {tmp_path / 'index.html'}",
    ]


def test_a_failed_document_makes_the_exit_code_1(run, monkeypatch, tmp_path):
    failure = DocumentError("error.no_numbers", document="articles/one.id", file="one.id.json")
    result = reproduce.Result(3, 1, (failure,), tmp_path / "index.html")
    monkeypatch.setattr(reproduce.Study, "reproduce", lambda self, choose, languages: result)
    code, out, err = run("reproduce")
    assert code == 1
    assert "Built: 1; unchanged: 1; failed: 1." in out
    assert err.startswith("articles/one.id was not built: ")


def test_nothing_to_do_is_said(run, monkeypatch, tmp_path):
    result = reproduce.Result(1200, 0, (), tmp_path / "index.html")
    monkeypatch.setattr(reproduce.Study, "reproduce", lambda self, choose, languages: result)
    assert run("reproduce")[1].startswith("Nothing has changed; documents up to date: 1,200.\n")


def test_lab_opens_the_study_in_this_environment_and_in_indonesian(run, monkeypatch, tmp_path):
    started = []
    monkeypatch.setattr(cli.os, "execve", lambda *arguments: started.append(arguments))
    monkeypatch.setattr(cli.os, "chdir", lambda folder: started.append(folder))
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    run("lab", "--no-browser", "--language", "id")
    folder, (program, arguments, environment) = started
    assert folder == tmp_path
    assert program == sys.executable
    assert arguments[1:] == ["-m", "jupyterlab", "--no-browser"]
    assert environment["NETRALITAS_HOME"] == str(tmp_path)
    settings = cli.INDONESIAN_LAB / "labconfig" / "default_setting_overrides.json"
    assert environment["JUPYTER_CONFIG_PATH"] == str(cli.INDONESIAN_LAB)
    assert json.loads(settings.read_text()) == {
        "@jupyterlab/translation-extension:plugin": {"locale": "id_ID"}
    }


def test_the_codebook_describes_columns_and_codes(run):
    code, out, _ = run("codebook")
    assert code == 0
    assert "| `figure_id` | text | Yes |" in out
    assert "| `alleged` | Alleged |" in out


def test_the_codebook_is_there_as_json_in_indonesian(run):
    book = json.loads(run("codebook", "--format", "json", "--language", "id")[1])
    assert set(book) == {"tables", "code_lists"}
    assert {"code": "alleged", "label": "Diduga"} in book["code_lists"]["stages"]


def test_messages_of_both_languages_have_the_same_keys():
    keys = {
        name: [
            line
            for line in (LOCALES / name / "cli.po").read_text().splitlines()
            if line.startswith("msgid")
        ]
        for name in ("id", "en")
    }
    assert keys["id"] == keys["en"]


def test_what_a_command_does_not_take_is_named_in_the_language_of_the_person(run):
    code, out, err = run("audit", "banten", "--language", "id")
    assert (code, out) == (2, "")
    assert err.startswith("`netralitas audit` tidak menerima “banten”.")

from io import StringIO

import pytest
from rich.console import Console

from netralitas_research.language import translator
from netralitas_research.pipeline.progress import Reporter


def report(language, *, terminal):
    printed = StringIO()
    console = Console(file=printed, force_terminal=terminal, width=40)
    reporter = Reporter(console, translator(language))
    with reporter.counting(2), reporter.step("articles/" + "x" * 40 + ".id", "cli.built"):
        pass
    return printed.getvalue()


def test_without_a_terminal_there_is_one_unbroken_line_a_step():
    assert report("en", terminal=False) == f"built articles/{'x' * 40}.id in 0.0 s\n"


def test_lines_are_in_the_language_of_the_terminal():
    assert report("id", terminal=False).endswith("selesai dalam 0,0 detik\n")


def test_in_a_terminal_there_is_a_bar():
    assert "0/2" in report("en", terminal=True)


def test_a_step_that_fails_is_not_said_to_be_done():
    printed = StringIO()
    reporter = Reporter(Console(file=printed), translator("en"))
    with pytest.raises(ZeroDivisionError), reporter.counting(1), reporter.step("x", "cli.built"):
        _ = 1 / 0
    assert printed.getvalue() == ""

"""The `netralitas` command; nothing heavy is imported before a command needs it."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from netralitas_research.errors import (
    InputError,
    NetralitasError,
    StudyNotFoundError,
    UsageError,
)
from netralitas_research.home import HOME_VARIABLE, reports_folder, study_home
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.pipeline.arguments import (
    common_options,
    repeat_candidates,
    terminal_language,
)
from netralitas_research.pipeline.help import (
    TranslatedCommand,
    TranslatedGroup,
    translate_help,
    usage_error,
)
from netralitas_research.pipeline.terminal import Terminal

if TYPE_CHECKING:
    from netralitas_research.pipeline.documents import Document

DONE, FAILED, WRONG_USE, FOUND, INTERRUPTED = 0, 1, 2, 3, 130

# Settings that make JupyterLab speak Indonesian to who has not chosen a language there.
INDONESIAN_LAB = Path(__file__).parent / "pipeline" / "jupyterlab_id"

TerminalLanguage = Literal["id", "en"]
DocumentLanguage = Annotated[
    Literal["id", "en", "both"], typer.Option("--language", help="cli.help.document_language")
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="cli.help.number", help="cli.help.jobs"),
]
Force = Annotated[bool, typer.Option("--force", help="cli.help.force")]

app = typer.Typer(
    cls=TranslatedGroup,
    help="cli.help.netralitas",
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(version("netralitas-research"))
        raise typer.Exit


@app.callback()
def netralitas(
    language: Annotated[
        TerminalLanguage | None, typer.Option("--language", help="cli.help.terminal_language")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="cli.help.debug")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", help="cli.help.version", is_eager=True, callback=_show_version),
    ] = False,
) -> None:
    """Take the options of every command; `run` has read them before, for the help texts."""
    del language, debug, version


@app.command(cls=TranslatedCommand, help="cli.help.reproduce")
def reproduce(
    ctx: typer.Context,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="cli.help.name", help="cli.help.only"),
    ] = None,
    language: DocumentLanguage = "both",
    jobs: Jobs = None,
    force: Force = False,
) -> int:
    """Clean the data, build the documents, write the index."""
    from netralitas_research.pipeline.documents import choose_documents

    return _build(ctx.obj, partial(choose_documents, names=only or []), language, jobs, force)


@app.command(cls=TranslatedCommand, help="cli.help.report")
def report(
    ctx: typer.Context,
    year: Annotated[int, typer.Argument(metavar="cli.help.year", help="cli.help.report_year")],
    language: DocumentLanguage = "both",
    jobs: Jobs = None,
    force: Force = False,
) -> int:
    """Build the reports on one year."""
    from netralitas_research.pipeline.documents import choose_year

    return _build(ctx.obj, partial(choose_year, year=year), language, jobs, force)


def _build(
    terminal: Terminal,
    choose: Callable[[Sequence["Document"]], Sequence["Document"]],
    language: str,
    jobs: int | None,
    force: bool,
) -> int:
    from netralitas_research.pipeline.progress import Reporter
    from netralitas_research.pipeline.reproduce import Study

    result = Study(
        home=study_home(),
        reports=reports_folder().resolve(),
        reporter=Reporter(terminal.output, terminal.translate),
        jobs=jobs or os.cpu_count() or 1,
        force=force,
    ).reproduce(choose, LANGUAGES if language == "both" else (language,))
    for failure in result.failures:
        terminal.complain(failure)
    unchanged = result.chosen - result.built - len(result.failures)
    if unchanged == result.chosen:
        terminal.say("cli.nothing_changed", documents=result.chosen)
    else:
        terminal.say(
            "cli.summary", built=result.built, unchanged=unchanged, failed=len(result.failures)
        )
    terminal.say("cli.index", index=str(result.index))
    return FAILED if result.failures else DONE


@app.command(cls=TranslatedCommand, help="cli.help.check")
def check(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="cli.help.files", help="cli.help.check_files")
    ] = None,
    kind: Annotated[
        Literal["figures", "sources"] | None, typer.Option("--kind", help="cli.help.kind")
    ] = None,
    output: Annotated[
        Literal["table", "json"], typer.Option("--format", help="cli.help.check_format")
    ] = "table",
) -> int:
    """Look for problems in input files."""
    from netralitas_research.cleaning import check_files

    terminal: Terminal = ctx.obj
    problems = check_files(files or [], kind)
    if problems or output == "json":
        terminal.show_problems(problems, as_json=output == "json")
    else:
        terminal.say("cli.no_problems")
    return WRONG_USE if problems else DONE


@app.command(cls=TranslatedCommand, help="cli.help.bases")
def bases(
    ctx: typer.Context,
    percentages: Annotated[
        list[str],
        typer.Argument(metavar="cli.help.percentages", help="cli.help.bases_percentages"),
    ],
    decimals: Annotated[
        int | None,
        typer.Option("--decimals", metavar="cli.help.number", help="cli.help.bases_decimals"),
    ] = None,
    candidates: Annotated[
        list[str] | None,
        typer.Option("--candidates", metavar="cli.help.numbers", help="cli.help.bases_candidates"),
    ] = None,
    at_most: Annotated[
        int | None,
        typer.Option("--at-most", metavar="cli.help.number", help="cli.help.bases_at_most"),
    ] = None,
    rounding: Annotated[
        Literal["half-up", "half-even", "truncate", "any"],
        typer.Option("--rounding", help="cli.help.bases_rounding"),
    ] = "half-up",
    shares: Annotated[
        Literal["separate", "partition", "top-list"],
        typer.Option("--shares", help="cli.help.bases_shares"),
    ] = "separate",
    output: Annotated[
        Literal["table", "json"], typer.Option("--format", help="cli.help.check_format")
    ] = "table",
) -> None:
    """Find the bases that printed percentages can have."""
    from netralitas_research.pipeline.bases_answer import (
        answer_as_json,
        answer_in_words,
        find_bases,
    )

    answer = find_bases(percentages, candidates or [], at_most, decimals, rounding, shares)
    as_json = output == "json"
    lines = answer_as_json(answer) if as_json else answer_in_words(answer, ctx.obj.translate)
    for line in lines:
        typer.echo(line)


@app.command(cls=TranslatedCommand, help="cli.help.audit")
def audit(
    ctx: typer.Context,
    article: Annotated[
        list[str] | None,
        typer.Option("--article", metavar="cli.help.slug", help="cli.help.audit_article"),
    ] = None,
    output: Annotated[
        Literal["table", "csv", "json"], typer.Option("--format", help="cli.help.audit_format")
    ] = "table",
    fail_on: Annotated[
        Literal["contradicted", "outdated", "not_supported", "not_checkable", "holds"] | None,
        typer.Option("--fail-on", help="cli.help.fail_on"),
    ] = None,
) -> int:
    """Judge the claims of the articles."""
    from netralitas_research.pipeline import audit_answer
    from netralitas_research.pipeline.progress import Reporter
    from netralitas_research.pipeline.reproduce import Study

    terminal: Terminal = ctx.obj
    reporter = Reporter(terminal.messages, terminal.translate)
    Study(study_home(), reports_folder().resolve(), reporter).clean()
    rows = audit_answer.audit(terminal.translate.language, article or [])
    if output == "table":
        audit_answer.print_table(rows, terminal.output, terminal.translate)
    else:
        typer.echo(audit_answer.as_text(rows, output), nl=False)
    return FOUND if rows["verdict"].eq(fail_on or "").any() else DONE


@app.command(cls=TranslatedCommand, help="cli.help.codebook")
def codebook(
    ctx: typer.Context,
    output: Annotated[
        Literal["markdown", "json"], typer.Option("--format", help="cli.help.codebook_format")
    ] = "markdown",
) -> None:
    """Describe every column and code list."""
    from netralitas_research.pipeline.codebook import codebook_text

    terminal: Terminal = ctx.obj
    typer.echo(codebook_text(terminal.translate, as_json=output == "json"))


@app.command(
    cls=TranslatedCommand,
    help="cli.help.lab",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def lab(ctx: typer.Context) -> None:
    """Open the notebooks in JupyterLab."""
    home = study_home()
    environment = {**os.environ, HOME_VARIABLE: str(home)}
    if ctx.obj.translate.language == "id":
        paths = [str(INDONESIAN_LAB), os.environ.get("JUPYTER_CONFIG_PATH", "")]
        environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))
    os.chdir(home)
    os.execve(sys.executable, [sys.executable, "-m", "jupyterlab", *ctx.args], environment)


def main() -> None:
    """Run the command and exit with its code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command.

    Parameters
    ----------
    arguments
        The command line, without the name of the command.

    Returns
    -------
    int
        0 done, 1 a document failed, 2 bad input or usage.

    Examples
    --------
    >>> run(["--version"])
    0.1.0
    0
    """
    common, rest = common_options(arguments)
    terminal = Terminal("en", debug="--debug" in common)
    try:
        terminal.translate = translator(terminal_language(common, os.environ))
        command = typer.main.get_command(app)
        translate_help(command, terminal.translate)
        line = [*common, *repeat_candidates(rest)] or ["--help"]
        code = command.main(line, prog_name="netralitas", standalone_mode=False, obj=terminal)
        if code == INTERRUPTED:
            terminal.complain(NetralitasError("error.interrupted"))
        return code or DONE
    except typer.TyperException as error:
        terminal.complain(usage_error(error))
        return WRONG_USE
    except NetralitasError as error:
        terminal.complain(error)
        wrong_use = isinstance(error, InputError | StudyNotFoundError | UsageError)
        return WRONG_USE if wrong_use else FAILED
    except Exception as error:
        unexpected = NetralitasError("error.unexpected", error=f"{type(error).__name__}: {error}")
        unexpected.__cause__ = error
        terminal.complain(unexpected)
        return FAILED

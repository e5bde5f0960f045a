"""The options that every command has: they may stand anywhere, and are read first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from netralitas_research.errors import UsageError

LANGUAGE_VARIABLE = "NETRALITAS_LANGUAGE"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

# After these, --language says which documents are built; elsewhere it is the terminal's.
DOCUMENT_COMMANDS = ("reproduce", "report")

_LANGUAGE_OPTION = "--language"

_BASES_COMMAND = "bases"
_CANDIDATES_OPTION = "--candidates"


def common_options(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Take the common options out of the command line.

    Parameters
    ----------
    arguments
        The command line.

    Returns
    -------
    tuple of list of str
        The common options, and the rest.

    Examples
    --------
    >>> common_options(["check", "--language", "id", "a.csv", "--debug"])
    (['--language=id', '--debug'], ['check', 'a.csv'])
    >>> common_options(["reproduce", "--language", "id"])
    ([], ['reproduce', '--language', 'id'])
    """
    common: list[str] = []
    rest: list[str] = []
    tokens = iter(arguments)
    for token in tokens:
        for_documents = any(command in rest for command in DOCUMENT_COMMANDS)
        name, equals, _ = token.partition("=")
        if token == "--":
            rest += [token, *tokens]
        elif token == "--debug":
            common.append(token)
        elif name == _LANGUAGE_OPTION and not for_documents:
            common.append(token if equals else f"{name}={next(tokens, '')}")
        else:
            rest.append(token)
    return common, rest


def terminal_language(common: Sequence[str], environment: Mapping[str, str]) -> str:
    """Find the language of the person at the terminal.

    Parameters
    ----------
    common
        The common options of the command line.
    environment
        The environment variables.

    Returns
    -------
    str
        What ``--language`` says, else ``NETRALITAS_LANGUAGE``, else Indonesian in an Indonesian
        locale, else English.

    Examples
    --------
    >>> terminal_language([], {"LANG": "id_ID.UTF-8"})
    'id'
    >>> terminal_language(["--language=en"], {"NETRALITAS_LANGUAGE": "id"})
    'en'
    """
    options = [token for token in common if token.startswith(_LANGUAGE_OPTION)]
    if options:
        return options[-1].partition("=")[2]
    if environment.get(LANGUAGE_VARIABLE):
        return environment[LANGUAGE_VARIABLE]
    locale = next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), "")
    return "id" if locale.split(".")[0].split("_")[0] == "id" else "en"


def repeat_candidates(arguments: Sequence[str]) -> list[str]:
    """Write ``--candidates`` of the command `bases` before each of its values.

    Parameters
    ----------
    arguments
        The command line without the common options.

    Returns
    -------
    list of str
        The command line, in which every option has one value. What follows ``--candidates``
        belongs to it up to the next option; with ``=`` it has one value. Other commands are left
        as they are.

    Raises
    ------
    UsageError
        If ``--candidates`` has no value, or a percentage is negative, which would be read as an
        option.

    Examples
    --------
    >>> repeat_candidates(["bases", "27.6", "--candidates", "456", "344", "--format", "json"])
    ['bases', '27.6', '--candidates', '456', '--candidates', '344', '--format', 'json']
    >>> repeat_candidates(["lab", "--candidates", "456", "344"])
    ['lab', '--candidates', '456', '344']
    """
    if arguments[:1] != [_BASES_COMMAND]:
        return list(arguments)
    if any(
        token == _CANDIDATES_OPTION and _is_option(following)
        for token, following in pairwise([*arguments, "--"])
    ):
        raise UsageError("error.no_candidates")
    repeated: list[str] = []
    option = ""
    tokens = iter(arguments)
    for token in tokens:
        if token == "--":
            return [*repeated, token, *tokens]
        if _is_option(token):
            option = "" if "=" in token else token
            repeated.append(token)
        elif option == _CANDIDATES_OPTION:
            repeated += [token] if repeated[-1] == option else [option, token]
        elif not option and token.startswith("-"):
            raise UsageError("error.percentage", text=token)
        else:
            repeated.append(token)
            option = ""
    return repeated


def _is_option(token: str) -> bool:
    return token.startswith("-") and not token[1:2].isdigit()

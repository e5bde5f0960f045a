"""The options that every command has: they may stand anywhere, and are read first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LANGUAGE_VARIABLE = "NETRALITAS_LANGUAGE"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

# After these, --language says which documents are built; elsewhere it is the terminal's.
DOCUMENT_COMMANDS = ("reproduce", "report")

_LANGUAGE_OPTION = "--language"


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

"""Help and usage errors of the command in the language of the terminal.

Help texts of commands and options are written as message keys and translated before the command
line is read.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from netralitas_research.errors import UsageError
from netralitas_research.language import Translator

KEY_PREFIX = "cli."


class TranslatedCommand(TyperCommand):
    """A command whose usage line is translated."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line.

        Parameters
        ----------
        ctx, formatter
            As typer gives them.
        """
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help.

        Parameters
        ----------
        ctx, formatter
            As typer gives them.
        """
        from typer import rich_utils

        rich_utils.REQUIRED_LONG_STRING = f"[{ctx.obj.translate('cli.help.required')}]"
        super().format_help(ctx, formatter)


class TranslatedGroup(TyperGroup):
    """The command above all others; names the nearest ones when it does not know one."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line.

        Parameters
        ----------
        ctx, formatter
            As typer gives them.
        """
        _write_usage(self, ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is meant.

        Parameters
        ----------
        ctx, args
            As typer gives them.

        Returns
        -------
        tuple
            Name, command and its arguments.

        Raises
        ------
        UsageError
            If there is no such command.
        """
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            nearest = get_close_matches(name, self.commands) or list(self.commands)
            raise UsageError("error.unknown_command", name=name, nearest=", ".join(nearest))
        return super().resolve_command(ctx, args)


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    translate: Translator = ctx.obj.translate
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=f"{translate('cli.help.usage')} ")


def translate_help(command: Any, translate: Translator) -> None:
    """Translate the help of a command and of those below it.

    Parameters
    ----------
    command
        The command; its texts are changed.
    translate
        Makes the sentences.
    """
    command.help = translate(command.help)
    command.options_metavar = translate("cli.help.options_metavar")
    command.rich_help_panel = translate("cli.help.commands")
    help_option = command.get_help_option(typer.Context(command))
    help_option.help = "cli.help.help"
    for param in [*command.params, help_option]:
        is_option = param.param_type_name == "option"
        param.rich_help_panel = translate(f"cli.help.{'options' if is_option else 'arguments'}")
        param.help = translate(param.help)
        param.show_default = False
        if getattr(param, "is_flag", False):
            param.metavar = ""
        elif (param.metavar or "").startswith(KEY_PREFIX):
            param.metavar = translate(param.metavar)
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = translate("cli.help.command_metavar")
        for child in command.commands.values():
            translate_help(child, translate)


def usage_error(error: typer.TyperException) -> UsageError:
    """Turn an error of the command line into one of ours.

    Parameters
    ----------
    error
        What typer raised.

    Returns
    -------
    UsageError
        The same in the form of this package.
    """
    context: Any = getattr(error, "ctx", None)
    param: Any = getattr(error, "param", None)
    command = context.command_path if context else "netralitas"
    match type(error).__name__:
        case "NoSuchOption":
            option = getattr(error, "option_name", "")
            known = [name for p in context.command.get_params(context) for name in p.opts]
            options = ", ".join(name for name in known if name.startswith("-"))
            return UsageError(
                "error.unknown_option", option=option, options=options, command=command
            )
        case "MissingParameter":
            return UsageError(
                "error.missing_argument", name=param.display_name_raw, command=command
            )
        case "BadParameter" if param is not None:
            name = param.opts[0] if param.param_type_name == "option" else param.display_name_raw
            return UsageError(
                "error.bad_value", name=name, expected=_expected(param, context), command=command
            )
        case "BadOptionUsage":
            option = getattr(error, "option_name", "")
            return UsageError("error.option_without_value", option=option, command=command)
        case "UsageError" if "extra argument" in error.format_message():
            extra = error.format_message().partition("(s) (")[2].removesuffix(")")
            return UsageError("error.extra_arguments", extra=extra, command=command)
        case _:
            return UsageError("error.usage", message=error.format_message(), command=command)


def _expected(param: Any, context: Any) -> str:
    translate: Translator = context.find_root().obj.translate
    kind = param.display_type(context).strip("<>")
    if kind in ("int", "int range"):
        return translate(f"cli.type.{kind.replace(' ', '_')}")
    return str(kind.replace("|", ", "))

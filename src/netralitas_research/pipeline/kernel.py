"""The kernel a notebook runs in: this interpreter, its own folder, one thread for algebra."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import default

from netralitas_research.home import HOME_VARIABLE, REPORTS_VARIABLE

# What the kernel itself says, as it starts or dies.
LOG = "kernel.log"

# More threads are slower on models this small, and make the last digits differ between machines.
THREAD_VARIABLES = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


class ThisInterpreter(KernelSpecManager):
    """Knows one kernel, the running interpreter, whatever is registered on the machine."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Describe the kernel.

        Parameters
        ----------
        kernel_name
            Any name.

        Returns
        -------
        KernelSpec
            The kernel of this interpreter.
        """
        spec = get_kernel_dict()
        spec["argv"] = [*spec["argv"], f"--log-level={logging.ERROR}"]
        return KernelSpec(name=kernel_name, **spec)


def kernel_environment(home: Path, folder: Path) -> dict[str, str]:
    """Set the variables of a kernel.

    Parameters
    ----------
    home
        Folder of the study.
    folder
        Folder the notebook may write to.

    Returns
    -------
    dict of str to str
        The present variables, with those changed that a result may depend on.

    Examples
    --------
    >>> kernel_environment(Path("study"), Path("staging"))["OMP_NUM_THREADS"]
    '1'
    """
    return {
        **os.environ,
        **dict.fromkeys(THREAD_VARIABLES, "1"),
        HOME_VARIABLE: str(home),
        REPORTS_VARIABLE: str(folder),
        # A user's own start-up files and choice of backend must not change a report.
        "IPYTHONDIR": str(folder / "ipython"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }


def kernel_manager(home: Path, folder: Path) -> type[AsyncKernelManager]:
    """Make the class that starts a kernel for one notebook.

    Parameters
    ----------
    home
        Folder of the study.
    folder
        Folder the notebook may write to; the kernel starts in it.

    Returns
    -------
    type
        A kernel manager, as nbclient wants it.

    Examples
    --------
    >>> kernel_manager(Path("study"), Path("staging"))().kernel_spec.language
    'python'
    """

    class NotebookKernel(AsyncKernelManager):
        @default("kernel_spec_manager")
        def _only_this_interpreter(self) -> KernelSpecManager:
            return ThisInterpreter()

        async def start_kernel(self, **options: Any) -> None:
            options |= {"env": kernel_environment(home, folder), "cwd": str(folder)}
            with (folder / LOG).open("wb") as log:
                await super().start_kernel(**options, stdout=log, stderr=log)

    return NotebookKernel

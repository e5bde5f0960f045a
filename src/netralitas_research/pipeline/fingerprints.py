"""Fingerprints of files: what a task depends on, as pytask's nodes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytask import NodeInfo, PNode, PythonNode


def fingerprint(root: Path, pattern: str = "**/*") -> str:
    """Compute a fingerprint of the names and contents of files.

    Parameters
    ----------
    root
        A folder; it need not exist.
    pattern
        Which files of it. Hidden files and compiled code never count.

    Returns
    -------
    str
        Changes when a file is added, removed, renamed or changed.

    Examples
    --------
    >>> fingerprint(Path(__file__).parent) == fingerprint(Path(__file__).parent)
    True
    """
    digest = hashlib.sha256()
    for path in sorted(root.glob(pattern)):
        parts = path.relative_to(root).parts
        if path.is_file() and not any(p.startswith(".") or p == "__pycache__" for p in parts):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{'/'.join(parts)}\0{content}\n".encode())
    return digest.hexdigest()


@dataclass(kw_only=True)
class FolderNode(PNode):
    """A folder that a task fills, with whatever files that are."""

    path: Path
    name: str
    attributes: dict[Any, Any] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Identity of the node."""
        return hashlib.sha256(str(self.path).encode()).hexdigest()

    def state(self) -> str:
        """Fingerprint of the folder."""
        return fingerprint(self.path)

    def load(self, is_product: bool = False) -> Path:  # noqa: ARG002 (pytask's protocol)
        """Give the folder to the task."""
        return self.path

    def save(self, value: object) -> None:
        """Refuse: tasks write into the folder themselves."""
        raise NotImplementedError


def hashed_values(task: str, values: Mapping[str, object]) -> dict[str, PythonNode]:
    """Make plain values count as dependencies: pytask ignores a value that is not hashed.

    Parameters
    ----------
    task
        Name of the task they belong to.
    values
        Values that JSON can hold, by argument.

    Returns
    -------
    dict of str to PythonNode
        A node for each value.

    Examples
    --------
    >>> one = hashed_values("report", {"year": 2020})["year"]
    >>> two = hashed_values("report", {"year": 2021})["year"]
    >>> one.state() == two.state()
    False
    """
    return {
        name: PythonNode(
            name=f"{task}::{name}",
            value=value,
            hash=lambda content: hashlib.sha256(
                json.dumps(content, sort_keys=True).encode()
            ).hexdigest(),
            node_info=NodeInfo(arg_name=name, path=(), value=value, task_path=None, task_name=task),
        )
        for name, value in values.items()
    }

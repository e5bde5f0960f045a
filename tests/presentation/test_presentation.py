import subprocess
import sys

import pytest

from netralitas_research import presentation


@pytest.mark.parametrize("name", presentation.__all__)
def test_every_public_name_can_be_used(name: str):
    assert getattr(presentation, name) is not None


def test_a_name_that_is_not_public_is_an_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = presentation.no_such_name


def test_importing_the_room_imports_nothing_heavy():
    code = (
        "import sys, netralitas_research.presentation;"
        "print({'matplotlib', 'great_tables', 'nbconvert', 'pandas'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"

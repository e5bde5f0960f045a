"""Archives that are the same each time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def without_times(archive: bytes) -> bytes:
    """Pack an archive anew, so that it says nothing of when it was made.

    Parameters
    ----------
    archive
        A ZIP archive, such as a DOCX file.

    Returns
    -------
    bytes
        The same members in the same order, all of the first day that ZIP knows, 1 January 1980.
    """
    file = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            undated = ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0))
            new.writestr(undated, old.read(member), ZIP_DEFLATED)
    return file.getvalue()

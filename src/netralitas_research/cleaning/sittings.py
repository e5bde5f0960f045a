"""The words for the two sittings of a questionnaire."""

SITTINGS = ("before", "after")

_BEFORE = ("sebelum", "pre", "pretest", "pre test", "prates", "before", "awal", "tes awal")
_AFTER = (
    "sesudah",
    "setelah",
    "post",
    "posttest",
    "post test",
    "pascates",
    "after",
    "akhir",
    "tes akhir",
)
SITTING_WORDS = dict.fromkeys(_BEFORE, "before") | dict.fromkeys(_AFTER, "after")
"""The sitting that each word means, in small letters without punctuation."""

"""The verdicts: one module an article, one small function a claim.

A new module is found by itself; nothing else has to name it.
"""

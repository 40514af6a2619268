"""Bytes without meaning into every border of the package: it answers, or raises an error of its own, and never anything else.

``python -m tests.fuzzing reconcile --seconds 600`` looks for new inputs, guided by what they reach; the default tests try the known ones.
"""

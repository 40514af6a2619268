"""Small faults put into the package one at a time, to see whether the tests of its stage notice them.

``python -m tests.mutation measure`` runs a fixed sample of all faults of one stage and says how many went unnoticed;
``survivors/<stage>.toml`` lists those that may, each with why.
"""

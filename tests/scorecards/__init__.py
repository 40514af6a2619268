"""Fitting the scorecards of ``reconcile/lexicon/en/scorecards.toml`` on annotated events.

::

    python -m tests.scorecards                     how well a card does on events that it was not fitted on
    python -m tests.scorecards --write             fits the card on all events and writes it
    python -m tests.scorecards --check FOLDER      the written card on the events of another folder

Each row is a pair of numbers of two reports that exclude each other and that no standing doubt keeps apart; it is positive where
an annotated contradiction has one on either side. The model is additive: gradient boosting of single splits, monotone where the
sense of a feature says so, so that it comes out as a table of points for each feature.
"""

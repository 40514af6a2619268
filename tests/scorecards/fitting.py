"""The additive model, and the table of points that it comes to. Needs scikit-learn (``pip install --group scorecards``)."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from reconcile.measure.scorecards import Scorecard, Steps, probability
from tests.scorecards.pairs import SENSE, Row

_FOLDS = 10
_DIGITS = 3


def fitted(rows: Sequence[Row]) -> Scorecard:
    """The card of all rows."""
    names = list(SENSE)
    model = HistGradientBoostingClassifier(
        max_depth=1,
        max_iter=300,
        learning_rate=0.1,
        l2_regularization=5,
        min_samples_leaf=20,
        early_stopping=False,
        monotonic_cst=[SENSE[n] for n in names],
        random_state=0,
    ).fit(_values(rows), _positive(rows))
    base, splits = _splits(model, names)
    return Scorecard(round(base, _DIGITS), {name: _steps(splits.get(name, [])) for name in names})


def cross_validated(rows: Sequence[Row]) -> list[float]:
    """The probability of each row by a card that was fitted without its event."""
    found = [0.0] * len(rows)
    groups = [r.event for r in rows]
    for train, test in GroupKFold(_FOLDS).split(np.zeros(len(rows)), groups=groups):
        card = fitted([rows[i] for i in train])
        for at, told in zip(test, weighed(card, [rows[i] for i in test]), strict=True):
            found[at] = told
    return found


def weighed(card: Scorecard, rows: Sequence[Row]) -> list[float]:
    """The probability of each row by a card."""
    return [probability(card.base + sum(card.steps[n].of(v) for n, v in r.features.items())) for r in rows]


def _values(rows: Sequence[Row]) -> NDArray[np.float64]:
    return np.array([[r.features[n] for n in SENSE] for r in rows])


def _positive(rows: Sequence[Row]) -> NDArray[np.bool_]:
    return np.array([bool(r.told) for r in rows])


Split = tuple[float, float, float]


def _splits(model: HistGradientBoostingClassifier, names: Sequence[str]) -> tuple[float, Mapping[str, list[Split]]]:
    """The constant of the model, and for each feature its splits: where, the points up to there, the points above."""
    base, found = float(model._baseline_prediction.ravel()[0]), dict[str, list[Split]]()
    for (tree,) in model._predictors:
        root = tree.nodes[0]
        if len(tree.nodes) == 1:
            base += float(root["value"])
            continue
        below, above = (float(tree.nodes[root[side]]["value"]) for side in ("left", "right"))
        found.setdefault(names[root["feature_idx"]], []).append((float(root["num_threshold"]), below, above))
    return base, found


def _steps(splits: Sequence[Split]) -> Steps:
    """The sum of all splits of a feature as one row of steps."""
    at = sorted({round(place, _DIGITS) for place, *_ in splits})
    return Steps(tuple(at), tuple(_points(at, splits)))


def _points(at: Sequence[float], splits: Sequence[Split]) -> Iterator[float]:
    for n in range(len(at) + 1):
        inside = at[n] if n < len(at) else at[-1] + 1 if at else 0.0
        told = (below if inside <= round(place, _DIGITS) else above for place, below, above in splits)
        yield round(sum(told), _DIGITS)

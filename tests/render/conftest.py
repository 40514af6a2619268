"""Results that the tests of the renderings share."""

import pytest

from reconcile.results import Reconciliation
from tests import factory


@pytest.fixture(scope="session")
def ferry() -> Reconciliation:
    return factory.reconciliation(factory.ferry())


@pytest.fixture(scope="session")
def hostile() -> Reconciliation:
    return factory.reconciliation(factory.hostile())


@pytest.fixture(scope="session")
def large() -> Reconciliation:
    """50 reports and 300 findings."""
    return factory.reconciliation(factory.many(50, 300))


@pytest.fixture(scope="session")
def empty() -> Reconciliation:
    return Reconciliation()

"""Hypothesis profiles, and a wall against the network: nothing here may leave the machine."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)

# dev: a first look while writing. ci: the same examples on every run. deep: by hand, for hours; HYPOTHESIS_EXAMPLES sets how many.
settings.register_profile("dev", max_examples=6, deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "ci",
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=_SLOW,
    phases=(Phase.explicit, Phase.generate),  # a first example is enough to fail; dev makes it small
)
settings.register_profile(
    "deep",
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "10000")),
    deadline=None,
    suppress_health_check=_SLOW,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rewrite-golden`` writes the golden files anew, to be reviewed as a diff."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Refuse every connection to an address; sockets between local processes stay possible where a test asks for them."""
    if request.node.get_closest_marker("local_sockets") is None:

        def refuse(*_: object, **__: object) -> None:
            raise AssertionError("a test tried to reach the network")

        monkeypatch.setattr(socket.socket, "connect", refuse)
        monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two seed articles."""
    return ROOT / "seeds"

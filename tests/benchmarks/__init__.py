"""Speed and memory, each figure a ratio inside one run. Off by default: ``python -m pytest -m benchmark -s tests/benchmarks``."""

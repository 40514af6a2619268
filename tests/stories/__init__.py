"""Short articles written for the tests, with what an editor would find in them: ``cases/*.toml``.

A story is two reports or more of one event. Each expectation names its passages by exact quotes, ``[report, quote]`` or
``[report, quote, n]`` for the n-th occurrence counted from 0. A row that the library does not meet yet carries
``xfail = "reason"``; ``python -m tests.stories`` shows all rows, with ``--mark`` it writes down what is met and what is not.
"""

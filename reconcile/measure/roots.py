"""Which of many numbered things are connected: each points to another one of its group, the last in line, the root, to itself."""


def root(parent: list[int], number: int) -> int:
    """The root of the group that a thing belongs to; ways that were gone are made shorter."""
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def connect(parent: list[int], left: int, right: int) -> None:
    """Make one group of two; the lower of their roots is its root."""
    low, high = sorted((root(parent, left), root(parent, right)))
    parent[high] = low

"""Places in a text. Clean and received offsets are two types, so that a type checker refuses to mix them."""

from functools import total_ordering

from attrs import frozen


@total_ordering
@frozen
class Span:
    """Half-open range of character offsets into a document's *clean* text."""

    start: int
    end: int

    def __reduce__(self) -> "tuple[type[Span], tuple[int, int]]":
        """Pickled by its two fields alone: the readings of other processes hold hundreds of thousands."""
        return Span, (self.start, self.end)

    def __lt__(self, other: object) -> bool:
        """By start, then by end; written out, since a great many are sorted."""
        if not isinstance(other, Span):
            return NotImplemented
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether both share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@total_ordering
@frozen
class RawSpan:
    """Half-open range of character offsets into a report's text *as received*."""

    start: int
    end: int

    def __reduce__(self) -> "tuple[type[RawSpan], tuple[int, int]]":
        """Pickled by its two fields alone: the readings of other processes hold hundreds of thousands."""
        return RawSpan, (self.start, self.end)

    def __lt__(self, other: object) -> bool:
        """By start, then by end; written out, since a great many are sorted."""
        if not isinstance(other, RawSpan):
            return NotImplemented
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "RawSpan") -> bool:
        """Whether both share at least one character."""
        return self.start < other.end and other.start < self.end


@frozen(order=True)
class Edit:
    """One replacement of cleaning: ``raw`` of the received text became ``new``, by ``rule``."""

    raw: RawSpan
    new: str
    rule: str

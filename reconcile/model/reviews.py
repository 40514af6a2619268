"""What a person decided about a finding."""

from attrs import field, frozen
from attrs.validators import in_

VERDICTS = ("confirmed", "dismissed", "open")


@frozen
class Review:
    """A reviewer's ``verdict`` ("confirmed", "dismissed" or "open") on the finding of that id, with a free ``note``."""

    finding_id: str
    verdict: str = field(default="open", validator=in_(VERDICTS))
    note: str = ""

"""Who acts: a country, its government and its capital speak and act as one."""

from reconcile.lexicon.load import words
from reconcile.model.claims import Claim


def agent(entity: str) -> str:
    """The id under which an entity acts: "government:RU" (Moscow, the Kremlin) acts as "country:RU"."""
    return f"country:{entity.removeprefix('government:')}" if entity.startswith("government:") else entity


def have_other_speakers(left: Claim, right: Claim) -> bool:
    """Whether each tells what somebody of its own said: what the White House announced is not what Norland denied."""
    if not all(c.kind == "report" or set(c.classes[:1]) & words("speech", "acts") for c in (left, right)):
        return False
    told = [_speakers(c) for c in (left, right)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def _speakers(claim: Claim) -> set[str]:
    """Who says it; of "a spokesman, Anna Berg, said" the people and bodies that the clause names."""
    found = {agent(s.entity) for s in claim.all("agent") if s.entity}
    return found or {e for e in claim.entities if e.startswith(("person:", "organization:"))}

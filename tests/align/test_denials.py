"""What one report denies and another tells: which claims meet, and which do not."""

import pytest

from reconcile import Report, reconcile

TELLS = "The yacht left Halden on Friday, the coast guard said. "
DENIES = "The coast guard of Halden spoke of the yacht on Friday. "

MEET = [
    (
        "a thing that there is none of",
        "There was no siren at the plant.",
        "A siren at the plant warned the neighbours.",
    ),
    ("none of it did what the other did", "No dam broke.", "The old dam above the valley broke."),
    ("of which not one was used", "Not a single flare was fired.", "The skipper fired a flare over the bay."),
    (
        "the noun of an event and its verb",
        "There was no explosion on board.",
        "The engine on board exploded with a bang.",
    ),
    ("an event that a noun names", "There was no raid.", "The raid began off the coast of Lund."),
    ("a deed", "Ida Lundquarr did not sign the contract.", "Ida Lundquarr signed the contract in the harbour."),
    (
        "denied in so many words",
        "Ida Lundquarr denied that she signed the contract.",
        "Ida Lundquarr signed the contract.",
    ),
    ("a plan", "The owner will not sell the yacht.", "The owner will sell the yacht to a bank."),
    ("what did not take place", "The inspection did not take place.", "The yacht passed an inspection in the harbour."),
    ("for a good reason", "No mast broke, for the good reason that there is none.", "The mast broke in the storm."),
]
APART = [
    ("for now", "Ida Lundquarr has not signed the contract yet.", "Ida Lundquarr signed the contract."),
    ("a part alone", "Not all of the crew signed the contract.", "The crew signed the contract."),
    ("an official one", "There was no official siren.", "A siren sounded."),
    ("more than the other tells", "There was no siren at the plant in Lund.", "A siren warned the neighbours."),
    (
        "at a time of its own",
        "Ida Lundquarr did not sign the contract on Monday.",
        "Ida Lundquarr signed the contract.",
    ),
    ("another did it", "Ida Lundquarr did not sign the contract.", "Olav Bergstromm signed the contract."),
    ("to another thing", "Ida Lundquarr did not sign the contract.", "Ida Lundquarr signed the guest book."),
    ("nobody in particular", "Nobody signed the contract.", "Ida Lundquarr signed the contract."),
    ("he of whom nothing is known", "He did not sign the contract.", "Ida Lundquarr signed the contract."),
    ("a thing of any story", "There was no reason.", "A reason was the storm."),
    ("a verb of any story", "Ida Lundquarr did not know the harbour.", "Ida Lundquarr knew the harbour well."),
    ("a plan and a deed", "The owner will not sell the yacht.", "The owner sold the yacht."),
    ("neither denies", "Ida Lundquarr signed the contract.", "Ida Lundquarr signed the contract in ink."),
    ("a thing known before", "There was no siren.", "The siren is a listed monument."),
    ("a noun for a person", "There was no striker in the crew.", "The striker was in the crew."),
    ("the same denial", "There was no siren at the plant.", "No siren was heard at the plant."),
    ("it may have", "There was no siren at the plant.", "A siren at the plant may have warned the neighbours."),
    ("it failed to", "Ida Lundquarr failed to sign the contract.", "Ida Lundquarr signed the contract."),
    ("both are told here", "There was no explosion. The tank exploded later.", "The tank exploded with a bang."),
]


def denied(left: str, right: str) -> int:
    reports = [Report(DENIES + left, id="left"), Report(TELLS + right, id="right")]
    return sum(f.kind == "denial" for f in reconcile(reports).facts)


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in MEET], ids=[row[0] for row in MEET])
def test_meet(left: str, right: str) -> None:
    assert denied(left, right) == 1


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_apart(left: str, right: str) -> None:
    assert denied(left, right) == 0


def test_four_reports_at_most_tell_what_one_denies() -> None:
    told = [Report(TELLS + "The old dam above the valley broke.", id=f"r{n}") for n in range(6)]
    (fact,) = [f for f in reconcile([Report(DENIES + "No dam broke.", id="q"), *told]).facts if f.kind == "denial"]
    assert [c.report_id for c in fact.claims] == ["q", "r0", "r1", "r2", "r3"]
    assert {k.score for k in fact.links} == {0.75}

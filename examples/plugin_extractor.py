"""A plug-in: an entity extractor of one's own, here a small spaCy pipeline, beside those that are built in.

A stage is a plain callable. The one below knows the sea areas of a shipping forecast, which no gazetteer of towns holds, and
gives them a key, so that "German Bight" and "the Bight" are one place. The pipeline is made here: nothing is downloaded.

usage: python examples/plugin_extractor.py     needs: pip install spacy
"""

from functools import cache

import spacy
from attrs import evolve
from spacy.language import Language

from reconcile import Report, Stages, reconcile
from reconcile.model.documents import Document
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.spans import Span

SEA_AREAS = {
    "german-bight": ("German Bight", "the Bight"),
    "dogger": ("sea area Dogger", "Dogger"),
    "fisher": ("sea area Fisher",),
}
REPORTS = (
    Report("The trawler Elke was lost in the German Bight on Monday, the coast guard said.", source="Port Gazette"),
    Report("The trawler Elke went down in the Bight on Monday. Five men were rescued.", source="Sea Wire"),
)


@cache
def pipeline() -> Language:
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    patterns = [{"label": "SEA", "pattern": form, "id": key} for key, forms in SEA_AREAS.items() for form in forms]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    return made


def sea_areas(document: Document) -> tuple[Mention[EntityValue], ...]:
    """The sea areas named in a document; offsets into its clean text, which the library leads back to the received one."""
    return tuple(
        Mention(
            report_id=document.report.id,
            sentence=sentence.index,
            span=Span(found.start_char, found.end_char),
            text=found.text,
            value=EntityValue("place", SEA_AREAS[found.ent_id_][0], key=f"sea:{found.ent_id_}"),
            rule="plugin.sea-areas",
        )
        for found in pipeline()(document.text).ents
        if (sentence := document.sentence_at(found.start_char)) is not None
    )


def main() -> None:
    built_in = Stages()
    stages = evolve(built_in, entity_extractors=(sea_areas, *built_in.entity_extractors))
    for name, result in (("built in", reconcile(REPORTS)), ("with plug-in", reconcile(REPORTS, stages=stages))):
        places = [e for e in result.entities if e.kind == "place"]
        print(f"{name}: {'; '.join(f'{e.name} [{e.key}] {len(e.mentions)}x' for e in places) or 'no place'}")


if __name__ == "__main__":
    main()

"""The walk of one report: gate, sentences, mentions, dates, clauses, extractors, records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from comity.catalog.cue_files import languages
from comity.model.document import Document
from comity.model.record import AnyRecord, EventRecord, Reading, Unread
from comity.reading.clause import Analysis
from comity.reading.explaining import explain
from comity.reading.extractors import chairs, core, events, memberships, outcomes, statements, tallies
from comity.reading.gate import is_relevant
from comity.reading.languages import adapted_languages, in_each_language
from comity.reading.lexicon import lexicon
from comity.reading.unread import find_unread
from comity.reading.verdict import with_verdict

Extractor = Callable[[Analysis], Iterable[AnyRecord]]

EXTRACTORS: tuple[Extractor, ...] = (
    events.extract,
    memberships.extract,
    chairs.extract,
    statements.extract,
    tallies.extract,
    outcomes.extract,
)


ADAPTED_EXTRACTORS: tuple[Callable[[core.Page], Iterable[AnyRecord]], ...] = core.EXTRACTORS


class Reader:
    """Reads documents in one language after another; holds nothing of them."""

    def read(self, document: Document) -> Reading:
        """All that the document says of meetings, memberships, chairs and statements, with the words that say so."""
        if not _is_read(document):
            return Reading((), (_not_read(document),))
        parts = [self._read(part) for part in in_each_language(document)]
        return parts[0] if len(parts) == 1 else _together(parts)

    def _read(self, document: Document) -> Reading:
        if document.language in adapted_languages():
            return _adapted(core.Page(document))
        words = lexicon(document.language or "en")
        if not is_relevant(document.text, words):
            return Reading(())
        analysis = Analysis(document, words)
        records = tuple(
            with_verdict(record, analysis.published) for extract in EXTRACTORS for record in extract(analysis)
        )
        return Reading(records, tuple(find_unread(analysis, records)))

    def explain(self, document: Document) -> list[str]:
        """How the document was read, for people who do not program: each sentence, the names and dates seen in it,
        and each record with the words and the rule that it rests on."""
        if not _is_read(document):
            return [_not_read(document).reason]
        if document.language in adapted_languages():
            page = core.Page(document)
            return explain(page, _adapted(page))
        words = lexicon(document.language or "en")
        if not is_relevant(document.text, words):
            return ["No organization or organ is named: the report was not read further."]
        return explain(Analysis(document, words), self.read(document))


def _together(parts: Sequence[Reading]) -> Reading:
    """A report in several languages: what each part says; the main event is the first part's that tells of one."""
    records: list[AnyRecord] = []
    for part in parts:
        has_main = any(isinstance(one, EventRecord) and one.main for one in records)
        records += (_beside(one) if has_main else one for one in part.records)
    return Reading(tuple(records), tuple(one for part in parts for one in part.unread))


def _beside(record: AnyRecord) -> AnyRecord:
    return msgspec.structs.replace(record, main=False) if isinstance(record, EventRecord) else record


def _adapted(page: core.Page) -> Reading:
    """What a report says in a language that is read through an adapter."""
    if not page.is_relevant:
        return Reading(())
    records = tuple(with_verdict(one, page.published) for extract in ADAPTED_EXTRACTORS for one in extract(page))
    return Reading(records, tuple(find_unread(page, records)))


def _is_read(document: Document) -> bool:
    return (document.language or "en") in _read_languages()


def _read_languages() -> tuple[str, ...]:
    return (*languages(), *adapted_languages())


def _not_read(document: Document) -> Unread:
    """The whole report, since nobody told us the words of its language; it is kept, and can be read again later."""
    told = f"reports in the language {document.language!r} are not read yet; those that are: {', '.join(_read_languages())}"
    return Unread(document.body, len(document.text), document.text[document.body :], told)

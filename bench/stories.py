"""Which reports of general news tell one story: by the events that they come to, and by their words alone.

usage: python bench/stories.py CORPUS.jsonl [PREDICTIONS.jsonl [BASELINE.jsonl]]

CORPUS has one document a line: `id`, `published` (or null), `text`, perhaps `lang`, and `gold.story`, or, as in
tests/corpus/chains.jsonl, `gold.events` with an `event_id` each, of which the main one's is the story. Two documents are
one story to Comity where what they mainly tell of is one event. The baseline joins documents by average linkage while the cosine of their words, weighted by
tf-idf, is above a threshold; that of each topic is the best one of all other topics. Prints pairwise and B-cubed figures;
the files get `{"id", "story"}` a line, as the task `story` of the evaluation kit wants them.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from comity.model.document import Document
from comity.model.record import EventRecord, record_id
from comity.reading.reader import Reader
from comity.resolving import Following, Report, Telling
from comity.resolving.together import events_of

LANGUAGE = "en"
# A word, or one Chinese character.
WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\d_\u4e00-\u9fff]{2,}")
THRESHOLDS = tuple(step / 100 for step in range(2, 80, 2))
Stories = dict[str, str]


class Figures(msgspec.Struct, frozen=True):
    """Precision, recall and F1, over pairs of documents and by B-cubed."""

    pairs: tuple[float, float, float]
    cubed: tuple[float, float, float]

    def __str__(self) -> str:
        told = (" ".join(f"{part:.3f}" for part in parts) for parts in (self.pairs, self.cubed))
        return "pairs P R F1 {}   B-cubed P R F1 {}".format(*told)


def main(arguments: list[str]) -> None:
    rows = [json.loads(line) for line in Path(arguments[0]).read_text("utf-8").splitlines()]
    gold = {row["id"]: story_of(row) for row in rows}
    ours, telling = stories(rows)
    words = stories_by_words(rows, gold)
    shared = Counter(ours.values())
    print(f"{len(rows)} documents, {len(set(gold.values()))} stories; {telling} documents tell of an event to Comity")
    for name, found in (("each by itself", {key: key for key in gold}), ("Comity", ours), ("bag of words", words)):
        print(f"{name:16}{len(set(found.values())):5} stories   {figures(gold, found)}")
    print(f"{sum(count for count in shared.values() if count > 1)} documents share their event with another one")
    for path, found in zip(arguments[1:], (ours, words), strict=False):
        lines = (json.dumps({"id": key, "story": story}) for key, story in found.items())
        Path(path).write_text("\n".join(lines) + "\n", "utf-8")


def story_of(row: Mapping[str, Any]) -> str:
    """What a document is about, by its annotators; itself where that is nothing."""
    gold = row["gold"]
    if "story" in gold:
        return str(gold["story"])
    told = sorted(gold["events"], key=lambda event: not event.get("main"))
    return str(told[0]["event_id"]) if told else str(row["id"])


def topic_of(row: Mapping[str, Any]) -> str:
    return str(row["chain"] if "chain" in row else row["gold"]["story"].rpartition("-")[0])


def stories(rows: Iterable[Mapping[str, Any]]) -> tuple[Stories, int]:
    """By document the event that it mainly tells of, or itself; and how many documents tell of an event at all."""
    found: Stories = {}
    tellings: list[Telling] = []
    mainly: dict[str, str | None] = {}
    readers: defaultdict[str, Reader] = defaultdict(Reader)
    for row in rows:
        published = date.fromisoformat(row["published"][:10]) if row["published"] else None
        language = row.get("lang") or LANGUAGE
        document = Document(id=row["id"], source=row["id"], text=row["text"], language=language, published=published)
        report = Report(document.id, document.source, published=published, language=language)
        read = readers[language].read(document).records
        records = sorted((one for one in read if isinstance(one, EventRecord)), key=lambda one: not one.main)
        told = [Telling(record_id(document.id, one), one, report) for one in records]
        mainly[row["id"]] = told[0].id if told else None
        tellings += told
    for event in events_of(tellings, Following()):
        found |= dict.fromkeys(event.records, event.id)
    told_of = {key: found[record] for key, record in mainly.items() if record}
    return {key: told_of.get(key, key) for key in mainly}, len(told_of)


def _join(first: Stories, ids: Sequence[str]) -> None:
    roots = sorted({_first(first, key) for key in ids})
    for root in roots:
        first[root] = roots[0]


def _first(first: Stories, key: str) -> str:
    while first[key] != key:
        key = first[key]
    return key


def stories_by_words(rows: Sequence[Mapping[str, Any]], gold: Stories) -> Stories:
    """Documents joined by their words; the threshold of a topic is taken from the others."""
    ids = [row["id"] for row in rows]
    topics = {row["id"]: topic_of(row) for row in rows}
    cuts = cuts_of(ids, cosines([row["text"] for row in rows]))
    found: Stories = {}
    for topic in sorted(set(topics.values())):
        others = {key: story for key, story in gold.items() if topics[key] != topic}
        best = max(THRESHOLDS, key=lambda cut: figures(others, cuts[cut]).cubed[2])
        found |= {key: f"{best} {cuts[best][key]}" for key in ids if topics[key] == topic}
    return found


def cosines(texts: Sequence[str]) -> NDArray[np.float64]:
    counts = [Counter(WORD.findall(text.lower())) for text in texts]
    among = Counter(word for one in counts for word in one)
    columns = {word: at for at, word in enumerate(sorted(among))}
    weights = np.zeros((len(texts), len(columns)))
    for at, one in enumerate(counts):
        for word, times in one.items():
            weights[at, columns[word]] = (1 + math.log(times)) * math.log(len(texts) / among[word])
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(lengths == 0, 1, lengths)
    return np.asarray(weights @ weights.T)


def cuts_of(ids: Sequence[str], near: NDArray[np.float64]) -> dict[float, Stories]:
    """By threshold, the stories of average linkage down to it."""
    near, sizes = near.copy(), np.ones(len(ids))
    np.fill_diagonal(near, -1)
    first = {key: key for key in ids}
    cuts: dict[float, Stories] = {}
    for cut in sorted(THRESHOLDS, reverse=True):
        while (best := float(near.max())) >= cut and best > 0:
            one, two = sorted(divmod(int(near.argmax()), len(ids)))
            joined = (near[one] * sizes[one] + near[two] * sizes[two]) / (sizes[one] + sizes[two])
            sizes[one] += sizes[two]
            joined[(near[one] < 0) | (near[two] < 0)] = -1
            near[one, :], near[:, one], near[two, :], near[:, two] = joined, joined, -1, -1
            near[one, one] = -1
            _join(first, [ids[one], ids[two]])
        cuts[cut] = {key: _first(first, key) for key in ids}
    return cuts


def figures(gold: Stories, found: Stories) -> Figures:
    """How well stories that were found are those of `gold`, over its documents."""
    told = Counter((gold[key], found[key]) for key in gold)
    ours, theirs = Counter(found[key] for key in gold), Counter(gold.values())
    pairs = [sum(math.comb(count, 2) for count in counts.values()) for counts in (told, ours, theirs)]
    both, one, two = pairs
    precision = sum(count * count / ours[story] for (_, story), count in told.items()) / len(gold)
    recall = sum(count * count / theirs[story] for (story, _), count in told.items()) / len(gold)
    return Figures(_with_f1(both / one if one else 0.0, both / two if two else 0.0), _with_f1(precision, recall))


def _with_f1(precision: float, recall: float) -> tuple[float, float, float]:
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])

"""Where a report speaks of an event: a word for it, and the clauses that are about it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.reading.extractors.core.page import Page
from comity.reading.mentions import Mention

_FORMATS = ("body", "level_nouns", "level_people")
_ACTING = ("body", "series")
# So far from its noun what the noun is of may stand; and so far the next of several organizations from the one before.
_ATTACHED, _LISTED = 90, 7
_CUTS = frozenset(".;:!?。；：！？")


class Format(msgspec.Struct, frozen=True):
    """Who meets, as it stands beside the word for the meeting: organizations, level, organ."""

    orgs: tuple[str, ...] = ()
    level: str | None = None
    body: Mention | None = None

    def other_than(self, other: Format) -> bool:
        """Whether two certainly are not one format."""
        levels = self.level and other.level and self.level != other.level
        orgs = self.orgs and other.orgs and not set(self.orgs) & set(other.orgs)
        return bool(levels or orgs)


class Spot(msgspec.Struct, frozen=True):
    """ "заседание" in a clause: `head` is the word, `start:end` what is told of it, `clause_start:clause_end` the clause
    of the word itself, `sentence` the number of its sentence."""

    head: Mention
    kind: str
    sentence: int
    start: int
    end: int
    clause_start: int
    clause_end: int
    format: Format
    alone: bool = True


def find_spots(page: Page, number: int) -> list[Spot]:
    """The events that a sentence speaks of."""
    sentence = page.sentences[number]
    spots: list[Spot] = []
    for start, end in page.adapter.clauses(page.text, sentence.start, sentence.end):
        found = list(_in_clause(page, number, start, end))
        if spots and all(_goes_on(page, one) for one in found):
            spots[-1] = msgspec.structs.replace(spots[-1], end=end)
            continue
        spots += found
    if spots:
        spots[0] = msgspec.structs.replace(spots[0], start=sentence.start)
    return spots if len(spots) == 1 else [msgspec.structs.replace(one, alone=False) for one in spots]


def _goes_on(page: Page, spot: Spot) -> bool:
    """Whether a verb only tells more of the event spoken of: "заседание, которое открылось в среду, обсудит …"."""
    fresh = next(page.cues.fresh.found(page.low, spot.start, spot.head.end), None)
    return spot.head.kind == "event_verb" and not (spot.format.orgs or spot.format.level or fresh)


def _in_clause(page: Page, number: int, start: int, end: int) -> Iterator[Spot]:
    heads = _heads(page, start, end)
    groups: list[tuple[list[Mention], Format]] = []
    for at, head in enumerate(heads):
        low = heads[at - 1].end if at else start
        high = heads[at + 1].start if at + 1 < len(heads) else end
        told = attached(page, head, low, high)
        if groups and (head.kind == "event_verb" or not _parts(page, groups[-1], told, head)):
            groups[-1] = ([*groups[-1][0], head], _joined(groups[-1][1], told))
        else:
            groups.append(([head], told))
    for at, (group, told) in enumerate(groups):
        first = start if at == 0 else group[0].start
        last = groups[at + 1][0][0].start if at + 1 < len(groups) else end
        if at + 1 < len(groups) and _share(page, group, groups[at + 1][0]):
            last = end
        if at and _share(page, groups[at - 1][0], group):
            first = start
        if at + 1 < len(groups) and is_background(page, group[0]):
            last = _comma(page, group[-1].end, last)
        if at and is_background(page, groups[at - 1][0][0]):
            first = _comma(page, groups[at - 1][0][-1].end, first)
        head = next((one for one in group if one.kind == "event_noun"), group[0])
        yield Spot(head, _kind(group), number, first, last, first, last, told)


def _share(page: Page, one: list[Mention], other: list[Mention]) -> bool:
    """Whether what is told behind the second of two words is told of both: 金砖国家领导人会晤和上合组织峰会推迟."""
    between = (one[-1].end, other[0].start)
    if page.adapter.head_first or one[-1].kind != "event_noun" or other[0].kind != "event_noun":
        return False
    told = next(page.cues.sits.found(page.low, *between), None) or next(
        page.cues.status.found(page.low, *between), None
    )
    return told is None and not page.expressions_in(*between)


def _comma(page: Page, start: int, end: int) -> int:
    """Where the words for what is in the background end."""
    return next((at for at in range(start, end) if page.text[at] in ",，"), end)


def _parts(page: Page, group: tuple[list[Mention], Format], told: Format, head: Mention) -> bool:
    """Whether a further word is another event's: its format is another one, or its kind is."""
    last = group[0][-1]
    if is_background(page, last):
        return True
    if head.kind == "event_noun" and next(page.cues.margins.found(page.low, last.end, head.start), None):
        return True
    kinds = {last.code, head.code} if last.kind == head.kind == "event_noun" else set()
    return told.other_than(group[1]) or len(kinds) > 1


def is_background(page: Page, head: Mention) -> bool:
    """Whether an event is named only for another one beside it: "в преддверии саммита"."""
    before = page.cues.margins.found(page.low, max(0, head.start - 30), head.start)
    return any(head.start - end <= 1 for _, end, _ in before)


def _joined(one: Format, other: Format) -> Format:
    return Format(one.orgs or other.orgs, one.level or other.level, one.body or other.body)


def _heads(page: Page, start: int, end: int) -> list[Mention]:
    """Words for events; an organ alone stands for its meeting ("заседал СМИД"), and a series for its exercise."""
    words = page.mentions_in(start, end, "event_noun", "event_verb")
    sits = next(page.cues.sits.found(page.low, start, end), None) is not None
    acting = [
        one
        for one in page.mentions_in(start, end, *_ACTING)
        if (sits or one.kind == "series")
        and not any(abs(one.start - word.end) < _ATTACHED or abs(word.start - one.end) < _ATTACHED for word in words)
    ]
    return sorted([*words, *acting], key=lambda one: one.start)


def _kind(group: list[Mention]) -> str:
    codes = [one.code for one in group if one.kind == "event_noun"] or [
        one.code for one in group if one.kind == "event_verb"
    ]
    if codes:
        return codes[0]
    level = group[0].level
    return "exercise" if group[0].kind == "series" and level == "exercise" else "meeting"


def attached(page: Page, head: Mention, low: int, high: int) -> Format:
    """The format beside a word: first on the side where the language puts it, then on the other."""
    after, before = _after(page, head, high), _before(page, head, low)
    if head.kind == "event_verb" and next(page.cues.acts.found(page.low, head.start, head.end), None):
        # "Стороны обсудили сотрудничество в ШОС": what they speak of is not who meets.
        after = Format()
    first, second = (after, before) if page.adapter.head_first else (before, after)
    found = _joined(first, second)
    if head.kind in _ACTING:
        level = head.level if head.kind == "body" else "exercise"
        return Format((head.org or "",), level, head if head.kind == "body" else None)
    told = first.level if head.level and _level_follows(page, head) else head.level or found.level
    return Format(found.orgs, told, found.body)


def _level_follows(page: Page, head: Mention) -> bool:
    """ "Саммит глав правительств": the words for who meets say more than the word for the meeting."""
    if page.adapter.head_first:
        return any(one.start - head.end <= 1 for one in page.mentions_in(head.end, head.end + 40, *_FORMATS))
    return any(head.start - one.end <= 1 for one in page.mentions_in(head.start - 40, head.start, *_FORMATS))


def _after(page: Page, head: Mention, high: int) -> Format:
    return _format(page, _reaching(page, head.end, page.mentions_in(head.end, min(high, head.end + 2 * _ATTACHED))))


def _before(page: Page, head: Mention, low: int) -> Format:
    near = page.mentions_in(max(low, head.start - _ATTACHED), head.start)
    return _format(page, near if page.adapter.head_first else _nearest(near))


def _nearest(mentions: list[Mention]) -> list[Mention]:
    """The last list of organizations and the last words for who meets, before those that stand further off."""
    orgs = [one for one in mentions if one.kind in ("org", "series")]
    while orgs and len(listed(orgs)) < len(orgs):
        orgs = orgs[1:]
    others = [one for one in mentions if one not in orgs and one.kind not in ("org", "series")]
    return [*orgs, *reversed(others)]


def _reaching(page: Page, end: int, mentions: list[Mention]) -> list[Mention]:
    """Those with nothing between that ends what is told."""
    found: list[Mention] = []
    for one in mentions:
        if one.start - end > _ATTACHED or _CUTS & set(page.text[end : one.start]):
            break
        found.append(one)
        end = one.end
    return found


def _format(page: Page, mentions: list[Mention]) -> Format:
    levels = [one for one in mentions if one.kind in _FORMATS]
    level = next((one for one in levels if one.level != "other"), next(iter(levels), None))
    named = [one for one in mentions if one.kind in ("org", "series") and not is_of_office(page, one)]
    orgs = [one.org for one in listed(named) if one.org]
    if level and level.kind == "body" and level.org and level.org not in orgs:
        orgs = [level.org, *orgs] if not named else orgs
    bodies = [one for one in mentions if one.kind == "body"]
    several = len({one.level for one in listed(bodies)} - {None}) > 1
    own = next((one.level for one in named if one.level and one.kind == "org"), None)
    name = "joint_ministers" if several else _level(page, level) if level else own
    return Format(tuple(dict.fromkeys(orgs)), name, _body(level))


def _level(page: Page, one: Mention) -> str | None:
    """The level of those who meet; their deputies are experts."""
    deputies = page.cues.deputies.found(page.low, max(0, one.start - 24), one.start)
    if one.kind == "level_people" and any(one.start - end <= 1 for _, end, _ in deputies):
        return "experts"
    return one.level


def is_of_office(page: Page, org: Mention) -> bool:
    """Whether an organization is named only for its officer: "генеральный секретарь ОДКБ"."""
    low = org.start - 2 if page.adapter.head_first else org.end
    high = org.start if page.adapter.head_first else org.end + 2
    return any(
        low <= (one.end if page.adapter.head_first else one.start) <= high
        for one in page.mentions_in(org.start - 60, org.end + 20, "office")
    )


def _body(level: Mention | None) -> Mention | None:
    return level if level and level.kind == "body" else None


def listed(mentions: list[Mention]) -> list[Mention]:
    """The first of some names, and those that go on in one list with it: "ОДКБ, СНГ и ШОС"."""
    found = mentions[:1]
    for one in mentions[1:]:
        if one.start - found[-1].end > _LISTED:
            break
        found.append(one)
    return found


def pronoun_spot(page: Page, number: int) -> Spot | None:
    """ "Оно состоялось 22 июня": of the event told last."""
    sentence = page.sentences[number]
    start, end = sentence.start, sentence.end
    opening = next((one for one in page.cues.pronouns.found(page.low, start, end) if one[0] == start), None)
    if opening is None or next(page.cues.sits.found(page.low, start, end), None) is None:
        return None
    head = Mention(*opening[:2], "event_noun", "meeting")
    return Spot(head, "meeting", number, start, end, start, end, Format())

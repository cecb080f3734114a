"""How many ways there are to say what was adopted and decided: sentences in many styles and what they say."""

from __future__ import annotations

import pytest

from comity.reading.extractors.outcomes import extract
from tests.reading.extractors.reports import analysed


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("The SCO leaders signed the Astana Declaration.", "", "declaration SCO"),
        ("The Astana Declaration was adopted at the SCO summit.", "", "declaration SCO"),
        (
            "The SCO summit ended with the adoption of the Astana Declaration and the signing of a plan of action.",
            "",
            "declaration SCO; plan SCO",
        ),
        ("Following the SCO summit the parties signed a joint communique.", "", "communique SCO"),
        ("A memorandum of understanding was inked between the SCO and ASEAN.", "", "memorandum SCO+ASEAN"),
        ("The SCO and ASEAN secretariats signed a memorandum of understanding.", "", "memorandum SCO+ASEAN"),
        ("The UN Security Council passed a resolution on Gaza.", "", "resolution UNSC"),
        ("The UN Security Council on Friday unanimously adopted Resolution 2728.", "", "resolution UNSC"),
        ("In a joint statement, the G7 foreign ministers condemned the strike.", "", "statement G7"),
        ("The G7 foreign ministers issued a joint statement condemning the strike.", "", "statement G7"),
        ('"We condemn the strike," the G7 ministers said in a joint statement.', "", "statement G7"),
        ("The ministers endorsed a roadmap for 2025.", "ASEAN ministers meet", "roadmap ASEAN"),
        ("The CSTO leaders approved the plan of consultations.", "", "plan CSTO"),
        ("The EAEU and Iran initialled a free-trade agreement.", "", "agreement EAEU"),
        ("The EAEU member states concluded a free trade agreement with Iran.", "", "agreement EAEU"),
        ("CIS leaders agreed to set up a joint energy council.", "", "decision CIS"),
        ("The CIS Council decided to appoint Sergei Lebedev as secretary general.", "", "decision CIS"),
        ("The NATO summit decided to open an office in Amman.", "", "decision NATO"),
        ("The outcome document of the SCO meeting, a joint statement, was released.", "", "statement SCO"),
        ("The declaration says that NATO will support Ukraine.", "", "declaration NATO"),
        ("The leaders signed 25 documents, including the Astana Declaration.", "SCO summit", "declaration SCO"),
        (
            "The summit adopted a declaration and a statement on Palestine.",
            "Arab League summit",
            "declaration LAS; statement LAS",
        ),
        (
            "Among the documents adopted by the SCO were a declaration and a roadmap.",
            "",
            "declaration SCO; roadmap SCO",
        ),
        ("The SCO will adopt a declaration.", "", ""),
        ("A draft resolution was circulated in the UN Security Council.", "", ""),
        ("The SCO leaders are expected to sign a declaration.", "", ""),
        ("Russia vetoed the UN Security Council resolution.", "", ""),
        ("The resolution was vetoed by Russia.", "UN Security Council", ""),
        ("The summit failed to agree on a communique.", "G20", ""),
        ("Ministers discussed the plan.", "SCO", ""),
        ("The foreign ministry said in a statement that the SCO summit was over.", "", ""),
        ("A number of decisions were taken on industry.", "EAEU", "decision EAEU"),
        ("A joint statement was issued after the talks.", "ASEAN", "statement ASEAN"),
        ("The OPEC+ countries agreed to extend their cuts until September.", "", "decision OPEC+"),
        ("OPEC+ extended its cuts by a month.", "", ""),
        ("The African Union lifted the suspension of Gabon.", "", ""),
        ("The leaders adopted the Bishkek Declaration, which calls for closer trade.", "OTS summit", "declaration OTS"),
        ("The signatories of the Bishkek Declaration pledged to trade more.", "OTS", ""),
    ],
)
def test_sentence_tells_what_was_adopted(text: str, title: str, expected: str) -> None:
    read = extract(analysed(text, title=title or None))
    assert "; ".join(sorted(f"{one.type} {'+'.join(one.orgs)}" for one in read)) == expected

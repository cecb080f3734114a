"""Reports without diplomatic meetings: what is met, opened and visited at home, in sport and in business."""

from __future__ import annotations

import pytest

from comity.model.document import Document
from comity.reading.reader import Reader
from tests.reading.extractors.reports import PUBLISHED


@pytest.mark.parametrize(
    "text",
    [
        "Talks on the debt ceiling between the White House and Congress collapsed on Friday, and stocks fell.",
        "The Labour Party holds its congress in Liverpool in September, with delegates from all regions.",
        "Arsenal and Everton meet in London on Sunday in the last round of the season.",
        "The cabinet met in Oslo on Tuesday and agreed on the budget, the prime minister's office said.",
        "Shareholders of the shipping company gathered in Athens on Thursday for their annual general meeting.",
        "The European Union's statistics office said on Monday that prices had risen by two percent.",
        "OPEC cut its forecast of demand for the third time in its monthly report on Thursday.",
        "Parliament opened its autumn session in Lima on Tuesday with a debate on pensions.",
        "Italy met Uruguay in the final in Doha, the two teams' first meeting in ten years.",
        "The president met voters in Cordoba on Saturday and visited a car plant on Sunday.",
        "Unions and employers in Belgium held talks on Monday over a pay rise for nurses.",
        "The Commonwealth Games will be held in Glasgow in 2026, the organisers said.",
        "Climate activists gathered outside the European Commission in Brussels on Monday.",
        "Farmers blocked roads near Strasbourg, where the European Parliament sits.",
        "The committee on fisheries of the European Parliament debated herring on Tuesday.",
        "Union members gathered in Brussels for a march against the EU's budget rules.",
        "A delegation of Japanese engineers toured a chip plant in Taiwan on Wednesday.",
        "NATO membership is favoured by two thirds of Swedes over 60, a poll says.",
        "An IAEA team toured the plant on Wednesday and met its managers.",
        "Pupils simulated a G20 summit in Turin on Saturday.",
        "CIS exporters met the demand for wheat in July.",
        "Ministers and mayors gathered in Lagos on Monday for the funeral of the ECOWAS judge.",
        "Leaders of Bolivia's unions met President Luis Arce in La Paz on Tuesday. Bolivia joined Mercosur in July.",
        "Membership talks with the European Union, which began in 2005, are frozen.",
        "The foreign ministry in Jakarta summoned the ambassadors of two ASEAN states on Monday.",
        "Uruguay's president meets industry leaders on Thursday. Mercosur is to open up, he said.",
        "The UN Security Council has 15 members, five of them permanent.",
        "The summit of the mountain was reached by 40 climbers this season, Nepal said.",
    ],
)
def test_no_diplomatic_meeting_is_read(text: str) -> None:
    document = Document(id="x", source="x", text=text, published=PUBLISHED, language="en")
    records = Reader().read(document).records
    assert [one for one in records if one.kind in ("meeting", "exercise", "visit")] == []

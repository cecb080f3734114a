"""How many ways there are to say who presides: sentences in many styles and what they say."""

from __future__ import annotations

import pytest

from comity.reading.extractors.chairs import extract
from tests.reading.extractors.reports import analysed


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "Kazakhstan handed over the SCO chairmanship to China on Thursday.",
            "",
            "SCO CHN 2024-07-04 -; SCO KAZ - 2024-07-04",
        ),
        ("China takes over the rotating presidency of the SCO from Kazakhstan.", "", "SCO CHN - -; SCO KAZ - -"),
        ("The SCO chairmanship for 2024-2025 passes to China.", "", "SCO CHN 2024 2025"),
        ("China will chair the SCO in 2025.", "", "SCO CHN 2025 2025"),
        ("Hungary took over the six-month rotating presidency of the EU on July 1.", "", "EU HUN 2024-07-01 -"),
        ("Hungary, which holds the EU presidency, invited the ministers.", "", "EU HUN - -"),
        ("Under Hungary's presidency, the EU Council met in Budapest.", "", "EU HUN - -"),
        ("Laos chairs ASEAN this year.", "", "ASEAN LAO 2024 2024"),
        ("Laos, this year's ASEAN chair, invited the ministers.", "", "ASEAN LAO 2024 2024"),
        ("Laos, as ASEAN chair, invited the ministers.", "", "ASEAN LAO - -"),
        ("Malaysia assumes the chairmanship of ASEAN on January 1, 2025.", "", "ASEAN MYS 2025-01-01 -"),
        ("Brazil holds the G20 presidency until November 30.", "", "G20 BRA - 2024-11-30"),
        ("Brazil, the current G20 president, invited the ministers.", "", "G20 BRA - -"),
        ("The G20, currently chaired by Brazil, will meet in November.", "", "G20 BRA - -"),
        ("South Africa takes the helm of the G20 on December 1, 2024.", "", "G20 ZAF 2024-12-01 -"),
        ("Russia presides over BRICS in 2024.", "", "BRICS RUS 2024 2024"),
        ("Under the Russian chairmanship BRICS has held 200 events.", "", "BRICS RUS - -"),
        ("Within the framework of Russia's BRICS chairmanship, ministers met in Moscow.", "", "BRICS RUS - -"),
        ("Russia's chairmanship of BRICS began on January 1.", "", "BRICS RUS 2024-01-01 -"),
        ("Kazakhstan, whose presidency of the OTS ends in November, thanked its partners.", "", "OTS KAZ - 2024-11"),
        ("As chair of the CSTO in 2024, Kazakhstan proposed a plan.", "", "CSTO KAZ 2024 2024"),
        ("Mauritania holds the rotating chair of the African Union.", "", "AU MRT - -"),
        ("Angola was elected chair of the African Union for 2025.", "", "AU AGO 2025 2025"),
        (
            "Mauritania's President Mohamed Ould Ghazouani, the current chairman of the African Union, spoke.",
            "",
            "AU MRT - -",
        ),
        ("President Mohamed Ould Ghazouani of Mauritania, who chairs the African Union, spoke.", "", "AU MRT - -"),
        ("Nigeria's President Bola Tinubu was re-elected chairman of ECOWAS.", "", "ECOWAS NGA - -"),
        ("Poland assumes the presidency of the Council of the European Union in January.", "", "EU POL 2025-01 -"),
        (
            "Russia, which presides over the UN Security Council in July, called a meeting.",
            "",
            "UNSC RUS 2024-07 2024-07",
        ),
        ("Malta, which is chairing the OSCE this year, hosted the meeting.", "", "OSCE MLT 2024 2024"),
        ("The chairmanship rotates to Finland in 2025.", "OSCE ministers meet", "OSCE FIN 2025 2025"),
        ("Peru hosts APEC in 2024.", "", ""),
        ("It is Italy's turn to chair the G7.", "", "G7 ITA - -"),
        ("Italy, holder of the G7 presidency, hosts the summit.", "", "G7 ITA - -"),
        ("The Italian G7 presidency published a text.", "", "G7 ITA - -"),
        ("The G7 presidency, held by Italy this year, published a text.", "", "G7 ITA 2024 2024"),
        ("Italy, in its capacity as G7 chair, published a text.", "", "G7 ITA - -"),
        ("Italy is at the helm of the G7.", "", "G7 ITA - -"),
        ("Kyrgyzstan is to take over the OTS chairmanship at the Bishkek summit in November.", "", "OTS KGZ 2024-11 -"),
        ("Prime Minister Modi will chair the SCO summit.", "", ""),
        ("The session was chaired by Kazakhstan.", "CSTO", ""),
        ("President Tokayev of Kazakhstan chaired the SCO meeting.", "", ""),
        ("The chairman of the Russian State Duma spoke at the CSTO.", "", ""),
        ("Iran wants to chair the SCO.", "", ""),
        ("Russia's presidency said the CSTO would meet.", "", ""),
        ("The Chairmanship-in-Office of the OSCE will be held by Finland in 2025.", "", "OSCE FIN 2025 2025"),
        ("Belarus will hold the chairmanship of the EAEU throughout 2025.", "", "EAEU BLR 2025 2025"),
        ("Armenia, which chairs the EAEU bodies this year, hosts the council.", "", "EAEU ARM 2024 2024"),
        (
            "The Russian Federation is the CIS chair in 2024, with Tajikistan and Uzbekistan its co-chairs.",
            "",
            "CIS RUS 2024 2024",
        ),
        ("Azerbaijan passed the torch of the CICA chairmanship to no one yet.", "", ""),
        ("Honduras handed the pro tempore presidency of CELAC to Colombia.", "", "CELAC COL - -; CELAC HND - -"),
    ],
)
def test_sentence_tells_who_presides_and_when(text: str, title: str, expected: str) -> None:
    read = extract(analysed(text, title=title or None))
    terms = sorted(f"{one.org} {one.state} {one.start or '-'} {one.end or '-'}" for one in read)
    assert "; ".join(terms) == expected

"""How many ways there are to say who applies, signs, is suspended and leaves: sentences in many styles and what they say."""

from __future__ import annotations

import pytest

from tests.reading.extractors.belonging import meant, told


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "Ukraine submitted an application for EU membership on February 28, 2022.",
            "",
            "EU applicant application UKR",
        ),
        ("Azerbaijan has formally applied to join BRICS.", "", "BRICS applicant application AZE"),
        ("Georgia lodged its bid to join the EU in March 2022.", "", "EU applicant application GEO"),
        ("Qatar quit OPEC in January 2019.", "", "OPEC former withdrawal QAT"),
        ("Angola withdrew from OPEC at the end of 2023.", "", "OPEC former withdrawal AGO"),
        (
            "Mali, Niger and Burkina Faso officially exited ECOWAS on January 29, 2025.",
            "",
            "ECOWAS former withdrawal BFA MLI NER",
        ),
        ("Nicaragua's withdrawal from the OAS took effect on November 19, 2023.", "", "OAS former withdrawal NIC"),
        ("Britain, which left the EU in 2020, sent an envoy.", "", "EU former withdrawal GBR"),
        ("Nicaragua notified the OAS of its decision to leave the organization.", "", "OAS member withdrawal NIC"),
        ("Venezuela said it was withdrawing from the OAS.", "", "OAS member withdrawal VEN"),
        ("Russia was expelled from the Council of Europe in March 2022.", "", "CoE former withdrawal RUS"),
        ("The African Union suspended Niger after the coup.", "", "AU suspended suspension NER"),
        ("Niger has been suspended from the African Union since August 2023.", "", "AU suspended suspension NER"),
        ("Gabon's membership of the African Union was suspended after the coup.", "", "AU suspended suspension GAB"),
        ("Armenia froze its membership of the CSTO in February 2024.", "", "CSTO suspended freeze ARM"),
        (
            "Armenian Prime Minister Nikol Pashinyan said his country had frozen its participation in the CSTO.",
            "",
            "CSTO suspended freeze ARM",
        ),
        ("The EU now has 27 members after Britain's departure in 2020.", "", "EU former withdrawal GBR"),
        ("Armenia announced in June that it would leave the CSTO.", "", "CSTO member withdrawal ARM"),
        ("Uzbekistan pulled out of the CSTO twice, in 1999 and in 2012.", "", "CSTO former withdrawal UZB"),
        ("Venezuela's membership in MERCOSUR has been suspended since 2016.", "", "MERCOSUR suspended suspension VEN"),
        ("Belarus sent its application to the SCO in 2022.", "", "SCO applicant application BLR"),
        (
            "Belarus, which had applied to become a full member, will sign the memorandum.",
            "SCO summit",
            "SCO applicant application BLR",
        ),
        (
            "Egypt and Qatar signed memorandums on SCO dialogue partner status in September 2022.",
            "",
            "SCO dialogue_partner signature EGY QAT",
        ),
        (
            "Memorandums granting SCO dialogue partner status were signed with Egypt, Qatar and Saudi Arabia.",
            "",
            "SCO dialogue_partner signature EGY QAT SAU",
        ),
        (
            "Algeria, Bangladesh and Laos have applied for one status or another in the SCO.",
            "",
            "SCO applicant application BGD DZA LAO",
        ),
        ("Applications have come from Algeria, Bangladesh and Laos.", "SCO", "SCO applicant application BGD DZA LAO"),
        (
            "The SCO is considering the applications of Algeria, Bangladesh and Laos.",
            "",
            "SCO applicant application BGD DZA LAO",
        ),
        (
            "Syria and Egypt have asked to be admitted to the SCO as dialogue partners.",
            "",
            "SCO applicant application EGY SYR",
        ),
        ("Azerbaijan has filed for full membership of the SCO.", "", "SCO applicant application AZE"),
        ("Iran has been seeking membership since 2008, when it applied.", "SCO", "SCO applicant application IRN"),
        ("Iran first applied for SCO membership in 2008.", "", "SCO applicant application IRN"),
        (
            "Iran signed a memorandum of obligations in Samarkand in September 2022.",
            "SCO",
            "SCO applicant signature IRN",
        ),
        ("Hungary's parliament ratified Sweden's accession to NATO on Monday.", "", "NATO applicant ratification SWE"),
        ("The Turkish parliament approved Sweden's NATO membership.", "", "NATO applicant ratification SWE"),
        ("Uzbekistan suspended its membership in the EurAsEC in 2008.", "", "EurAsEC suspended suspension UZB"),
        (
            "Mali was suspended in 2021, Guinea in 2021 and Burkina Faso in 2022.",
            "ECOWAS",
            "ECOWAS suspended suspension BFA GIN MLI",
        ),
        ("Guinea, which is suspended from ECOWAS, did not attend.", "", "ECOWAS suspended suspension GIN"),
        ("Ecuador left OPEC in 2020 and Angola in 2023; Qatar had gone in 2019.", "", "OPEC former withdrawal AGO ECU"),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJune 2016. India and Pakistan sign memorandums of obligations in Tashkent.",
            "",
            "SCO applicant signature IND PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nSummer 2022. Belarus applies for full membership.",
            "",
            "SCO applicant application BLR",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nIran signs its memorandum of obligations on September 15, 2022.",
            "",
            "SCO applicant signature IRN",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nIn 2014 Pakistan and India file formal applications.",
            "",
            "SCO applicant application IND PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nNovember 2022: Iran's parliament ratifies the accession.",
            "",
            "SCO member ratification IRN",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nMay 2023: dialogue partner memorandums are signed with Kuwait, Myanmar and the Maldives.",
            "",
            "SCO dialogue_partner signature KWT MDV MMR",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nKazakhstan withdraws in 2012.",
            "",
            "SCO former withdrawal KAZ",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nKazakhstan suspends its membership.",
            "",
            "SCO suspended suspension KAZ",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nKazakhstan leaves.",
            "",
            "SCO former withdrawal KAZ",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nTimor-Leste has been waiting since 2011, when it put in its application.",
            "",
            "ASEAN applicant application TLS",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nRequests for observer status have been filed by Bangladesh, Syria and Egypt.",
            "",
            "ASEAN applicant application BGD EGY SYR",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nBangladesh, Syria and Egypt want observer status and have filed requests.",
            "",
            "ASEAN applicant application BGD EGY SYR",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nBangladesh has requested observer status.",
            "",
            "ASEAN applicant application BGD",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nBangladesh, Syria and Egypt have handed in applications.",
            "",
            "ASEAN applicant application BGD EGY SYR",
        ),
    ],
)
def test_sentence_tells_who_belongs_comes_and_goes(text: str, title: str, expected: str) -> None:
    assert told(text, title) == meant(expected)

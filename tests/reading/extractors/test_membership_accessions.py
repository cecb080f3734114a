"""How many ways there are to say who comes in: sentences in many styles and what they say."""

from __future__ import annotations

import pytest

from tests.reading.extractors.belonging import meant, told


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Hungary, a NATO member since 1999, blocked the statement.", "", "NATO member accession HUN"),
        ("India and Pakistan were accepted as full members of the SCO.", "", "SCO member accession IND PAK"),
        (
            "Uzbekistan joined the SCO in 2001, and the latest enlargement, in 2017, saw India and Pakistan join.",
            "",
            "SCO member accession IND PAK UZB",
        ),
        (
            "Belarus got its status upgraded to that of observer at the SCO summit in Ufa.",
            "",
            "SCO observer accession BLR",
        ),
        (
            "The SCO has decided to grant Afghanistan observer status and to accept Turkey as a dialogue partner.",
            "",
            "SCO dialogue_partner accession TUR; SCO observer accession AFG",
        ),
        (
            "Heads of state signed documents granting Azerbaijan the status of SCO dialogue partner.",
            "",
            "SCO dialogue_partner accession AZE",
        ),
        ("Iran has become the ninth full member of the SCO.", "", "SCO member accession IRN"),
        ("With the admission of Belarus the SCO has ten members.", "", "SCO member accession BLR"),
        ("Belarus's accession to the SCO was finalised on Thursday.", "", "SCO member accession BLR"),
        ("The accession of Belarus to the SCO was completed on Thursday.", "", "SCO member accession BLR"),
        ("Indonesia entered BRICS as a full member on January 6, 2025.", "", "BRICS member accession IDN"),
        (
            "Brazil, which chairs BRICS, welcomed Indonesia into the group as its newest full member.",
            "",
            "BRICS member accession IDN",
        ),
        (
            "The African Union was made a permanent member of the G20; Timor-Leste was made a full member of ASEAN.",
            "",
            "ASEAN member accession TLS",
        ),
        (
            "Timor-Leste, which gained independence in 2002, became the 11th member of ASEAN on Sunday.",
            "",
            "ASEAN member accession TLS",
        ),
        ("Kyrgyzstan acceded to the EAEU in August 2015.", "", "EAEU member accession KGZ"),
        ("ASEAN leaders admitted Timor-Leste as the bloc's 11th member.", "", "ASEAN member accession TLS"),
        ("Leaders of the SCO signed off on Iran's full membership.", "", "SCO member accession IRN"),
        (
            "The CSTO gave Afghanistan and Serbia the status of observers in 2013.",
            "",
            "CSTO observer accession AFG SRB",
        ),
        ("Vietnam has become the tenth partner country of BRICS.", "", "BRICS partner accession VNM"),
        (
            "Observer status was granted to Hungary by the Organization of Turkic States in 2018.",
            "",
            "OTS observer accession HUN",
        ),
        ("Laos was given the status of an SCO partner.", "", "SCO partner accession LAO"),
        ("Bosnia and Herzegovina was granted EU candidate status in December 2022.", "", "EU applicant accession BIH"),
        (
            "Syria, whose membership of the Arab League was suspended in 2011, was readmitted in May 2023.",
            "",
            "LAS member accession SYR; LAS suspended suspension SYR",
        ),
        (
            "The OTS was created in 2009 by Azerbaijan, Kazakhstan, Kyrgyzstan and Türkiye; Uzbekistan joined in 2019.",
            "",
            "OTS member accession AZE KAZ KGZ TUR UZB",
        ),
        (
            "Uzbekistan became a full-fledged member of the OTS in 2019, while Hungary has been an observer since 2018 and Turkmenistan since 2021.",
            "",
            "OTS member accession UZB; OTS observer accession HUN TKM",
        ),
        (
            "Five new members - Denmark, Greece, Pakistan, Panama and Somalia - took their seats on the UN Security Council on January 1, 2025.",
            "",
            "UNSC member accession DNK GRC PAK PAN SOM",
        ),
        (
            "Ukraine and Moldova were granted candidate status by the EU in June 2022.",
            "",
            "EU applicant accession MDA UKR",
        ),
        ("Sweden handed in its instruments of accession to NATO on March 7, 2024.", "", "NATO member accession SWE"),
        ("Sweden completed its accession to NATO in March 2024.", "", "NATO member accession SWE"),
        (
            "Sweden's flag was raised at NATO headquarters four days after it joined the alliance.",
            "",
            "NATO member accession SWE",
        ),
        ("Membership of the SCO was granted to Belarus on Thursday.", "", "SCO member accession BLR"),
        ("On July 4 the SCO took in Belarus as its tenth member.", "", "SCO member accession BLR"),
        ("Since Belarus joined on July 4, the SCO has had ten members.", "", "SCO member accession BLR"),
        ("Iran, a full member of the SCO since 2023, will host the drill.", "", "SCO member accession IRN"),
        (
            "Iran, which joined the SCO in 2023 and BRICS in 2024, praised both.",
            "",
            "BRICS member accession IRN; SCO member accession IRN",
        ),
        ("Belarus, admitted to the SCO in 2024, sent its deputy minister.", "", "SCO member accession BLR"),
        ("Malaysia, Thailand and Vietnam became BRICS partner countries.", "", "BRICS partner accession MYS THA VNM"),
        ("BRICS added Egypt, Ethiopia and Iran in 2024.", "", "BRICS member accession EGY ETH IRN"),
        ("Egypt, Ethiopia and Iran were added to BRICS in 2024.", "", "BRICS member accession EGY ETH IRN"),
        ("Somalia has been admitted as the eighth member of the EAC.", "", "EAC member accession SOM"),
        (
            "The DRC joined the East African Community in 2022, becoming its seventh member.",
            "",
            "EAC member accession COD",
        ),
        ("Palau ratified the treaty, and Nauru returned to the Pacific Islands Forum.", "", "PIF member accession NRU"),
        ("Kiribati rejoined the Pacific Islands Forum in 2023.", "", "PIF member accession KIR"),
        (
            "NATO was founded in 1949. Greece and Turkey joined in 1952, West Germany in 1955 and Spain in 1982; Poland, Hungary and the Czech Republic followed in 1999.",
            "",
            "NATO member accession CZE DEU ESP GRC HUN POL TUR",
        ),
        (
            "Since 1999 NATO has taken in Poland, Hungary, Albania and Croatia.",
            "",
            "NATO member accession ALB HRV HUN POL",
        ),
        (
            "A memorandum on granting Kuwait the status of SCO dialogue partner was signed on May 5, 2023.",
            "",
            "SCO dialogue_partner signature KWT",
        ),
        (
            "The SCO summit decided to start the procedure of admitting Iran as a full member and to grant Egypt, Qatar and Saudi Arabia dialogue partner status.",
            "",
            "SCO dialogue_partner accession EGY QAT SAU; SCO member accession IRN",
        ),
        (
            "Bahrain, Kuwait, the Maldives, Myanmar and the United Arab Emirates became new dialogue partners of the SCO.",
            "",
            "SCO dialogue_partner accession ARE BHR KWT MDV MMR",
        ),
        (
            "Egypt, Ethiopia, Iran and the UAE joined at the beginning of 2024.",
            "BRICS",
            "BRICS member accession ARE EGY ETH IRN",
        ),
        ("South Africa came on board in 2010.", "BRICS", "BRICS member accession ZAF"),
        (
            "The group's founders were Brazil, Russia, India and China.",
            "BRICS",
            "BRICS member accession BRA CHN IND RUS",
        ),
        (
            "The EU enlarged on May 1, 2004, when Cyprus, Malta and Hungary joined.",
            "",
            "EU member accession CYP HUN MLT",
        ),
        ("On May 1, 2004, Cyprus, Malta and Hungary entered the EU.", "", "EU member accession CYP HUN MLT"),
        (
            "Bulgaria and Romania have been members of the EU since 2007, Croatia since 2013.",
            "",
            "EU member accession BGR HRV ROU",
        ),
        ("Belarus is the tenth member of the SCO; it acceded on July 4.", "", "SCO member accession BLR"),
        ("The Arab League let Syria back in on May 7, 2023.", "", "LAS member accession SYR"),
        (
            "Georgia, Ukraine and Moldova applied for EU membership in 2022, and Ukraine and Moldova received candidate status in June.",
            "",
            "EU applicant accession MDA UKR; EU applicant application GEO MDA UKR",
        ),
        (
            "Timor-Leste was granted observer status at the ASEAN summit in November 2022.",
            "",
            "ASEAN observer accession TLS",
        ),
        ("Papua New Guinea has been an ASEAN observer since 1976.", "", "ASEAN observer accession PNG"),
        (
            "Papua New Guinea has observer status; Timor-Leste has become a member.",
            "ASEAN",
            "ASEAN member accession TLS; ASEAN observer PNG",
        ),
        (
            "Bolivia became a full member of MERCOSUR after its congress ratified the protocol.",
            "",
            "MERCOSUR member accession BOL",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJune 17, 2004. Mongolia becomes the first observer.",
            "",
            "SCO observer accession MNG",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJuly 5, 2005. India, Iran and Pakistan become observers.",
            "",
            "SCO observer accession IND IRN PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJuly 5, 2005: India, Iran and Pakistan receive observer status.",
            "",
            "SCO observer accession IND IRN PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\n2009 - Belarus and Sri Lanka get the status of dialogue partners.",
            "",
            "SCO dialogue_partner accession BLR LKA",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\n2010: Belarus is given dialogue partner status.",
            "",
            "SCO dialogue_partner accession BLR",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJuly 2015. Belarus is upgraded to observer; Azerbaijan, Armenia and Nepal become dialogue partners.",
            "",
            "SCO dialogue_partner accession ARM AZE NPL; SCO observer accession BLR",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJune 9, 2017. India and Pakistan are admitted as full members.",
            "",
            "SCO member accession IND PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJune 9, 2017. India and Pakistan join as full members in Astana.",
            "",
            "SCO member accession IND PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJune 9, 2017. India and Pakistan join.",
            "",
            "SCO member accession IND PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nJuly 4, 2023: Iran in as ninth member.",
            "",
            "SCO member accession IRN",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nIran's full membership dates from July 4, 2023.",
            "",
            "SCO member accession IRN",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nA year later Belarus follows as the tenth member.",
            "",
            "SCO member accession BLR",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nBelarus completes its journey from partner to full member on July 4, 2024.",
            "",
            "SCO member accession BLR",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\n2005 saw India, Iran and Pakistan become observers.",
            "",
            "SCO observer accession IND IRN PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nMongolia was the first observer, in 2004.",
            "",
            "SCO observer accession MNG",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nNew observers in 2005: India, Iran and Pakistan.",
            "",
            "SCO observer accession IND IRN PAK",
        ),
        (
            "How the SCO grew: a chronology\nJune 15, 2001. Leaders of six states found the SCO in Shanghai.\nIndia and Pakistan had been observers since 2005.",
            "",
            "SCO observer accession IND PAK",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nBrunei came in 1984, followed by Vietnam in 1995, Laos and Myanmar in 1997 and Cambodia in 1999.",
            "",
            "ASEAN member accession BRN KHM LAO MMR VNM",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nIts founders were Indonesia, Malaysia, the Philippines, Singapore and Thailand.",
            "",
            "ASEAN member accession IDN MYS PHL SGP THA",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nIndonesia, Malaysia, the Philippines, Singapore and Thailand signed the founding declaration.",
            "",
            "ASEAN member accession IDN MYS PHL SGP THA",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nIt was founded by Indonesia, Malaysia and Thailand.",
            "",
            "ASEAN member accession IDN MYS THA",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nIndonesia, Malaysia and Thailand founded it.",
            "",
            "ASEAN member accession IDN MYS THA",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nThe foreign ministers of Indonesia, Malaysia and Thailand signed its founding declaration.",
            "",
            "ASEAN member accession IDN MYS THA",
        ),
        ("ASEAN was set up in Bangkok in 1967.\nVietnam: member since 1995.", "", "ASEAN member accession VNM"),
        (
            "ASEAN was set up in Bangkok in 1967.\nVietnam - full member since July 28, 1995; observer since 1992.",
            "",
            "ASEAN member accession VNM; ASEAN observer accession VNM",
        ),
        ("ASEAN was set up in Bangkok in 1967.\nVietnam joined it on July 28, 1995.", "", "ASEAN member accession VNM"),
        (
            "ASEAN was set up in Bangkok in 1967.\nLaos and Myanmar joined on July 23, 1997, Cambodia on April 30, 1999.",
            "",
            "ASEAN member accession KHM LAO MMR",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nThe next to join were Laos and Myanmar, in July 1997.",
            "",
            "ASEAN member accession LAO MMR",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nThe last to be admitted was Cambodia, in 1999.",
            "",
            "ASEAN member accession KHM",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nTimor-Leste applied in March 2011. It became an observer in November 2022 and a full member on October 26, 2025.",
            "",
            "ASEAN applicant application TLS; ASEAN member accession TLS; ASEAN observer accession TLS",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nIndia and Pakistan asked to join in 2014. Both signed memorandums of obligations in June 2016 and became members a year later.",
            "",
            "ASEAN applicant application IND PAK; ASEAN applicant signature IND PAK; ASEAN member accession IND PAK",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nBoth India and Pakistan obtained membership in June 2017.",
            "",
            "ASEAN member accession IND PAK",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nIndia has been in the group since 2017.",
            "",
            "ASEAN member accession IND",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nIndia entered the organization at the same time as Pakistan.",
            "",
            "ASEAN member accession IND",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nWith India and Pakistan, which joined in 2017, it has eight members.",
            "",
            "ASEAN member accession IND PAK",
        ),
    ],
)
def test_sentence_tells_who_belongs_comes_and_goes(text: str, title: str, expected: str) -> None:
    assert told(text, title) == meant(expected)

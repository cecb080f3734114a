"""How many ways there are to say who belongs: sentences in many styles and what they say."""

from __future__ import annotations

import pytest

from comity.reading.extractors.memberships import extract
from tests.reading.extractors.reports import analysed


def told(text: str, title: str) -> set[tuple[str, str, str, str | None]]:
    return {(one.org, one.state, one.status, one.change) for one in extract(analysed(text, title=title or None))}


def meant(words: str) -> set[tuple[str, str, str, str | None]]:
    """ "SCO member accession BLR IRN; SCO observer MNG" as records."""
    records: set[tuple[str, str, str, str | None]] = set()
    for part in filter(None, words.split("; ")):
        org, status, *rest = part.split()
        change = rest.pop(0) if rest[0].islower() else None
        records |= {(org, state, status, change) for state in rest}
    return records


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "Set up in 2001, the SCO now has three member countries, namely China, India and Russia.",
            "",
            "SCO member CHN IND RUS",
        ),
        (
            "The SCO's full members are China, India and Russia, while Belarus, Mongolia and Afghanistan are observers.",
            "",
            "SCO member CHN IND RUS; SCO observer AFG BLR MNG",
        ),
        (
            "Observers are Belarus and Mongolia. Partners are Nepal and Sri Lanka.",
            "The SCO in brief",
            "SCO observer BLR MNG; SCO partner LKA NPL",
        ),
        (
            "At present China, Russia and India are its full members, whereas Iran and Mongolia have observer status.",
            "SCO",
            "SCO member CHN IND RUS; SCO observer IRN MNG",
        ),
        (
            "Permanent members of the SCO are the following three countries: China, India and Russia.",
            "",
            "SCO member CHN IND RUS",
        ),
        ("The South Asian bloc SAARC groups Bangladesh, Bhutan, India and Nepal.", "", "SAARC member BGD BTN IND NPL"),
        (
            "The Gulf Cooperation Council is made up of six countries - Bahrain, Kuwait, Oman, Qatar, Saudi Arabia and the United Arab Emirates.",
            "",
            "GCC member ARE BHR KWT OMN QAT SAU",
        ),
        (
            "The ten-nation bloc, which includes Laos, Thailand and Vietnam, was founded in 1967.",
            "ASEAN ministers meet",
            "ASEAN member LAO THA VNM",
        ),
        (
            "ASEAN groups Brunei, Cambodia, Indonesia, Laos, Malaysia, Myanmar, the Philippines, Singapore, Thailand and Vietnam.",
            "",
            "ASEAN member BRN IDN KHM LAO MMR MYS PHL SGP THA VNM",
        ),
        (
            "Members of the EAEU include Armenia, Belarus and Kazakhstan, with Moldova and Cuba as observers.",
            "",
            "EAEU member ARM BLR KAZ; EAEU observer CUB MDA",
        ),
        (
            "Alongside the EAEU members Armenia and Belarus, observers Cuba and Uzbekistan sent delegations.",
            "",
            "EAEU member ARM BLR; EAEU observer CUB UZB",
        ),
        (
            "The OTS brings together Azerbaijan, Kazakhstan, Kyrgyzstan, Türkiye and Uzbekistan as members and Hungary and Turkmenistan as observers.",
            "",
            "OTS member AZE KAZ KGZ TUR UZB; OTS observer HUN TKM",
        ),
        ("Member states Latvia, Estonia and Lithuania asked NATO for more air defence.", "", "NATO member EST LTU LVA"),
        ("NATO member Hungary blocked the statement.", "", "NATO member HUN"),
        ("Hungary, a member of both the EU and NATO, abstained.", "", "EU member HUN; NATO member HUN"),
        ("Fellow ECOWAS members Ghana and Togo offered to mediate.", "", "ECOWAS member GHA TGO"),
        ("As an EAEU member, Kyrgyzstan applies the common tariff.", "", "EAEU member KGZ"),
        (
            "Of the five Central Asian states, only Kazakhstan and Kyrgyzstan belong to the EAEU.",
            "",
            "EAEU member KAZ KGZ",
        ),
        ("Its members are Denmark, Estonia and Finland.", "The JEF meets", "JEF member DNK EST FIN"),
        (
            "The founding members of the EAEU, Belarus, Kazakhstan and Russia, signed the treaty in Astana.",
            "",
            "EAEU member BLR KAZ RUS",
        ),
        ("Sri Lanka and Nepal participate in the SCO as dialogue partners.", "", "SCO dialogue_partner LKA NPL"),
        ("The SCO counts Nepal and Cambodia among its dialogue partners.", "", "SCO dialogue_partner KHM NPL"),
        ("Among the SCO's dialogue partners are Nepal, Cambodia and Egypt.", "", "SCO dialogue_partner EGY KHM NPL"),
        ("Nepal and Cambodia are among the dialogue partners of the SCO.", "", "SCO dialogue_partner KHM NPL"),
        ("Mongolia enjoys the status of observer in the SCO.", "", "SCO observer MNG"),
        ("Serbia holds observer status with the CSTO.", "", "CSTO observer SRB"),
        ("The GUAM grouping consists of Georgia, Ukraine, Azerbaijan and Moldova.", "", "GUAM member AZE GEO MDA UKR"),
        (
            "BRICS, an acronym of its first members Brazil, Russia, India, China and South Africa, has grown.",
            "",
            "BRICS member BRA CHN IND RUS ZAF",
        ),
        ("Moldova is an EU candidate country.", "", "EU applicant MDA"),
        ("Representatives of Belarus, Mongolia and Iran attended the SCO meeting.", "", ""),
        ("Ministers from India, China and Russia met on the sidelines of the SCO summit.", "", ""),
        ("Turkey wants to become a full member of the SCO.", "", ""),
        ("Belarus hopes to join the SCO next year.", "", ""),
        ("If Ukraine joins NATO, the war will widen, he said.", "", ""),
        ("Russia opposes Ukraine's membership in NATO.", "", ""),
        ("Azerbaijan is not a member of the EAEU.", "", ""),
        ("Russia and the EU members held talks in Geneva.", "", ""),
        ("President Putin held talks with Prime Minister Modi of India, and China joined the talks.", "", ""),
        ("Kazakhstan became the host of the SCO summit.", "", ""),
        ("A member of the Iranian parliament told the SCO forum that Iran trades with Russia.", "", ""),
        ("The UN Security Council members met Iraq and Syria envoys.", "", ""),
        ("The exercise includes troops from Russia, Belarus and Kazakhstan.", "CSTO drill starts", ""),
        ("Russia, China and Iran joined the naval drill of the SCO.", "", ""),
        ("Observers from Turkey and Iran watched the CSTO drill.", "", ""),
        ("Japan and South Korea attended the NATO summit as partners.", "", ""),
        (
            "SCO member states: India, China, Russia. Observers: Mongolia, Afghanistan. Dialogue partners: Nepal, Egypt.",
            "",
            "SCO dialogue_partner EGY NPL; SCO member CHN IND RUS; SCO observer AFG MNG",
        ),
        (
            "The SCO in figures\nMembers:\n- India;\n- China;\n- Russia.\nObservers: Mongolia and Afghanistan",
            "",
            "SCO member CHN IND RUS; SCO observer AFG MNG",
        ),
        (
            "The SCO comprises eight member states (India, Kazakhstan, China), four observer states (Mongolia, Belarus) and six dialogue partners (Nepal, Egypt).",
            "",
            "SCO dialogue_partner EGY NPL; SCO member CHN IND KAZ; SCO observer BLR MNG",
        ),
        (
            "The members are India, China and Russia; Mongolia and Belarus are observers, and Nepal and Egypt dialogue partners.",
            "SCO ministers meet",
            "SCO dialogue_partner EGY NPL; SCO member CHN IND RUS; SCO observer BLR MNG",
        ),
        ("ECOWAS, to which Ghana, Togo and Benin belong, lifted the sanctions.", "", "ECOWAS member BEN GHA TGO"),
        ("ECOWAS, of which Ghana and Togo are members, lifted the sanctions.", "", "ECOWAS member GHA TGO"),
        ("Ghana and Togo, both members of ECOWAS, lifted the sanctions.", "", "ECOWAS member GHA TGO"),
        ("Ghana and Togo, two ECOWAS member states, lifted the sanctions.", "", "ECOWAS member GHA TGO"),
        ("Armenia is part of the EAEU.", "", "EAEU member ARM"),
        ("Croatia, the EU's youngest member, adopted the euro.", "", "EU member HRV"),
        ("Lebanon, Iraq and the other members of the Arab League voted for the text.", "", "LAS member IRQ LBN"),
        ("OPEC members such as Iraq, Kuwait and Nigeria will pump more.", "", "OPEC member IRQ KWT NGA"),
        ("OPEC's Iraq and Kuwait, as well as Russia, an ally outside the cartel, will pump more.", "", ""),
        (
            "The G7 - Canada, France, Germany, Italy, Japan, Britain and the United States - met in Hiroshima.",
            "",
            "G7 member CAN DEU FRA GBR ITA JPN USA",
        ),
        (
            "The G7 (the United States, Canada, Japan, Germany, France, Italy and the United Kingdom) met in Hiroshima.",
            "",
            "G7 member CAN DEU FRA GBR ITA JPN USA",
        ),
        ("G7 members Canada, Japan and Italy met.", "", "G7 member CAN ITA JPN"),
        ("The Quad, made up of India, Japan, Australia and the United States, met.", "", "Quad member AUS IND JPN USA"),
        (
            "Besides Kazakhstan and Kyrgyzstan, the OTS comprises Azerbaijan, Türkiye and Uzbekistan.",
            "",
            "OTS member AZE KAZ KGZ TUR UZB",
        ),
        (
            "Non-permanent members Algeria, Guyana and Slovenia voted for the UN Security Council resolution.",
            "",
            "UNSC member DZA GUY SVN",
        ),
        (
            "Pakistan was elected a non-permanent member of the UN Security Council for 2025-2026.",
            "",
            "UNSC member PAK",
        ),
        ("Newcomer Belarus attended the SCO summit as a full member for the first time.", "", "SCO member BLR"),
        ("The Taliban seized power in Afghanistan, an SCO observer.", "", "SCO observer AFG"),
        ("Turkey is a NATO member and a dialogue partner of the SCO.", "", "NATO member TUR; SCO dialogue_partner TUR"),
        (
            "Kazakhstan is a member of the SCO, the CSTO and the EAEU.",
            "",
            "CSTO member KAZ; EAEU member KAZ; SCO member KAZ",
        ),
        ("India belongs to both the SCO and BRICS.", "", "BRICS member IND; SCO member IND"),
        (
            "MERCOSUR consists of Argentina, Brazil, Paraguay and Uruguay, with Bolivia in the process of accession and Venezuela suspended.",
            "",
            "MERCOSUR member ARG BRA PRY URY",
        ),
        ("Chile, Peru and Ecuador are associate members of MERCOSUR.", "", "MERCOSUR associate CHL ECU PER"),
        ("Turkmenistan has the status of an associate member of the CIS.", "", "CIS associate TKM"),
        ("Azerbaijan and Uzbekistan, members of the OTS, signed a treaty with Kazakhstan.", "", "OTS member AZE UZB"),
        (
            "The leaders of SCO members China, Russia and India, and of observer Mongolia, met.",
            "",
            "SCO member CHN IND RUS; SCO observer MNG",
        ),
        (
            "Delegations of the member states - Armenia, Belarus and Russia - and of observer Serbia came.",
            "CSTO assembly",
            "CSTO member ARM BLR RUS; CSTO observer SRB",
        ),
        ("The meeting was attended by the ministers of Armenia, Belarus and Russia.", "CSTO ministers", ""),
        ("Russia, China and India support the initiative of the SCO.", "", ""),
        ("Uzbekistan joined the SCO summit by video link.", "", ""),
        ("India left the SCO meeting without a joint statement.", "", ""),
        ("NATO admitted that Russia had advanced.", "", ""),
        ("The EU accepted Georgia's proposal.", "", ""),
        ("Kazakhstan will host the SCO members, including China, in July.", "", "SCO member CHN"),
        ("The SCO will consider admitting Belarus next year.", "", ""),
        ("Ankara has no plans to leave NATO, Turkey's minister said.", "", ""),
        ("Iran and Belarus expect to join the SCO soon.", "", ""),
        ("The SCO launched the procedure of Belarus's accession.", "", ""),
        (
            "The SCO has nine members: China, India and Iran; three observers: Afghanistan, Belarus and Mongolia; and dialogue partners: Armenia, Azerbaijan and Nepal.",
            "",
            "SCO dialogue_partner ARM AZE NPL; SCO member CHN IND IRN; SCO observer AFG BLR MNG",
        ),
        (
            "Dialogue partner status is held by Armenia, Azerbaijan and Nepal.",
            "The SCO at a glance",
            "SCO dialogue_partner ARM AZE NPL",
        ),
        (
            "Armenia, Azerbaijan and Nepal are the SCO's dialogue partners, and Mongolia is an observer there.",
            "",
            "SCO dialogue_partner ARM AZE NPL; SCO observer MNG",
        ),
        ("Applicants include Algeria, Laos and Syria.", "SCO enlargement", "SCO applicant DZA LAO SYR"),
        ("Argentina declined the invitation to join BRICS.", "", ""),
        ("Saudi Arabia was invited to join BRICS but has yet to decide.", "", ""),
        ("Montenegro aims to become the 28th member of the EU by 2028.", "", ""),
        ("ASEAN was set up in Bangkok in 1967.\nPapua New Guinea: observer (1976).", "", "ASEAN observer PNG"),
        ("ASEAN was set up in Bangkok in 1967.\nCambodia's turn came on April 30, 1999.", "", ""),
        (
            "ASEAN was set up in Bangkok in 1967.\nSri Lanka and Turkey are partners in dialogue, as are Nepal and Cambodia.",
            "",
            "ASEAN dialogue_partner LKA TUR NPL KHM",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nThere are three observers - Mongolia, Iran and Belarus - and six dialogue partners: Nepal, Egypt and Qatar.",
            "",
            "ASEAN dialogue_partner EGY NPL QAT; ASEAN observer BLR IRN MNG",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nThree states are observers (Mongolia, Iran and Belarus), six are dialogue partners (Nepal, Egypt and Qatar).",
            "",
            "ASEAN dialogue_partner EGY NPL QAT; ASEAN observer BLR IRN MNG",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nMongolia, Iran and Belarus attend as observers; Nepal, Egypt and Qatar are dialogue partners.",
            "",
            "ASEAN dialogue_partner EGY NPL QAT; ASEAN observer BLR IRN MNG",
        ),
        (
            "ASEAN was set up in Bangkok in 1967.\nAmong the applicants are Bangladesh, Syria and Egypt.",
            "",
            "ASEAN applicant BGD EGY SYR",
        ),
    ],
)
def test_sentence_tells_who_belongs_comes_and_goes(text: str, title: str, expected: str) -> None:
    assert told(text, title) == meant(expected)

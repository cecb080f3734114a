"""What the shipped catalogue answers, on the day of a change and on the day before.

The rows are common knowledge of the field; a row that fails is a slip in organizations/*.yaml or in the algebra.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalog.loaded import load_catalog
from comity.query import Members, members

ONE_DAY = timedelta(days=1)


def _on(expression: str, day: str | date) -> Members:
    return members(expression, on=date.fromisoformat(day) if isinstance(day, str) else day)


SETS = [
    ("SCO & CSTO & CIS", "2020-11-10", "KAZ KGZ RUS TJK"),
    ("SCO & CSTO & CIS", "2024-07-03", "KAZ KGZ RUS TJK"),
    ("SCO & CSTO & CIS", "2024-07-04", "BLR KAZ KGZ RUS TJK"),
    ("SCO | CSTO | CIS", "2020-11-10", "ARM AZE BLR CHN IND KAZ KGZ MDA PAK RUS TJK UZB"),
    ("ШОС & ОДКБ", "2020-11-10", "KAZ KGZ RUS TJK"),
    ("上合组织", "2001-06-15", "CHN KAZ KGZ RUS TJK UZB"),
    ("SCO - CIS", "2020-11-10", "CHN IND PAK"),
    ("SCO:observer", "2020-11-10", "AFG BLR IRN MNG"),
    ("SCO ^ CSTO", "2020-11-10", "ARM BLR CHN IND PAK UZB"),
    ("CSTO", "2002-10-07", "ARM BLR KAZ KGZ RUS TJK"),
    ("CSTO:frozen", "2025-06-01", "ARM"),
    ("CSTO:active", "2025-06-01", "BLR KAZ KGZ RUS TJK"),
    ("EAEU", "2015-01-01", "BLR KAZ RUS"),
    ("EAEU", "2015-01-02", "ARM BLR KAZ RUS"),
    ("EAEU", "2015-08-12", "ARM BLR KAZ KGZ RUS"),
    ("CIS", "1991-12-08", "BLR RUS UKR"),
    ("Union State", "2020-11-10", "BLR RUS"),
    ("C5+1", "2020-11-10", "KAZ KGZ TJK TKM USA UZB"),
    ("C5+1 - OTS", "2024-01-01", "TJK TKM USA"),
    ("RUS-IND-CHN", "2020-11-10", "CHN IND RUS"),
    ("G7", "2013-06-17", "CAN DEU FRA GBR ITA JPN USA"),
    ("G8", "2013-06-17", "CAN DEU FRA GBR ITA JPN RUS USA"),
    ("G8 - G7", "2013-06-17", "RUS"),
    ("G20 - OECD - BRICS", "2023-01-01", "ARG IDN SAU"),
    ("BRICS", "2010-12-23", "BRA CHN IND RUS"),
    ("BRICS", "2023-12-31", "BRA CHN IND RUS ZAF"),
    ("BRICS", "2024-01-01", "ARE BRA CHN EGY ETH IND IRN RUS ZAF"),
    ("BRICS", "2025-01-06", "ARE BRA CHN EGY ETH IDN IND IRN RUS ZAF"),
    ("P5", "2020-11-10", "CHN FRA GBR RUS USA"),
    ("P5+1 - P5", "2015-07-14", "DEU"),
    ("UNSC - P5", "2020-12-31", "BEL DEU DOM EST IDN NER TUN VCT VNM ZAF"),
    ("UNSC - P5", "2021-01-01", "EST IND IRL KEN MEX NER NOR TUN VCT VNM"),
    ("UNSC - P5", "2024-12-31", "CHE DZA ECU GUY JPN KOR MLT MOZ SLE SVN"),
    ("UNSC - P5", "2025-01-01", "DNK DZA GRC GUY KOR PAK PAN SLE SOM SVN"),
    ("ASEAN", "1967-08-08", "IDN MYS PHL SGP THA"),
    ("ASEAN", "2025-10-25", "BRN IDN KHM LAO MMR MYS PHL SGP THA VNM"),
    ("ASEAN", "2025-10-26", "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM"),
    ("LAS - OIC", "2020-11-10", ""),
    ("LAS:suspended", "2012-06-01", "SYR"),
    ("ECOWAS", "2025-01-29", "BEN CIV CPV GHA GIN GMB GNB LBR NGA SEN SLE TGO"),
    ("AES & WAEMU", "2025-01-29", "BFA MLI NER"),
    ("OPEC", "1960-09-14", "IRN IRQ KWT SAU VEN"),
    ("OPEC", "2018-12-31", "AGO ARE COG DZA ECU GAB GNQ IRN IRQ KWT LBY NGA QAT SAU VEN"),
    ("OPEC", "2024-01-01", "ARE COG DZA GAB GNQ IRN IRQ KWT LBY NGA SAU VEN"),
    ("OPEC+ - OPEC", "2020-11-10", "AZE BHR BRN KAZ MEX MYS OMN RUS SDN SSD"),
    ("D-8", "2020-11-10", "BGD EGY IDN IRN MYS NGA PAK TUR"),
    ("Quad | AUKUS", "2022-01-01", "AUS GBR IND JPN USA"),
    ("Warsaw Pact", "1968-09-12", "ALB BGR CSK DDR HUN POL ROU SUN"),
    ("Warsaw Pact", "1968-09-13", "BGR CSK DDR HUN POL ROU SUN"),
    ("Warsaw Pact", "1991-07-01", ""),
    ("GUAM", "1999-04-24", "AZE GEO MDA UKR UZB"),
    ("EFTA", "1960-05-03", "AUT CHE DNK GBR NOR PRT SWE"),
    ("CPTPP", "2024-12-15", "AUS BRN CAN CHL GBR JPN MEX MYS NZL PER SGP VNM"),
    ("Shanghai Five", "1996-04-26", "CHN KAZ KGZ RUS TJK"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "day", "codes"), SETS)
def test_these_and_no_others_are_in(expression: str, day: str, codes: str) -> None:
    assert " ".join(_on(expression, day).codes) == codes


COUNTS = [
    ("SCO", "2017-06-08", 6), ("SCO", "2017-06-09", 8), ("SCO", "2020-11-10", 8), ("SCO", "2024-07-04", 10),
    ("CSTO", "2020-11-10", 6), ("CIS", "2020-11-10", 9),
    ("UN", "1955-12-13", 59), ("UN", "1990-10-02", 160), ("UN", "1990-10-03", 159), ("UN", "2002-09-09", 189),
    ("UN", "2002-09-10", 190), ("UN", "2011-07-13", 192), ("UN", "2011-07-14", 193), ("UN", "2024-01-01", 193),
    ("NATO", "1952-02-17", 12), ("NATO", "1952-02-18", 14), ("NATO", "1982-05-29", 15), ("NATO", "1982-05-30", 16),
    ("NATO", "1999-03-11", 16), ("NATO", "1999-03-12", 19), ("NATO", "2004-03-28", 19), ("NATO", "2004-03-29", 26),
    ("NATO", "2009-03-31", 26), ("NATO", "2009-04-01", 28), ("NATO", "2017-06-05", 29), ("NATO", "2020-03-27", 30),
    ("NATO", "2023-04-03", 30), ("NATO", "2023-04-04", 31), ("NATO", "2024-03-06", 31), ("NATO", "2024-03-07", 32),
    ("EU", "1994-12-31", 12), ("EU", "1995-01-01", 15), ("EU", "2004-04-30", 15), ("EU", "2004-05-01", 25),
    ("EU", "2006-12-31", 25), ("EU", "2007-01-01", 27), ("EU", "2013-06-30", 27), ("EU", "2013-07-01", 28),
    ("EU", "2020-01-31", 28), ("EU", "2020-02-01", 27),
    ("LAS", "2020-11-10", 22), ("OIC", "2020-11-10", 57), ("AU", "2017-01-29", 54), ("AU", "2017-01-31", 55),
    ("ECOWAS", "2020-11-10", 15), ("EAC", "2024-03-03", 7), ("EAC", "2024-03-04", 8), ("SADC", "2020-11-10", 16),
    ("CoE", "2022-03-15", 47), ("CoE", "2022-03-16", 46), ("OSCE", "2012-11-20", 56), ("OSCE", "2012-11-21", 57),
    ("WTO", "2001-12-10", 141), ("WTO", "2001-12-11", 142), ("WTO", "2016-07-29", 163), ("OECD", "2021-05-24", 37),
    ("OECD", "2021-05-25", 38), ("IMF", "2024-10-20", 190), ("IMF", "2024-10-21", 191), ("OPCW", "2024-01-01", 193),
    ("ICC", "2017-10-26", 124), ("ICC", "2017-10-27", 123), ("ICC", "2025-01-01", 125), ("Interpol", "2023-11-27", 195),
    ("Interpol", "2023-11-28", 196), ("NAM", "2020-11-10", 120), ("Commonwealth", "2022-06-24", 54),
    ("Commonwealth", "2022-06-25", 56), ("APEC", "2020-11-10", 21), ("CELAC", "2024-01-01", 33), ("GCC", "2020-11-10", 6),
    ("EPC", "2022-10-06", 44), ("EEA", "2024-01-01", 30), ("CARICOM", "2020-11-10", 15), ("PIF", "2020-11-10", 18),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "day", "count"), COUNTS)
def test_so_many_states_are_in(expression: str, day: str, count: int) -> None:
    assert len(_on(expression, day)) == count


CAME = [
    ("SCO", "IRN", "2023-07-04"), ("SCO", "BLR", "2024-07-04"), ("CIS:former", "GEO", "2009-08-18"),
    ("UN", "CHE", "2002-09-10"), ("UN", "SSD", "2011-07-14"), ("NATO", "FIN", "2023-04-04"), ("NATO", "SWE", "2024-03-07"),
    ("EU", "HRV", "2013-07-01"), ("EU:former", "GBR", "2020-02-01"), ("ASEAN", "TLS", "2025-10-26"),
    ("EAC", "SOM", "2024-03-04"), ("OPEC", "GNQ", "2017-05-25"), ("SAARC", "AFG", "2007-04-03"),
    ("CPTPP", "GBR", "2024-12-15"), ("WTO", "RUS", "2012-08-22"), ("OECD", "CRI", "2021-05-25"),
    ("ICC", "UKR", "2025-01-01"), ("EAEU:observer", "IRN", "2024-12-26"), ("BRICS:partner", "VNM", "2025-06-13"),
    ("NDB", "DZA", "2025-05-19"), ("AES", "MLI", "2023-09-16"), ("CSTO:frozen", "ARM", "2024-02-22"),
]  # fmt: skip
WENT = [
    ("CIS", "GEO", "2009-08-18"), ("EU", "GBR", "2020-02-01"), ("CoE", "RUS", "2022-03-16"), ("OPEC", "QAT", "2019-01-01"),
    ("OPEC", "ECU", "2020-01-01"), ("OPEC", "AGO", "2024-01-01"), ("OAS", "NIC", "2023-11-19"),
    ("ICC", "PHL", "2019-03-17"), ("IGAD", "ERI", "2025-12-12"), ("CBSS", "RUS", "2022-05-17"),
    ("Commonwealth", "GMB", "2013-10-03"), ("CAN", "VEN", "2006-04-22"), ("Warsaw Pact", "ALB", "1968-09-13"),
    ("LAS:suspended", "SYR", "2023-05-07"), ("UN", "SUN", "1991-12-24"), ("UN", "DDR", "1990-10-03"),
    ("EFTA", "AUT", "1995-01-01"), ("OECD - EU", "GRC", "1981-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "state", "day"), CAME)
def test_a_state_comes_in_on_the_day_and_not_before(expression: str, state: str, day: str) -> None:
    first = date.fromisoformat(day)
    assert state not in _on(expression, first - ONE_DAY)
    assert state in _on(expression, first)


@pytest.mark.parametrize(("expression", "state", "day"), WENT)
def test_a_state_is_in_on_the_last_day_and_out_on_the_next(expression: str, state: str, day: str) -> None:
    next_day = date.fromisoformat(day)
    assert state in _on(expression, next_day - ONE_DAY)
    after = _on(expression, next_day)
    assert state not in after
    assert state not in after.possible


CONTESTED = [
    ("CSTO", "2007-01-01", "UZB"),
    ("CIS", "2020-11-10", "TKM UKR"),
    ("BRICS", "2024-06-01", "SAU"),
    ("UN", "1960-01-01", "CHN TWN"),
    ("UNSC", "1960-01-01", "CHN TWN"),
    ("ECOWAS", "2024-06-01", "BFA MLI NER"),
    ("UN", "1995-01-01", "YUG"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "day", "codes"), CONTESTED)
def test_whom_sources_disagree_on_is_possible(expression: str, day: str, codes: str) -> None:
    assert " ".join(sorted(_on(expression, day).possible)) == codes


@pytest.mark.parametrize(
    ("expression", "day", "organizations"),
    [("G20", "2023-09-08", "EU"), ("G20", "2023-09-09", "AU EU"), ("CBSS", "2020-11-10", "EU"), ("SCO", "2020-11-10", "")],
)  # fmt: skip
def test_organizations_are_counted_apart(expression: str, day: str, organizations: str) -> None:
    assert " ".join(_on(expression, day).organizations) == organizations


@pytest.mark.parametrize("year", range(1966, 2027))
def test_the_council_has_fifteen_seats_in_every_year(year: int) -> None:
    found = _on("UNSC", date(year, 7, 1))
    # China's seat is one, whichever of two states is read into it.
    assert len(found) + bool(found.possible) == 15


@pytest.mark.parametrize(
    ("part", "whole", "day"),
    [
        ("P5", "UNSC", "2020-11-10"), ("UNSC", "UN", "2020-11-10"), ("GCC", "LAS", "2020-11-10"),
        ("EAEU", "CIS", "2020-11-10"), ("ASEAN", "EAS", "2020-11-10"), ("EU", "EEA", "2020-11-10"),
        ("OPEC", "OPEC+", "2020-11-10"), ("WAEMU", "ECOWAS", "2020-11-10"), ("G7", "G20", "2020-11-10"),
        ("V4", "EU & NATO", "2020-11-10"), ("E3", "P5+1", "2015-07-14"), ("Benelux", "EU", "2020-11-10"),
        ("CEMAC", "ECCAS", "2020-11-10"), ("OECS", "OAS | CARICOM", "2020-11-10"), ("AES", "AU", "2025-01-29"),
    ],
)  # fmt: skip
def test_one_is_part_of_the_other(part: str, whole: str, day: str) -> None:
    assert _on(f"({part}) - ({whole})", day).certain == frozenset()


@given(st.sampled_from(sorted(load_catalog().organizations)), st.dates(date(1945, 1, 1), date(2026, 12, 31)))
def test_every_organization_answers_on_every_day(org: str, on: date) -> None:
    found = members(f'"{org}":any', on=on)
    assert not found.certain & found.possible
    assert found.certain | found.possible == set(found.because)
    assert members(org, on=on).certain <= found.certain | found.possible

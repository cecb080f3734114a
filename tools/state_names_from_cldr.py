"""Check the first name of every state in `state_names/LANG.yaml` against Unicode CLDR, as Babel ships it.

python tools/state_names_from_cldr.py              report differences that are not listed below; exit 1 if any
python tools/state_names_from_cldr.py --print ru   print the CLDR base names of one language, ready for a new file
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from pathlib import Path

import yaml
from babel import Locale
from babel.core import get_cldr_version

CATALOG = Path(__file__).parent.parent / "src" / "comity" / "catalog"
LOCALES = {"en": "en", "ru": "ru", "zh": "zh_Hans"}

# Why each differs: a capital beside the name (Congo), a region's name (Micronesia), two names in one (Myanmar),
# an abbreviation or a parenthesis where the press writes a name (ОАЭ, САР), an observer state of the UN (Palestine).
DELIBERATE = {
    "en": {
        "COD": "Democratic Republic of the Congo",
        "COG": "Republic of the Congo",
        "FSM": "Federated States of Micronesia",
        "HKG": "Hong Kong",
        "MAC": "Macao",
        "MMR": "Myanmar",
        "PSE": "Palestine",
        "UMI": "United States Minor Outlying Islands",
    },
    "ru": {
        "ARE": "Объединенные Арабские Эмираты",
        "BHS": "Багамские Острова",
        "COD": "Демократическая Республика Конго",
        "COG": "Республика Конго",
        "COM": "Коморские Острова",
        "CYM": "Каймановы острова",
        "HKG": "Гонконг",
        "MAC": "Макао",
        "MMR": "Мьянма",
        "PCN": "Питкэрн",
        "PSE": "Палестина",
        "SHN": "Остров Святой Елены",
        "UMI": "Внешние малые острова США",
        "VGB": "Британские Виргинские острова",
        "VIR": "Виргинские острова США",
        "ZAF": "ЮАР",
    },
    "zh": {"HKG": "香港", "MAC": "澳门", "PSE": "巴勒斯坦"},
}


def written_out(name: str) -> str:
    """The name as the catalogue writes it: "St. Kitts & Nevis" is "Saint Kitts and Nevis"."""
    name = name.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ").replace("ё", "е")
    return re.sub(r"\bо-в(а?)\b", r"остров\1", name)


def alpha2_codes() -> dict[str, str]:
    """Alpha-2 codes by alpha-3, of every state that ISO 3166-1 lists and of Kosovo."""
    with (CATALOG / "states.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"]: row["alpha2"] for row in csv.DictReader(rows) if row["kind"] != "former"}


def cldr_names(language: str) -> dict[str, str]:
    """CLDR's territory names by alpha-3, written out as the catalogue writes them."""
    territories = Locale.parse(LOCALES[language]).territories
    return {code: written_out(territories[alpha2]) for code, alpha2 in alpha2_codes().items() if alpha2 in territories}


def catalogue_names(language: str) -> dict[str, str]:
    """The preferred name of every state in the catalogue."""
    text = (CATALOG / "state_names" / f"{language}.yaml").read_text(encoding="utf-8")
    return {code: entry["names"][0] for code, entry in yaml.safe_load(text).items()}


def differences(language: str) -> list[str]:
    """One line for each preferred name that neither CLDR nor the list above explains."""
    ours = catalogue_names(language)
    expected = cldr_names(language) | DELIBERATE[language]
    found = []
    for code, name in sorted(expected.items()):
        if written_out(ours.get(code, "")).casefold() != written_out(name).casefold():
            found.append(f"{language} {code}: catalogue has {ours.get(code)!r}, expected {name!r}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--print", dest="language", choices=sorted(LOCALES), help="print the base names of one language"
    )
    language = parser.parse_args().language
    if language:
        for code, name in sorted((cldr_names(language) | DELIBERATE[language]).items()):
            print(f"{code}: {name}")
        return 0
    found = [line for known in LOCALES for line in differences(known)]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"CLDR {get_cldr_version()}: {len(found)} differences in {len(LOCALES)} languages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

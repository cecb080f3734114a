"""Names that people write, and names that must not resolve."""

from __future__ import annotations

import pytest

from comity.catalog.loaded import load_catalog, load_names

RESOLVED = """
Kyrgyz Republic = KGZ | Kirghizia = KGZ | Киргизия = KGZ | Кыргызстан = KGZ | Киргизии = KGZ | 吉尔吉斯斯坦 = KGZ
Republic of Korea = KOR | South Korea = KOR | ROK = KOR | Korea, Republic of = KOR | Южная Корея = KOR | Республика Корея = KOR | 韩国 = KOR | 大韩民国 = KOR
DPRK = PRK | North Korea = PRK | Democratic People's Republic of Korea = PRK | Democratic People’s Republic of Korea = PRK | КНДР = PRK | 朝鲜 = PRK
Republic of the Congo = COG | Congo-Brazzaville = COG | Congo, Rep. = COG | 刚果（布） = COG | 刚果(布) = COG | 刚果共和国 = COG
DR Congo = COD | DRC = COD | Congo-Kinshasa = COD | Congo, Dem. Rep. = COD | Democratic Republic of the Congo = COD | ДР Конго = COD | 刚果（金） = COD | 民主刚果 = COD | Zaire = COD
Guinea = GIN | Guinea-Bissau = GNB | Equatorial Guinea = GNQ | Papua New Guinea = PNG | Guinean = GIN | Экваториальная Гвинея = GNQ
Niger = NER | Nigeria = NGA | Nigerien = NER | Nigerian = NGA | 尼日尔 = NER | 尼日利亚 = NGA
Dominica = DMA | Dominican Republic = DOM | 多米尼克 = DMA | 多米尼加 = DOM
Georgia = GEO | Грузия = GEO | 格鲁吉亚 = GEO | Jordan = JOR | Chad = TCD | Turkey = TUR | Türkiye = TUR | turkiye = TUR | Турция = TUR | 土耳其 = TUR
Burma = MMR | Myanmar = MMR | Мьянма = MMR | Бирма = MMR | 缅甸 = MMR | Cabo Verde = CPV | Cape Verde = CPV | Eswatini = SWZ | Swaziland = SWZ
Côte d'Ivoire = CIV | Cote d’Ivoire = CIV | Cote dIvoire = CIV | Ivory Coast = CIV | Кот-д'Ивуар = CIV | 科特迪瓦 = CIV
Timor-Leste = TLS | East Timor = TLS | Czechia = CZE | Czech Republic = CZE | Holland = NLD | the Netherlands = NLD | The Gambia = GMB | Bahamas = BHS
North Macedonia = MKD | Северная Македония = MKD | FYROM = MKD | The former Yugoslav Republic of Macedonia = MKD
Holy See = VAT | Vatican = VAT | Ватикан = VAT | Micronesia, Fed. Sts. = FSM | Federated States of Micronesia = FSM | Lao PDR = LAO | Viet Nam = VNM
Iran (Islamic Republic of) = IRN | Bolivia (Plurinational State of) = BOL | Venezuela, RB = VEN | Egypt, Arab Rep. = EGY | Yemen, Rep. = YEM | Syrian Arab Republic = SYR
St. Lucia = LCA | Saint Lucia = LCA | Saint Kitts & Nevis = KNA | St. Kitts and Nevis = KNA | Sao Tome and Principe = STP | Bosnia = BIH | Bosnia & Herzegovina = BIH | 波黑 = BIH
US = USA | U.S. = USA | USA = USA | America = USA | США = USA | 美国 = USA | UK = GBR | Britain = GBR | United Kingdom = GBR | Великобритания = GBR | 英国 = GBR
UAE = ARE | Emirati = ARE | ОАЭ = ARE | 阿联酋 = ARE | Saudi Arabia = SAU | 沙特 = SAU | PRC = CHN | КНР = CHN | 中国 = CHN | 中华人民共和国 = CHN | Taiwan = TWN | 台湾 = TWN
Russian Federation = RUS | Россия = RUS | РФ = RUS | 俄罗斯 = RUS | российский = RUS | Белоруссия = BLR | Беларусь = BLR | Belarus = BLR | Byelorussia = BLR | 白俄罗斯 = BLR
Moldova = MDA | Moldavia = MDA | Молдавия = MDA | Turkmenistan = TKM | Turkmenia = TKM | Туркмения = TKM | Казахстан = KAZ | Kazakh = KAZ | 哈萨克斯坦 = KAZ | Tajik = TJK
USSR = SUN | Soviet Union = SUN | СССР = SUN | 苏联 = SUN | Yugoslavia = YUG | Czechoslovakia = CSK | East Germany = DDR | GDR = DDR | South Yemen = YMD | Ceylon = LKA | Upper Volta = BFA
马里 = MLI | 印度 = IND | 印度尼西亚 = IDN | 苏丹 = SDN | 南苏丹 = SSD | 几内亚 = GIN | 赤道几内亚 = GNQ | Kosovo = XKX | Palestine = PSE | State of Palestine = PSE
SCO = SCO | ШОС = SCO | 上合组织 = SCO | 上海合作组织 = SCO | Shanghai Cooperation Organization = SCO | Shanghai Cooperation Organisation = SCO | the Shanghai Cooperation Organisation = SCO | Shanghai Five = Shanghai Five
CSTO = CSTO | ОДКБ = CSTO | 集安组织 = CSTO | Организация Договора о коллективной безопасности = CSTO | CIS = CIS | СНГ = CIS | 独联体 = CIS | Commonwealth of Independent States = CIS
EAEU = EAEU | ЕАЭС = EAEU | Eurasian Economic Union = EAEU | Union State = Union State | Союзное государство = Union State | NATO = NATO | nato = NATO | НАТО = NATO | 北约 = NATO
EU = EU | European Union = EU | Евросоюз = EU | 欧盟 = EU | ASEAN = ASEAN | АСЕАН = ASEAN | 东盟 = ASEAN | Arab League = LAS | Лига арабских государств = LAS | 阿盟 = LAS | AU = AU | African Union = AU | 非盟 = AU
G20 = G20 | g20 = G20 | 二十国集团 = G20 | G7 = G7 | Brics = BRICS | BRICS = BRICS | БРИКС = BRICS | 金砖国家 = BRICS | Turkic Council = OTS | OTS = OTS | CSTO Collective Security Council = CSTO/heads-of-state
""".replace("\n", "|")

UNKNOWN = (
    "Korea", "Congo", "Конго", "刚果", "Dominican", "Congolese", "Korean", "马里兰", "Georgia, USA", "Atlanta, Georgia", "New Mexico", "Jordan River",
    "Michael Jordan", "Indiana", "us", "who", "Narnia", "Atlantis", "South China Sea", "印度洋", "西班牙港", "Guinea pig", "New Jersey", "", " ", "12", "the",
    "Republic", "Union", "Organization", "新几内亚", "Новая Гвинея", "Shanghai", "Cooperation",
)  # fmt: skip


def _cases() -> list[tuple[str, str]]:
    pairs = (case.split(" = ") for case in RESOLVED.split("|") if case.strip())
    return [(name.strip(), code.strip()) for name, code in pairs]


@pytest.mark.parametrize(("name", "code"), _cases())
def test_name_resolves(name: str, code: str) -> None:
    found = load_names().resolve(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", UNKNOWN)
def test_name_stands_for_nothing(name: str) -> None:
    assert load_names().resolve(name) is None


def test_every_states_first_name_is_its_own() -> None:
    names = load_names()
    for state in load_catalog().states.values():
        if state.end is None:
            found = names.resolve(state.name())
            assert found is not None, state.code
            assert found.code == state.code


def test_near_offers_codes_for_a_slip() -> None:
    assert "KAZ" in load_names().near("Kazahkstan")

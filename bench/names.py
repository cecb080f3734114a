"""Names resolved a second, and how long the table takes to load. usage: python bench/names.py"""

from __future__ import annotations

import time

from baseline import baseline_rate

from comity.catalog.loaded import load_names

SAMPLE = (
    "Kyrgyz Republic", "ШОС", "俄罗斯", "Republic of Korea", "DPRK", "Congo-Brazzaville", "Korea, Republic of", "Côte d’Ivoire",
    "Shanghai Cooperation Organisation", "Организация Договора о коллективной безопасности", "东盟", "nowhere at all", "Georgia, USA",
)  # fmt: skip


def main() -> None:
    start = time.perf_counter()
    names = load_names()
    loaded = time.perf_counter() - start
    # Different spaces make every text new to the cache, as running text would.
    texts = [name + " " * (number % 50) for number in range(500) for name in SAMPLE]
    start = time.perf_counter()
    for text in texts:
        names.resolve(text)
    rate = len(texts) / (time.perf_counter() - start)
    base = baseline_rate(texts)
    print(f"table of {len(names):,} names loaded in {loaded:.2f} s")
    print(f"baseline   {base:12,.0f} texts/s")
    print(f"resolve    {rate:12,.0f} names/s   ratio {rate / base:.3f}")


if __name__ == "__main__":
    main()

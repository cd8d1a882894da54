#!/usr/bin/env python3
"""Write the invented data of models/storefront.yaml: traffic, pages and one roster.

    python3 data/make_storefront.py [FOLDER]

Same bytes every time: the seed is fixed and only the standard library is used.
"""

import csv
import math
import random
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

FIRST_DAY = date(2024, 1, 1)
LAST_DAY = date(2026, 12, 31)
OUTAGE = (date(2025, 5, 13), date(2025, 5, 16))  # the counters were down: cells stay empty

# driver: daily level at the start, growth per year, weekday factors from Monday,
# strength of the yearly season, factor on the campaign's best day, noise
DRIVERS = {
    "orders": (6_200, 0.24, (1.02, 0.97, 0.95, 0.97, 1.00, 1.03, 1.06), 0.07, 1.9, 0.045),
    "page_views": (410_000, 0.17, (1.01, 0.98, 0.96, 0.96, 0.97, 1.04, 1.08), 0.05, 1.5, 0.035),
    "messages": (1_450, 0.14, (1.22, 1.14, 1.09, 1.06, 1.02, 0.78, 0.69), 0.04, 1.3, 0.060),
}

# service: pages per month; the order is that of the model
PAGE_RATES = {
    "cart": 2.2, "checkout-api": 3.1, "pricing": 1.4, "promotions": 1.6, "order-history": 0.4,
    "product-catalogue": 1.9, "search-api": 2.6, "search-index": 3.0, "recommendations": 1.2,
    "media": 0.5, "payment-gateway": 3.4, "card-vault": 0.9, "fraud-check": 2.0, "refunds": 0.8,
    "invoicing": 1.1, "order-router": 2.4, "inventory": 2.8, "warehouse-bridge": 4.6,
    "shipping-labels": 1.7, "returns": 0.5, "accounts": 1.8, "notifications": 2.1,
    "support-inbox": 1.0, "consent": 0.3, "loyalty": 0.6, "api-edge": 2.3, "service-runtime": 2.9,
    "identity": 1.5, "secrets": 0.4, "build-farm": 1.6, "monitoring": 1.9, "logging": 1.5,
    "feature-flags": 0.5, "incident-bot": 0.3, "event-stream": 2.2, "data-warehouse": 1.8,
    "dashboards": 0.5, "gift-cards": 0.7, "store-locator": 0.6,
}  # fmt: skip
BURST_SHAPE = 0.6  # gamma shape of a service's week; the smaller, the burstier

# sites of the reliability team, with level, year and month of joining, and whether on call
ROSTER = [
    ("berlin", "staff", "2019-04-01", "yes"),
    ("berlin", "senior", "2021-09-01", "yes"),
    ("berlin", "mid", "2023-02-01", "yes"),
    ("berlin", "junior", "2026-06-01", "no"),
    ("new-york", "senior", "2022-01-10", "yes"),
    ("new-york", "mid", "2024-05-06", "yes"),
    ("new-york", "mid", "2025-08-04", "yes"),
    ("singapore", "senior", "2022-11-01", "yes"),
    ("singapore", "mid", "2024-10-01", "yes"),
]


def poisson(rng, mean):
    """Knuth's product of uniforms; the means here are below ten."""
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count


def black_friday(year):
    """The day after the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 22)


def campaign(day, best):
    """Factor of the November campaign: builds up for a week, ends on Monday."""
    distance = (day - black_friday(day.year)).days
    if distance == 0:
        return best
    if 1 <= distance <= 3:
        return 1 + (best - 1) * (0.55, 0.5, 0.75)[distance - 1]
    if -7 <= distance < 0:
        return 1 + (best - 1) * 0.25
    return 1.0


def december(day, best):
    """Shopping up to the last delivery day, quiet holidays, a small return in the last days."""
    if day.month != 12:
        return 1.0
    if day.day <= 20:
        return 1 + 0.3 * (best - 1)
    return 0.72 if 24 <= day.day <= 26 else 0.92


def traffic(rng):
    walk = {name: 0.0 for name in DRIVERS}
    for offset in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=offset)
        season = math.cos(2 * math.pi * (day.timetuple().tm_yday - 345) / 365.25)
        shared = rng.gauss(0, 1)
        row = [day.isoformat()]
        for name, (level, growth, week, yearly, best, noise) in DRIVERS.items():
            walk[name] = 0.985 * walk[name] + rng.gauss(0, 0.006)
            value = level * (1 + growth) ** (offset / 365.25) * week[day.weekday()]
            value *= (1 + yearly * season) * campaign(day, best) * december(day, best)
            value *= math.exp(walk[name] + noise * (0.6 * shared + 0.8 * rng.gauss(0, 1)))
            row.append("" if OUTAGE[0] <= day <= OUTAGE[1] else round(value))
        yield row


def incidents(rng):
    rows = []
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    for service, rate in PAGE_RATES.items():
        for week in range(52):
            burst = rng.gammavariate(BURST_SHAPE, 1 / BURST_SHAPE)
            for _ in range(poisson(rng, rate * 12 / 52 * burst)):
                minute = rng.randrange(7 * 24 * 60)
                hour = minute // 60 % 24
                if not 6 <= hour <= 21 and rng.random() < 0.35:
                    minute += 9 * 60  # most changes ship by day, and so do most pages
                rows.append((start + timedelta(weeks=week, minutes=minute), service))
    for time, service in sorted(rows):
        yield service, time.strftime("%Y-%m-%dT%H:%M:%SZ")


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    write(folder / "storefront-daily.csv", ["date", *DRIVERS], traffic(random.Random(20240101)))
    write(folder / "storefront-incidents.csv", ["service", "time"], incidents(random.Random(7)))
    roster = [("reliability", level, start, site, ready) for site, level, start, ready in ROSTER]
    write(folder / "storefront-roster.csv", ["team", "level", "start", "site", "on-call"], roster)


if __name__ == "__main__":
    main()

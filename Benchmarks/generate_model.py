#!/usr/bin/env python3
"""Write a large, valid model file to standard output, to measure how cadre scales.

    Benchmarks/generate_model.py TEAMS SERVICES > model.yaml

The same numbers give the same bytes. Services are dealt out to the teams in turn.
"""

import random
import sys

TIERS = (1, 2, 2, 2, 3, 3, 4)
WORKLOADS = ("read-heavy", "write-heavy", "transactional", "real-time", "batch")
ARCHITECTURES = ("modular", "microservices", "microservices", "event-driven", "managed")
KINDS = ("service",) * 7 + ("platform", "reliability", "data")
DRIVERS = ("orders", "page-views", "messages")
# One service of each tier: upkeep, toil after automation, and pages, in hours a month.
KEEP_RUNNING = {1: 48, 2: 30, 3: 17, 4: 9}
HOURS_PER_PERSON = 105

HEAD = """\
# {teams} teams and {services} services, generated for measurements; nothing in it is real.
cadre: 1
name: Generated, {teams} teams, {services} services
start: 2027-01
horizon: 24 months

drivers:
  orders: {{growth: {{low: 12 %, likely: 25 %, high: 45 %}}}}
  page-views: {{growth: {{low: 8 %, likely: 18 %, high: 35 %}}}}
  messages: {{growth: 10 %}}

events:
  november:
    {{kind: campaign, drivers: [orders], month: 2027-11, days: 5, mean: 1.5, peak: 3, yearly: true}}
"""

TAIL = """\

hiring:
  acceptance: 78 %

partners:
  nearby: {kind: nearshore, rate: 62 EUR per hour, seats: 40, pager: true}
  distant: {kind: offshore, rate: 38 EUR per hour, seats: 60}

scenarios:
  aggressive:
    drivers: {orders: {growth: 60 %}}
  downturn:
    drivers: {orders: {growth: -15 %}}
"""


def arguments():
    try:
        teams, services = (int(argument) for argument in sys.argv[1:])
    except ValueError:
        sys.exit("usage: generate_model.py TEAMS SERVICES > model.yaml")
    if teams < 1 or services < 1:
        sys.exit("generate_model.py: at least one team and one service")
    return teams, services


def team(rng, index, tiers):
    """A team of six to nine whose roadmap fills what its services leave."""
    mid, senior, junior = rng.randint(3, 4), rng.randint(2, 3), rng.randint(1, 2)
    capacity = HOURS_PER_PERSON * (mid + 1.3 * senior + 0.6 * junior)
    kept_running = sum(KEEP_RUNNING[tier] for tier in tiers)
    roadmap = max(0, round(0.98 * capacity - kept_running))
    return (
        f"  team-{index}:\n"
        f"    kind: {KINDS[index % len(KINDS)]}\n"
        f"    people: {{junior: {junior}, mid: {mid}, senior: {senior}}}\n"
        f"    rota: {{layers: {2 if mid + senior >= 7 else 1}}}\n"
        f"    roadmap: {roadmap} hours per month\n"
    )


def service(rng, index, owner, tier):
    first, second = rng.sample(DRIVERS, 2)
    share = rng.randint(5, 9) / 10
    return (
        f"  service-{index}:\n"
        f"    owner: team-{owner}\n"
        f"    tier: {tier}\n"
        f"    traffic: {{{first}: {share}, {second}: {round(1 - share, 1)}}}\n"
        f"    workload: {rng.choice(WORKLOADS)}\n"
        f"    architecture: {rng.choice(ARCHITECTURES)}\n"
        f"    headroom: {round(rng.uniform(1.3, 3), 1)}\n"
        f"    automation: {rng.randrange(10, 61, 10)} %\n"
    )


def main():
    teams, services = arguments()
    rng = random.Random(teams * 1_000_003 + services)
    tiers = [rng.choice(TIERS) for _ in range(services)]
    out = sys.stdout
    out.write(HEAD.format(teams=teams, services=services))
    out.write("\nteams:\n")
    for index in range(teams):
        out.write(team(rng, index, tiers[index::teams]))
    out.write("\nservices:\n")
    for index, tier in enumerate(tiers):
        out.write(service(rng, index, index % teams, tier))
    out.write(TAIL)


if __name__ == "__main__":
    main()

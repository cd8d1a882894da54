#!/usr/bin/env python3
"""Write the model of the comparison: equal.yaml for cadre, equal.json for its two twins.

    make_model.py [FOLDER]

Every number is exact, so that only pages, hiring, leaving and burnout are left to chance. The JSON
holds what cadre works out once for all futures (see Sources/Simulation: Rules, LevelModel,
ServiceModel, TeamModel, ScalingSchedules), as flat lists of numbers.
"""

import json
import math
import random
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
ASSUMPTIONS = HERE.parent.parent / "models" / "assumptions.yaml"
MONTHS = 24
GROWTH = 25  # per cent a year
LEVELS = ("junior", "mid", "senior", "staff")
# Salary in EUR, productivity, ramp in months, lead in days, leaving in per cent a year.
LEVEL_NUMBERS = {
    "junior": (58000, 0.7, 8, 75, 14),
    "mid": (75000, 1, 6, 90, 12),
    "senior": (97000, 1.3, 4.5, 105, 12),
    "staff": (121000, 1.5, 6, 135, 8),
}
# Junior, mid, senior, staff; people on call at once; services; share of free hours on the roadmap.
TEAMS = {
    "checkout": ((2, 3, 2, 1), 2, 6, 0.94),
    "discovery": ((2, 4, 2, 0), 1, 5, 0.9),
    "payments": ((1, 4, 2, 1), 2, 5, 0.97),
    "fulfilment": ((2, 3, 2, 0), 1, 5, 1.05),
    "customer": ((2, 4, 1, 1), 1, 5, 0.95),
    "platform": ((1, 4, 3, 1), 2, 6, 0.92),
    "reliability": ((1, 4, 3, 1), 1, 5, 0.98),
    "data": ((1, 4, 2, 0), 1, 5, 1),
}
WORKLOADS = ("read-heavy", "write-heavy", "transactional", "real-time", "batch")
ARCHITECTURES = ("monolith", "modular", "microservices", "event-driven", "serverless", "managed")
DOCUMENTS = ("decisions", "contracts", "schema", "postmortems", "benchmarks", "playbooks")
REGIMES = ("gdpr", "pci")
HIRING = {"acceptance": 78, "early-exit": 10, "interview-hours": 40, "cost-per-hire": 9000}
POLICY = {"coverage": 90, "senior-coverage": 85, "on-call-share": 30, "burnout": 45}
GRACE = 3
MINIMUM_SENIORS = 1


def likely_assumptions():
    """The likely value of every assumption, and which of them have a range."""
    rows = yaml.safe_load(ASSUMPTIONS.read_text())
    rows = {name: row["value"] for name, row in rows.items() if "." in name}
    values, ranges = {}, []
    for name, value in rows.items():
        if isinstance(value, dict):
            values[name] = float(value["likely"])
            ranges += [name] if value["low"] != value["high"] else []
        else:
            values[name] = float(value)
    return values, ranges


def draw_services(rng):
    services = []
    for team, (_, _, count, _) in TEAMS.items():
        for number in range(1, count + 1):
            tier = rng.choice((1, 1, 2, 2, 2, 3))
            services.append({
                "id": f"{team}-{number}",
                "owner": team,
                "tier": tier,
                "workload": rng.choice(WORKLOADS),
                "architecture": rng.choice(ARCHITECTURES),
                "headroom": rng.randint(11, 24) / 10,
                "automation": rng.choice((10, 20, 30, 40, 50, 60)),
                "pages": rng.randint(2, 10) * {1: 0.5, 2: 0.3, 3: 0.1}[tier],
                "upkeep": rng.randint(12, 30) * {1: 2, 2: 1, 3: 0.5}[tier],
                "integrations": rng.choice((0, 0, 0, 1, 2, 4)),
                "compliance": REGIMES[: rng.choice((0, 0, 0, 1, 1, 2))],
                "documents": [name for name in DOCUMENTS if rng.random() < 0.4],
            })
    for service in services:
        service["pages"] = round(service["pages"], 2)
    return services


# What cadre works out once.


def level_numbers(a):
    loaded = a["cost.loaded_multiplier"]
    salary, productivity, ramp, lead, leaving = zip(*(LEVEL_NUMBERS[name] for name in LEVELS))
    months = [days * 12 / 365 for days in lead]
    return {
        "level.productivity": list(productivity),
        "level.ramp": list(ramp),
        "level.lead": months,
        "level.retry": [max(1, max(0.5, lead - 44 * 12 / 365)) for lead in months],
        "level.cost": [money * loaded / 12 for money in salary],
        "level.leaving": [1 - (1 - rate / 100) ** (1 / 12) for rate in leaving],
        "level.monthsToOnCall": [
            a["ramp.months_to_on_call"] * (ramp / a["level.ramp_months_mid"]) for ramp in ramp
        ],
    }


def service_numbers(services, a):
    def under(name):
        return name.replace("-", "_")

    def scaling(s):
        return (
            a["work.scaling_hours"] * a[f"work.tier_factor_{s['tier']}"]
            * a[f"work.scaling_workload_{under(s['workload'])}"]
            * a[f"work.scaling_architecture_{under(s['architecture'])}"]
        )

    def toil(s):
        return a["work.toil_hours"] * a[f"work.tier_factor_{s['tier']}"] * (1 - s["automation"] / 100)

    teams = list(TEAMS)
    return {
        "service.team": [teams.index(s["owner"]) for s in services],
        "service.pages": [s["pages"] for s in services],
        "service.compliance": [len(s["compliance"]) * a["work.compliance_hours"] for s in services],
        "service.upkeep": [
            s["upkeep"] + s["integrations"] * a["work.integration_hours"] for s in services
        ],
        "service.toil": [toil(s) for s in services],
        "service.step": [scaling(s) for s in services],
    }


def schedules(services, steps, lead, peaks):
    """Hours due, steps needed and hours scheduled so far, by service and month."""
    due, needed, scheduled = [], [], []
    for service, step in zip(services, steps):
        hours, count = [0.0] * MONTHS, [0] * MONTHS
        threshold = service["headroom"]
        for month, peak in enumerate(peaks):
            while peak >= threshold:
                first = max(0, month - lead + 1)
                for place in range(first, min(first + lead, MONTHS)):
                    hours[place] += step / lead
                threshold *= 2
                for place in range(month, MONTHS):
                    count[place] += 1
        due += hours
        needed += count
        scheduled += [sum(hours[: month + 1]) for month in range(MONTHS)]
    return {"scaling.due": due, "scaling.needed": needed, "scaling.scheduled": scheduled}


def team_numbers(services, numbers, a):
    documented = []
    for team in TEAMS:
        shares = [
            (len(s["documents"]) + ("decisions" in s["documents"])) / 7
            for s in services if s["owner"] == team
        ]
        documented.append(sum(shares) / len(shares))
    steady = [0.0] * len(TEAMS)
    for team, upkeep, toil in zip(
        numbers["service.team"], numbers["service.upkeep"], numbers["service.toil"]
    ):
        steady[team] += upkeep + toil
    return {
        "team.people": [count for people, _, _, _ in TEAMS.values() for count in people],
        "team.layers": [layers for _, layers, _, _ in TEAMS.values()],
        "team.roadmap": roadmaps(services, numbers, steady, a),
        "team.onboarding": [1 - a["ramp.documentation_effect"] * share for share in documented],
        "team.steady": steady,
    }


def roadmaps(services, numbers, steady, a):
    """A share of what the services leave of a team's hours, roughly."""
    result = []
    for team, (people, _, _, share) in enumerate(TEAMS.values()):
        worth = sum(count * LEVEL_NUMBERS[name][1] for name, count in zip(LEVELS, people))
        asked = steady[team]
        for place, owner in enumerate(numbers["service.team"]):
            if owner == team:
                asked += numbers["service.compliance"][place]
                asked += numbers["service.pages"][place] * a["oncall.effort_hours_per_page"]
        free = 0.94 * worth * hours_per_month(a) - asked
        result.append(10 * round(share * free / 10))
    return result


def hours_per_month(a):
    working = a["time.working_days_per_year"] * a["time.hours_per_day"] / 12
    return working * (1 - a["time.meeting_share"])


def shares(a):
    """Shares of each kind of work by the least level that it needs, kind by kind."""
    result = []
    for kind in ("incidents", "compliance", "scaling", "upkeep", "debt", "roadmap"):
        mid, senior, staff = (a[f"work.share_{kind}_{name}"] for name in LEVELS[1:])
        senior = min(senior, 1 - staff)
        mid = min(mid, 1 - (senior + staff))
        result += [max(0, 1 - (mid + senior + staff)), mid, senior, staff]
    return result


def rules(a):
    working = a["time.working_days_per_year"] * a["time.hours_per_day"] / 12
    mid_hour = LEVEL_NUMBERS["mid"][0] * a["cost.loaded_multiplier"] / 12 / working
    spread = a["hiring.lead_time_spread"]
    single = {
        "hoursPerMonth": hours_per_month(a),
        "communicationPerPair": a["time.communication_per_pair"],
        "scalingOverduePages": a["work.scaling_overdue_pages"],
        "debtInterest": a["work.debt_interest"],
        "debtPaydown": a["work.debt_paydown"],
        "debtPages": a["work.debt_pages"],
        "changeShare": a["incidents.change_share"],
        "varianceToMean": a["incidents.variance_to_mean"],
        "sleepShare": a["incidents.sleep_share"],
        "offHoursShare": a["incidents.off_hours_share"],
        "overloadPages": a["incidents.overload_pages"],
        "newcomerPages": a["incidents.newcomer_pages"],
        "errorOdds": a["incidents.error_odds_burned_out"],
        "effortPerPage": a["oncall.effort_hours_per_page"],
        "handlingHours": a["oncall.handling_minutes"] / 60,
        "maxPagesPer12Hours": a["oncall.max_pages_per_12_hours"],
        "contractHours": a["hours.contract"],
        "overtimeAbsorbed": a["hours.overtime_absorbed"],
        "overtimeMax": a["hours.overtime_max"],
        "roadmapPressure": a["hours.roadmap_pressure"],
        "burnoutBase": a["burnout.base_rate"],
        "burnoutPerHour": a["burnout.log_odds_per_hour"],
        "burnoutNights": math.log(a["burnout.odds_nights"]),
        "burnoutSleep": math.log(a["burnout.odds_short_sleep"]),
        "burnoutPace": 1 - math.exp(-1 / a["burnout.relaxation_months"]),
        "burnoutOutput": a["burnout.output"],
        "hazardRatio": a["turnover.hazard_ratio_burned_out"],
        "startOutput": a["ramp.start_output"],
        "mentoringEarly": a["guidance.mentoring_early"],
        "mentoringLate": a["guidance.mentoring_late"],
        "guidancePerJunior": a["guidance.per_junior"],
        "guidanceCapacity": a["guidance.capacity_per_senior"],
        "guidanceFloor": a["guidance.output_without"],
        "acceptance": HIRING["acceptance"] / 100,
        "earlyExitPerMonth": 1 - (1 - HIRING["early-exit"] / 100) ** (1 / 6),
        "leadTimeSpread": spread,
        "interviewHours": HIRING["interview-hours"],
        "costPerHire": HIRING["cost-per-hire"],
        "shortagePrice": mid_hour * a["cost.shortage_multiplier"],
        "slipPrice": mid_hour * a["cost.slip_multiplier"],
    }
    result = {f"rule.{name}": [value] for name, value in single.items()}
    result["rule.shares"] = shares(a)
    result["rule.tenure"] = [
        a[f"turnover.tenure_{name}"]
        for name in ("first_quarter", "first_year", "second_year", "third_and_fourth_year", "later")
    ]
    return result


def limits(a):
    return {
        "limit.names": [
            "coverage", "senior-coverage", "on-call-share", "burnout", "minimum-seniors",
            "on-call-share-never", "pages-per-shift", "weekly-hours", "interruptions", "nights",
            "on-call-share-advice",
        ],
        "limit.thresholds": [POLICY[name] / 100 for name in POLICY] + [MINIMUM_SENIORS] + [
            a["oncall.fail_time_share"], a["oncall.max_pages_per_12_hours"], a["hours.legal"],
            a["oncall.interruptions_limit"], a["oncall.nights_per_week"], a["oncall.max_time_share"],
        ],
        "limit.firstMonth": [GRACE],
    }


def plain_numbers(services, a):
    lead = max(1, round(a["work.scaling_lead_months"]))
    peaks = [(1 + GROWTH / 100) ** (month / 12) for month in range(MONTHS + lead)]
    means = peaks[:MONTHS]
    numbers = {
        "months": [MONTHS],
        "seed": [1],
        "level.names": list(LEVELS),
        "team.names": list(TEAMS),
        "service.names": [service["id"] for service in services],
        "traffic.pages": [
            (1 - a["incidents.change_share"]) * mean ** a["incidents.traffic_elasticity"]
            for mean in means
        ],
        "traffic.toil": [mean ** a["work.toil_traffic_exponent"] for mean in means],
    }
    numbers |= level_numbers(a)
    numbers |= service_numbers(services, a)
    numbers |= schedules(services, numbers["service.step"], lead, peaks)
    numbers |= team_numbers(services, numbers, a)
    return numbers | rules(a) | limits(a)


# The model file.


def listing(names):
    return f"[{', '.join(names)}]"


def service_text(service):
    lines = [
        f"  {service['id']}:",
        f"    owner: {service['owner']}",
        f"    tier: {service['tier']}",
        f"    workload: {service['workload']}",
        f"    architecture: {service['architecture']}",
        f"    headroom: {service['headroom']:g}",
        f"    automation: {service['automation']} %",
        f"    pages: {service['pages']:g} per month",
        f"    upkeep: {service['upkeep']:g} hours per month",
    ]
    if service["integrations"]:
        lines.append(f"    integrations: {service['integrations']}")
    for key in ("compliance", "documents"):
        if service[key]:
            lines.append(f"    {key}: {listing(service[key])}")
    return lines


def team_text(name, people, layers, roadmap):
    counts = ", ".join(f"{level}: {count}" for level, count in zip(LEVELS, people) if count)
    return [
        f"  {name}:",
        f"    people: {{{counts}}}",
        f"    rota: {{layers: {layers}, sites: {{berlin: Europe/Berlin}}}}",
        f"    roadmap: {roadmap} hours per month",
    ]


def level_text(name):
    salary, productivity, ramp, lead, leaving = LEVEL_NUMBERS[name]
    return (
        f"  {name}: {{salary: {salary} EUR per year, productivity: {productivity:g}, "
        f"ramp: {ramp:g} months, lead: {lead} days, attrition: {leaving} % per year}}"
    )


def model_text(services, roadmap, a, ranges):
    lines = [
        "# An invented organisation, written by make_model.py: every number is exact, so that only",
        "# pages, hiring, leaving and burnout are left to chance.",
        "cadre: 1",
        "name: Equal (invented)",
        "currency: EUR",
        "start: 2027-01",
        f"horizon: {MONTHS} months",
        "",
        "drivers:",
        f"  visits: {{growth: {GROWTH} %}}",
        "",
        "levels:",
        *map(level_text, LEVELS),
        "",
        "teams:",
    ]
    for (name, (people, layers, _, _)), hours in zip(TEAMS.items(), roadmap):
        lines += team_text(name, people, layers, hours)
    lines += ["", "services:"]
    for service in services:
        lines += service_text(service)
    lines += [
        "",
        "hiring:",
        f"  acceptance: {HIRING['acceptance']} %",
        f"  early-exit: {HIRING['early-exit']} %",
        f"  interview-hours: {HIRING['interview-hours']}",
        f"  cost-per-hire: {HIRING['cost-per-hire']} EUR",
        "",
        "policy:",
    ]
    for name, share in POLICY.items():
        bound = "at-least" if "coverage" in name else "at-most"
        lines.append(f"  {name}: {{{bound}: {share} %, probability: 90 %}}")
    lines += [f"  minimum-seniors: {MINIMUM_SENIORS}", f"  grace: {GRACE} months", ""]
    lines += ["assumptions:"]
    lines += [f"  {name}: {a[name]:g}" for name in ranges]
    return "\n".join(lines) + "\n"


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    a, ranges = likely_assumptions()
    services = draw_services(random.Random(42))
    numbers = plain_numbers(services, a)
    (folder / "equal.yaml").write_text(model_text(services, numbers["team.roadmap"], a, ranges))
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in numbers.items())
    (folder / "equal.json").write_text("{" + lines + "}\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""The model of equal.yaml once more, vectorised over futures in numpy.

    equal_numpy.py FUTURES > result.json

The last axis of every array is that of futures. A position is held by a person or vacant; as only
backfills are hired here, a team never has more positions than on the first day. What a person does
follows from the position, the month of her first day and whether she is burned out: together a
state, by which tables are looked up.
"""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

# One thread, like the others; small products do not gain from more.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np

HERE = Path(__file__).resolve().parent
# Futures at a time: so many that calls cost little, so few that arrays stay in the cache.
CHUNK = 1000
MONTHS = 24
JUNIOR, MID, SENIOR, STAFF = range(4)
KINDS = ("incidents", "compliance", "scaling", "upkeep", "debt", "roadmap")
# The month of the first day, or one of these; doubled, and odd for the burned out.
OLD, VACANT = MONTHS, MONTHS + 1
STATES = 2 * (VACANT + 1)
FIGURES = (
    "coverage", "seniorCoverage", "people", "burnout", "onCallShare", "weeklyHours", "pages",
    "slipMonths",
)
TOTALS = (
    "total", "cash", "payroll", "hiring", "shortage", "slip", "leavers", "starters", "policyKept",
)
POLICY = slice(0, 5)
SHIFTS = 365 / 12 * 2


# The model.


def read(path):
    """The numbers of the model; single ones as numbers, lists as arrays."""
    groups = {}
    for name, values in json.loads(path.read_text()).items():
        group, _, key = name.rpartition(".")
        numbers = values if isinstance(values[0], str) else np.array(values, float)
        groups.setdefault(group, {})[key] = values[0] if len(values) == 1 else numbers
    return SimpleNamespace(**{
        group or "run": SimpleNamespace(**values) for group, values in groups.items()
    })


class Model:
    def __init__(self, path):
        given = read(path)
        self.run, self.rule, self.level, self.limit = given.run, given.rule, given.level, given.limit
        self.team, self.service, self.traffic = given.team, given.service, given.traffic
        self.teams = len(self.team.names)
        self.add_positions()
        self.add_services(given.scaling)
        self.tables = [Tables(self, month) for month in range(MONTHS)]
        self.shares = self.rule.shares.reshape(len(KINDS), 4)
        self.compliance = self.service_sum @ self.service.compliance
        self.upkeep = self.service_sum @ (
            self.service.upkeep[:, None] + self.service.toil[:, None] * self.traffic.toil
        )
        self.settle()

    def add_positions(self):
        counts = self.team.people.astype(int).reshape(self.teams, 4)
        rows = [(t, s) for t in range(self.teams) for s in range(4) for _ in range(counts[t, s])]
        self.team_of, self.standing = np.array(rows).T
        self.positions = len(rows)
        # Sums over the positions of each team, and of each team and standing.
        self.by_team = np.equal.outer(np.arange(self.teams), self.team_of).astype(float)
        group = self.standing * self.teams + self.team_of
        self.by_standing = np.equal.outer(np.arange(4 * self.teams), group).astype(float)
        self.row = np.arange(self.positions) * STATES

    def add_services(self, scaling):
        self.owner = self.service.team.astype(int)
        self.service_sum = np.equal.outer(np.arange(self.teams), self.owner).astype(float)
        self.due = scaling.due.reshape(-1, MONTHS)
        self.scaled = np.flatnonzero(self.due.any(axis=1))
        self.due = self.due[self.scaled]
        self.needed = scaling.needed.reshape(-1, MONTHS)[self.scaled]
        scheduled = scaling.scheduled.reshape(-1, MONTHS)[self.scaled]
        self.before = np.hstack([np.zeros((len(self.scaled), 1)), scheduled[:, :-1]])
        self.step = self.service.step[self.scaled]
        self.scaled_owner = self.owner[self.scaled]
        self.scaled_sum = self.service_sum[:, self.scaled]

    def settle(self):
        """Brings burnout to the level that today's load sustains."""
        rule, tables = self.rule, self.tables[0]
        rested = self.row + 2 * OLD
        pages = (self.service_sum @ self.service.pages)[:, None]
        upkeep = (self.service_sum @ (self.service.upkeep + self.service.toil))[:, None]
        burnout = np.full((self.teams, 1), rule.burnoutBase)
        present = np.ones((self.positions, 1))
        none = np.zeros((self.teams, 1))
        pressure, settled = none, False
        for _ in range(60):
            part = burnout[self.team_of]
            hours = tables.hours[rested][:, None] * (1 - part)
            hours += tables.hours[rested + 1][:, None] * part
            capacity = Capacity(self, tables, rested[:, None], present, hours, none)
            asked = [pages * rule.effortPerPage, self.compliance[:, None], none, upkeep, none,
                     self.team.roadmap[:, None]]
            end = Work(self, asked, capacity, pages, pages)
            settled = max(abs(end.stationary - burnout).max(), abs(end.pressure - pressure).max())
            pressure, burnout = end.pressure, end.stationary
            self.today_engineers = capacity.engineers
            self.today_factor = page_factor(self, capacity, pressure, none, burnout)
            if settled < 1e-13:
                break
        self.today_pressure, self.today_burnout = pressure, burnout


class Tables:
    """What somebody in a position and state does in a month; position by position, flat."""

    def __init__(self, model, month):
        rule, level = model.rule, model.level
        standing = model.standing[:, None]
        onboarding = model.team.onboarding[model.team_of][:, None]
        state = np.arange(STATES)[None, :]
        burned, first = state % 2, state // 2
        age = month - first
        is_hire = (first < MONTHS) & (age >= 0)
        is_there = first != VACANT
        ramp = level.ramp[standing] * onboarding
        newcomer = is_hire & (age < ramp)
        inside = np.minimum(1, ramp - age)
        rising = rule.startOutput + (1 - rule.startOutput) * (age + inside / 2) / ramp
        output = np.where(newcomer, rising * inside + 1 - inside, 1.0)
        ready = np.clip(age + 1 - level.monthsToOnCall[standing] * onboarding, 0, 1)
        need = np.where(
            newcomer, np.where(age < 3, rule.mentoringEarly, rule.mentoringLate),
            (standing == JUNIOR) * rule.guidancePerJunior,
        )
        loss = 1 - rule.burnoutOutput
        vigour = (1 - loss * burned) / (1 - loss * rule.burnoutBase)
        engineers = level.productivity[standing] * output
        self.engineers = (engineers * is_there).ravel()
        self.hours = (engineers * rule.hoursPerMonth * vigour * is_there).ravel()
        self.newcomer = newcomer.astype(float).ravel()
        self.need = (need * is_there).ravel()
        self.ready = (np.where(is_hire, ready, 1.0) * is_there).ravel()
        self.leaving = (self.chance_of_leaving(model, age, is_hire, burned) * is_there).ravel()

    @staticmethod
    def chance_of_leaving(model, age, is_hire, burned):
        rule = model.rule
        tenure = rule.tenure[np.digitize(age, (3, 12, 24, 48))]
        usual = model.level.leaving[model.standing][:, None] * np.where(is_hire, tenure, rule.tenure[3])
        usual = np.where(is_hire & (age < 6), np.maximum(usual, rule.earlyExitPerMonth), usual)
        ordinary = 1 + (rule.hazardRatio - 1) * rule.burnoutBase
        return np.clip(usual * (1 + (rule.hazardRatio - 1) * burned) / ordinary, 0, 1)


def look_up(table, state):
    # Clipping never happens but spares a copy.
    return np.take(table, state, mode="clip")


# A month.


class Capacity:
    """What teams can do in a month."""

    def __init__(self, model, tables, state, present, hours, interviews):
        rule, teams = model.rule, model.teams
        newcomer = look_up(tables.newcomer, state)
        head = self.sums(model, present)
        new = self.sums(model, newcomer)
        hours_all = self.sums(model, hours)
        hours_new = self.sums(model, hours * newcomer)
        need = model.by_team @ look_up(tables.need, state)
        self.engineers = model.by_team @ look_up(tables.engineers, state)
        self.call_ready = model.by_team @ look_up(tables.ready, state)
        self.people = head.sum(axis=0)
        self.seniors = head[SENIOR] + head[STAFF]
        self.head = head
        self.newcomers = new.sum(axis=0)

        experienced = head[SENIOR:] - new[SENIOR:]
        mentors = experienced.sum(axis=0)
        worth = experienced[0] * model.level.productivity[SENIOR]
        worth += experienced[1] * model.level.productivity[STAFF]
        worth = np.where(mentors > 0, worth / np.maximum(mentors, 1), 1)
        given = np.minimum(rule.guidanceCapacity * mentors, need)
        self.guidance = np.where(need > 0, given / np.maximum(need, 1e-300), 1)
        guided = rule.guidanceFloor + (1 - rule.guidanceFloor) * self.guidance
        hours_new[JUNIOR] = hours_all[JUNIOR]
        pairs = self.people * (self.people - 1) / 2
        hours_all += hours_new * (guided - 1)
        hours_all *= np.maximum(0, 1 - rule.communicationPerPair * pairs)
        rest = (given * rule.hoursPerMonth + interviews) * worth
        for standing in (SENIOR, STAFF, MID):
            move(hours_all[standing], rest)
        self.pool = hours_all

    @staticmethod
    def sums(model, values):
        return (model.by_standing @ values).reshape(4, model.teams, -1)


def move(hours, demand):
    """Takes the smaller of two amounts from both."""
    moved = np.minimum(hours, demand)
    hours -= moved
    demand -= moved


def work_off(shares, asked, pool):
    """Works off the most urgent kinds first; returns what is left, and of that what needs seniors."""
    left, left_senior = [], []
    for share, hours in zip(shares, asked):
        open_ = {}
        for standing in (STAFF, SENIOR, MID, JUNIOR):
            if share[standing] == 0:
                continue
            demand = open_[standing] = share[standing] * hours
            for giver in range(standing, 4):
                move(pool[giver], demand)
        left.append(sum(open_.values()))
        left_senior.append(sum(open_[s] for s in (SENIOR, STAFF) if s in open_))
    return left, left_senior


class Work:
    """A month's work within contract hours, and what the load does to people."""

    def __init__(self, model, asked, capacity, pages, expected):
        rule = model.rule
        self.carry_pager(model, capacity.call_ready, pages, expected)
        hours = capacity.pool.sum(axis=0)
        self.left, left_senior = work_off(model.shares, asked, capacity.pool.copy())
        urgent = self.left[0] + self.left[1] + self.left[2] + self.left[3]
        missing = urgent + rule.roadmapPressure * self.left[5]
        self.pressure = np.where(hours > 0, np.minimum(2, missing / np.maximum(hours, 1e-300)), 2)
        self.overtime = np.minimum(
            rule.overtimeMax, rule.overtimeAbsorbed * rule.contractHours * self.pressure
        )
        self.weekly_hours = rule.contractHours + self.overtime
        self.asked = asked[0] + asked[1] + asked[2] + asked[3] + asked[5]
        self.done = self.asked - urgent - self.left[5]
        senior_shares = model.shares[:, SENIOR:].sum(axis=1)
        kinds = (0, 1, 2, 3, 5)
        self.senior_asked = sum(senior_shares[kind] * asked[kind] for kind in kinds)
        self.senior_done = self.senior_asked - sum(left_senior[kind] for kind in kinds)
        self.stationary = self.stationary_burnout(rule)

    def carry_pager(self, model, people, pages, expected):
        rule = model.rule
        layers = model.team.layers[:, None]
        carriers = np.maximum(people, layers)
        self.on_call_share = layers / carriers
        self.nights = 7 * self.on_call_share
        self.pages_per_shift = pages / SHIFTS
        per_shift = expected / SHIFTS
        self.over_limit = chance_of_more(
            int(rule.maxPagesPer12Hours), per_shift, rule.varianceToMean
        )
        self.all_busy = chance_of_waiting(per_shift / 12 * rule.handlingHours, model.team.layers)
        per_carrier = pages / carriers
        self.sleep = rule.sleepShare * per_carrier
        self.free_time = (rule.sleepShare + rule.offHoursShare) * per_carrier

    def stationary_burnout(self, rule):
        log_odds = rule.burnoutPerHour * self.overtime
        log_odds += np.log(rule.burnoutBase / (1 - rule.burnoutBase))
        log_odds += rule.burnoutNights * np.clip(self.nights - 1, 0, 1)
        log_odds += rule.burnoutSleep * np.clip(self.sleep * (12 / 52), 0, 1)
        return 1 / (1 + np.exp(-log_odds))


def chance_of_more(count, mean, ratio):
    """How likely a negative binomial number is above `count`."""
    size = mean / (ratio - 1)
    term = np.exp(-np.log(ratio) * size)
    below = term.copy()
    for n in range(count):
        term = term * (n + size) * ((1 - 1 / ratio) / (n + 1))
        below += term
    return np.maximum(0, 1 - below)


def chance_of_waiting(load, layers):
    """Erlang C: how likely everybody on call is busy."""
    servers = layers[:, None]
    blocked, result = np.ones_like(load), np.ones_like(load)
    for server in range(1, int(layers.max()) + 1):
        blocked = load * blocked / (server + load * blocked)
        waiting = server * blocked / (server - load * (1 - blocked))
        result = np.where((servers == server) & (load < server), waiting, result)
    return result


def page_factor(model, capacity, pressure, debt, burnout):
    rule = model.rule
    indebted = np.minimum(1, debt / (12 * model.team.steady[:, None]))
    newcomers = capacity.newcomers / np.maximum(1, capacity.people)
    return (
        (1 + rule.overloadPages * pressure) * (1 + rule.debtPages * indebted)
        * (1 + rule.newcomerPages * newcomers) * (1 + (rule.errorOdds - 1) * burnout)
    )


# Futures.


class Futures:
    """So many futures, played together."""

    def __init__(self, model, rng, count):
        self.model, self.rng, self.count = model, rng, count
        cells = (model.teams, count)
        people = (model.positions, count)
        self.present = np.ones(people)
        self.burned = rng.random(people) < model.today_burnout[model.team_of]
        self.state = (model.row + 2 * OLD)[:, None] + self.burned
        self.due = np.full(people, -1, np.int16)
        # Changes of the hours that interviews take, by month, team and future.
        self.interviews = np.zeros((MONTHS + 1, *cells))
        self.pressure = np.repeat(model.today_pressure, count, axis=1)
        self.debt, self.missed = np.zeros(cells), np.zeros(cells)
        self.backlog = np.zeros((len(model.scaled), count))
        self.quarter = []
        self.cost = {name: np.zeros(count) for name in ("payroll", "hiring", "shortage", "slip")}
        self.leavers, self.starters, self.kept = (np.zeros(count) for _ in range(3))

    def play(self, figures, broken):
        """Fills figures by month and counts of broken limits."""
        for month in range(MONTHS):
            self.step(month, figures[month], broken[month])

    def step(self, month, figures, broken):
        model, rule = self.model, self.model.rule
        tables = model.tables[month]
        self.arrive(month)
        if month:
            self.interviews[month] += self.interviews[month - 1]
        hours = look_up(tables.hours, self.state)
        capacity = Capacity(
            model, tables, self.state, self.present, hours, self.interviews[month]
        )
        burnout = model.by_team @ self.burned.astype(float) / np.maximum(1, capacity.people)
        pages, expected = self.page(month, capacity, burnout)
        asked = self.ask(month, pages)
        end = Work(model, asked, capacity, pages, expected)
        self.pressure = end.pressure
        self.finish(month, capacity, asked, end)
        quarter = self.fill_quarter(end)
        slip = self.missed / model.team.roadmap[:, None]
        rows = (*quarter, capacity.people, burnout, end.on_call_share, end.weekly_hours, pages, slip)
        for place, row in enumerate(rows):
            figures[place] = row
        self.judge(month, quarter, capacity, burnout, end, broken)
        self.live(month, tables, end.stationary)

    # Hiring.

    def search(self, places, mean, month, least):
        """Draws when those whom searches find begin; returns the lengths."""
        spread = np.log1p(self.model.rule.leadTimeSpread**2)
        length = self.rng.lognormal(np.log(mean) - spread / 2, np.sqrt(spread))
        start = np.floor(month + length + self.rng.random(len(length)))
        self.due.reshape(-1)[places] = np.clip(start, least, 10_000)
        return length

    def arrive(self, month):
        model, rule = self.model, self.model.rule
        places = np.flatnonzero(self.due == month)
        accepts = self.rng.random(len(places)) < rule.acceptance
        joined, declined = places[accepts], places[~accepts]
        retry = model.level.retry[model.standing[declined // self.count]]
        self.search(declined, retry, month, month + 1)
        burned = self.rng.random(len(joined)) < rule.burnoutBase
        self.due.reshape(-1)[joined] = -1
        self.present.reshape(-1)[joined] = 1
        self.burned.reshape(-1)[joined] = burned
        self.state.reshape(-1)[joined] = model.row[joined // self.count] + 2 * month + burned
        started = np.bincount(joined % self.count, minlength=self.count)
        self.starters += started
        self.cost["hiring"] += started * rule.costPerHire

    def open(self, places, month):
        """Begins to search for those who take vacant positions."""
        model = self.model
        if month >= MONTHS:
            return
        position, future = np.divmod(places, self.count)
        lead = model.level.lead[model.standing[position]]
        length = np.maximum(1, np.ceil(self.search(places, lead, month, month)))
        each = model.rule.interviewHours / length
        end = np.minimum(MONTHS, month + length).astype(int)
        cell = model.team_of[position] * self.count + future
        changes = self.interviews.reshape(-1)
        cells = model.teams * self.count
        np.add.at(changes, month * cells + cell, each)
        np.subtract.at(changes, end * cells + cell, each)

    # Work.

    def page(self, month, capacity, burnout):
        """Pages that come, and that were to be expected, by team."""
        model, rule = self.model, self.model.rule
        factor = page_factor(model, capacity, self.pressure, self.debt, burnout)
        change = rule.changeShare * capacity.engineers / model.today_engineers
        strain = (change + model.traffic.pages[month]) * (factor / model.today_factor)
        expected = strain[model.owner] * model.service.pages[:, None]
        late = self.late(month)
        if late is not None:
            expected[model.scaled] *= 1 + rule.scalingOverduePages * late
        ratio = rule.varianceToMean
        # The same as its negative_binomial, but faster.
        rates = self.rng.standard_gamma(expected / (ratio - 1)) * (ratio - 1)
        pages = self.rng.poisson(rates)
        return model.service_sum @ pages.astype(float), model.service_sum @ expected

    def late(self, month):
        """The share of a scaling step that traffic needs already and that is not done."""
        model = self.model
        if not self.backlog.any():
            return None
        done = (model.before[:, month, None] - self.backlog) / model.step[:, None]
        return np.clip(model.needed[:, month, None] - done, 0, 1) * (self.backlog > 0)

    def ask(self, month, pages):
        """Hours asked of teams, by kind."""
        model, rule = self.model, self.model.rule
        self.backlog += model.due[:, month, None]
        full = np.ones_like(pages)
        return [
            pages * rule.effortPerPage,
            model.compliance[:, None] * full,
            model.scaled_sum @ self.backlog,
            model.upkeep[:, month, None] + rule.debtInterest * self.debt,
            rule.debtPaydown * self.debt,
            model.team.roadmap[:, None] * full,
        ]

    def finish(self, month, capacity, asked, end):
        model, rule = self.model, self.model.rule
        left = self.work_overtime(capacity, asked, end)
        done = np.where(asked[2] > 0, 1 - left[2] / np.maximum(asked[2], 1e-300), 1)
        self.backlog *= np.maximum(0, 1 - done[model.scaled_owner])
        deferred = left[0] + left[1] + left[3]
        self.missed += left[5]
        self.debt = np.maximum(0, self.debt + deferred - (asked[4] - left[4]))
        heads = capacity.head.sum(axis=1)
        self.cost["payroll"] += model.level.cost @ heads
        self.cost["shortage"] += (deferred + left[2]).sum(axis=0) * rule.shortagePrice
        self.cost["slip"] += left[5].sum(axis=0) * rule.slipPrice

    def work_overtime(self, capacity, asked, end):
        """Does the month again with longer hours where something was left."""
        rule = self.model.rule
        short = np.flatnonzero(end.pressure)
        longer = 1 + end.overtime.reshape(-1)[short] / rule.contractHours
        pool = capacity.pool.reshape(4, -1)[:, short] * longer
        left, _ = work_off(self.model.shares, [hours.reshape(-1)[short] for hours in asked], pool)
        result = [np.zeros_like(end.pressure) for _ in KINDS]
        for kind in range(len(KINDS)):
            result[kind].reshape(-1)[short] = left[kind]
        return result

    def fill_quarter(self, end):
        """Coverage of this month and the two before it together."""
        sums = (end.asked, end.done, end.senior_asked, end.senior_done)
        self.quarter = [*self.quarter[-2:], sums]
        asked, done, senior_asked, senior_done = (sum(parts) for parts in zip(*self.quarter))
        return (
            np.where(asked > 1e-9, np.minimum(1, done / np.maximum(asked, 1e-9)), 1),
            np.where(
                senior_asked > 1e-9, np.minimum(1, senior_done / np.maximum(senior_asked, 1e-9)), 1
            ),
        )

    def judge(self, month, quarter, capacity, burnout, end, broken):
        """Counts the limits that are broken."""
        model, at = self.model, self.model.limit.thresholds
        if month < model.limit.firstMonth:
            return
        layers = model.team.layers[:, None]
        ready = capacity.call_ready

        def is_short(share):
            return ready < np.ceil(layers / share) - 0.5

        nights = end.nights * ready / np.maximum(1, np.floor(ready + 0.5))
        rows = (
            quarter[0] < at[0] - 1e-9,
            quarter[1] < at[1] - 1e-9,
            is_short(at[2]),
            burnout > at[3] + 1e-9,
            capacity.seniors < at[4] - 0.5,
            is_short(at[5]),
            end.pages_per_shift > at[6] + 1e-9,
            end.weekly_hours > at[7] + 1e-9,
            end.free_time > at[8] + 1e-9,
            (end.nights >= at[9]) & (nights > at[9] + 1e-9),
            is_short(at[10]),
        )
        for limit, row in enumerate(rows):
            broken[limit] += np.count_nonzero(row, axis=-1)
        self.kept += model.teams - np.logical_or.reduce(rows[POLICY]).sum(axis=0)

    # People.

    def live(self, month, tables, stationary):
        """Lets people leave, burn out and recover."""
        model, rule = self.model, self.model.rule
        shape = self.state.shape
        leaves = self.rng.random(shape) < look_up(tables.leaving, self.state)
        onset = (stationary * rule.burnoutPace)[model.team_of]
        self.state -= self.burned
        self.burned = self.rng.random(shape) < onset + self.burned * (1 - rule.burnoutPace)
        self.burned &= self.present > 0
        gone = np.flatnonzero(leaves)
        self.present.reshape(-1)[gone] = 0
        self.burned.reshape(-1)[gone] = False
        self.state.reshape(-1)[gone] = model.row[gone // self.count] + 2 * VACANT
        self.state += self.burned
        self.leavers += np.bincount(gone % self.count, minlength=self.count)
        self.open(gone, month + 1)

    def totals(self):
        cash = self.cost["payroll"] + self.cost["hiring"]
        judged = self.model.teams * (MONTHS - int(self.model.limit.firstMonth))
        return [
            cash + self.cost["shortage"] + self.cost["slip"], cash, self.cost["payroll"],
            self.cost["hiring"], self.cost["shortage"], self.cost["slip"], self.leavers,
            self.starters, self.kept / judged,
        ]


# Statistics.


class Moments:
    """Means and squared deviations of rows, chunk by chunk."""

    def __init__(self):
        self.count, self.mean, self.squares = 0, 0.0, 0.0

    def add(self, rows):
        count = rows.shape[-1]
        mean = rows.mean(axis=-1)
        rows = rows - mean[..., None]
        squares = np.einsum("...i,...i->...", rows, rows)
        distance = mean - self.mean
        both = self.count + count
        self.squares = self.squares + squares + distance**2 * (self.count * count / both)
        self.mean = self.mean + distance * (count / both)
        self.count = both

    @property
    def error(self):
        return np.sqrt(self.squares / (self.count - 1) / self.count)


def quantiles(rows):
    """The numbers of rank ⌈share · count⌉; rows are sorted in place, which is fast for 32 bits."""
    rows.sort(axis=-1)
    count = rows.shape[-1]
    ranks = [max(0, -(-count * percent // 100) - 1) for percent in (10, 50, 90)]
    return rows[..., ranks].astype(float)


def described(moments, ends):
    """A dictionary for every place of the moments' arrays, in nested lists."""
    names = ("mean", "standardError", "p10", "p50", "p90")
    rows = np.concatenate([moments.mean[..., None], moments.error[..., None], ends], axis=-1)

    def describe(row):
        return dict(zip(names, row)) if not isinstance(row[0], list) else list(map(describe, row))

    return describe(rows.tolist())


def play(model, count):
    rng = np.random.Generator(np.random.SFC64(int(model.run.seed)))
    # Moments are of 64 bits; quantiles need no more than 32.
    kept = np.empty((MONTHS, len(FIGURES), model.teams, count), np.float32)
    totals = np.empty((len(TOTALS), count))
    broken = np.zeros((MONTHS, len(model.limit.names), model.teams), int)
    moments, total_moments = Moments(), Moments()
    for start in range(0, count, CHUNK):
        size = min(CHUNK, count - start)
        futures = Futures(model, rng, size)
        figures = np.empty((MONTHS, len(FIGURES), model.teams, size))
        futures.play(figures, broken)
        moments.add(figures)
        kept[..., start : start + size] = figures
        totals[:, start : start + size] = futures.totals()
    total_moments.add(totals)
    return (
        described(moments, quantiles(kept)), described(total_moments, quantiles(totals)),
        broken / count,
    )


def document(model, count, cells, totals, broken):
    def month(team, number):
        row = {name: cells[number][place][team] for place, name in enumerate(FIGURES)}
        row["broken"] = dict(zip(model.limit.names, broken[number, :, team].tolist()))
        return row

    return {
        "futures": {"played": count},
        "figures": dict(zip(TOTALS, totals)),
        "teams": [
            {"team": name, "months": [month(team, number) for number in range(MONTHS)]}
            for team, name in enumerate(model.team.names)
        ],
    }


def main():
    count = int(sys.argv[1])
    model = Model(HERE / "equal.json")
    print(json.dumps(document(model, count, *play(model, count))))


if __name__ == "__main__":
    main()

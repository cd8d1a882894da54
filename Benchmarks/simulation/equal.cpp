// The model of equal.yaml once more, in C++ and with the design of the Swift kernel: one future at a
// time, person by person, scalar doubles, the same counter-based random numbers. Its futures are
// those of cadre, one by one, up to rounding.
//
//   clang++ -O3 -std=c++20 equal.cpp -o equal && ./equal equal.json FUTURES > result.json

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

using std::max;
using std::min;
using Numbers = std::vector<double>;

static double clamp(double value, double lower, double upper) { return min(max(value, lower), upper); }

// MARK: Input

// A JSON object of flat lists, each of numbers or of words without escapes.
struct Input {
  std::map<std::string, Numbers> numbers;
  std::map<std::string, std::vector<std::string>> words;

  explicit Input(const char *path) {
    std::ifstream file(path);
    std::string text((std::istreambuf_iterator<char>(file)), {});
    if (text.empty()) {
      std::fprintf(stderr, "equal: cannot read %s\n", path);
      std::exit(1);
    }
    size_t at = 0;
    while ((at = text.find('"', at)) != std::string::npos) {
      std::string name = word(text, at);
      at = text.find('[', at) + 1;
      while (text[at] != ']') readItem(text, at, name);
    }
  }

  const Numbers &operator[](const std::string &name) const { return numbers.at(name); }
  double one(const std::string &name) const { return numbers.at(name).at(0); }

 private:
  static std::string word(const std::string &text, size_t &at) {
    size_t end = text.find('"', at + 1);
    std::string result = text.substr(at + 1, end - at - 1);
    at = end + 1;
    return result;
  }

  void readItem(const std::string &text, size_t &at, const std::string &name) {
    if (text[at] == '"') {
      words[name].push_back(word(text, at));
    } else if (text[at] == ',' || text[at] == ' ') {
      at += 1;
    } else {
      char *end;
      numbers[name].push_back(std::strtod(text.c_str() + at, &end));
      at = end - text.c_str();
    }
  }
};

// MARK: Random numbers

// Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011).
struct Block {
  uint32_t a, b, c, d;
  uint64_t first() const { return uint64_t(b) << 32 | a; }
  uint64_t second() const { return uint64_t(d) << 32 | c; }
};

static Block philox(Block counter, uint64_t key) {
  auto [a, b, c, d] = counter;
  uint32_t first = uint32_t(key), second = uint32_t(key >> 32);
  for (int round = 0; round < 10; round++) {
    uint64_t left = 0xD2511F53ull * a, right = 0xCD9E8D57ull * c;
    a = uint32_t(right >> 32) ^ b ^ first;
    b = uint32_t(right);
    c = uint32_t(left >> 32) ^ d ^ second;
    d = uint32_t(left);
    first += 0x9E3779B9;
    second += 0xBB67AE85;
  }
  return {a, b, c, d};
}

static double uniform(uint64_t bits) { return double(bits >> 11 | 1) * 0x1p-53; }

enum class Purpose : uint32_t { pages = 1, monthOfLife, startingBurnout, timeToFill, acceptance };

// What a random number is for, by FNV-1a of its name.
struct EntityID {
  uint64_t hash = 0xcbf29ce484222325;

  EntityID() = default;
  EntityID(std::initializer_list<std::string> names) {
    bool isFirst = true;
    for (const auto &name : names) {
      if (!isFirst) mix(0xff);
      isFirst = false;
      for (unsigned char byte : name) mix(byte);
    }
  }

  EntityID numbered(int64_t number) const {
    EntityID result = *this;
    result.mix(0xfe);
    for (int byte = 0; byte < 8; byte++) result.mix(uint8_t(uint64_t(number) >> (8 * byte)));
    return result;
  }

  EntityID successor() const { return numbered(-1); }

 private:
  void mix(uint8_t byte) { hash = (hash ^ byte) * 0x100000001b3; }
};

struct Uniforms {
  double first, second;
};

struct Stream {
  uint64_t key;
  uint32_t replication;

  Uniforms draws(EntityID id, Purpose purpose, int month = 0, int block = 0) const {
    Block counter{replication, uint32_t(id.hash), uint32_t(id.hash >> 32),
                  uint32_t(purpose) << 26 | uint32_t(month) << 18 | uint32_t(block)};
    Block bits = philox(counter, key);
    return {uniform(bits.first()), uniform(bits.second())};
  }
};

// High numbers say yes.
static bool happens(double uniform, double probability) { return 1 - uniform < probability; }

template <size_t N>
static double polynomial(const std::array<double, N> &terms, double x) {
  double sum = terms[0];
  for (size_t place = 1; place < N; place++) sum = sum * x + terms[place];
  return sum;
}

// Algorithm AS 241 of Wichura (1988).
static double normalQuantile(double probability) {
  static constexpr std::array<double, 8> a{
      2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
      13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080};
  static constexpr std::array<double, 8> b{
      5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867,
      5394.1960214247511077, 687.18700749205790830, 42.313330701600911252, 1};
  static constexpr std::array<double, 8> c{
      7.74545014278341407640e-4, 0.0227238449892691845833, 0.241780725177450611770,
      1.27045825245236838258,    3.64784832476320460504,   5.76949722146069140550,
      4.63033784615654529590,    1.42343711074968357734};
  static constexpr std::array<double, 8> d{
      1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
      0.14810397642748007459,    0.68976733498510000455,  1.6763848301838038494,
      2.05319162663775882187,    1};
  static constexpr std::array<double, 8> e{
      2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
      0.026532189526576123093,   0.29656057182850489123,    1.7848265399172913358,
      5.4637849111641143699,     6.6579046435011037772};
  static constexpr std::array<double, 8> f{
      2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
      7.868691311456132591e-4,    0.0148753612908506148525, 0.13692988092273580531,
      0.59983220655588793769,     1};
  double centred = probability - 0.5;
  if (std::abs(centred) <= 0.425) {
    double r = 0.180625 - centred * centred;
    return centred * (polynomial(a, r) / polynomial(b, r));
  }
  double tail = centred < 0 ? probability : 1 - probability;
  double r = std::sqrt(-std::log(tail));
  double size = r <= 5 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6)
                       : polynomial(e, r - 5) / polynomial(f, r - 5);
  return centred < 0 ? -size : size;
}

// With the standard deviation as a share of the mean.
static double lognormalQuantile(double probability, double mean, double spread) {
  double square = spread * spread;
  double sigma = std::sqrt(std::log(1 + square));
  return mean / std::sqrt(1 + square) * std::exp(sigma * normalQuantile(probability));
}

// MARK: The model

enum { junior, mid, senior, staff };
enum { incidents, compliance, scaling, upkeep, debt, roadmap };
constexpr int standings = 4, kinds = 6, months = 24;

struct ByStanding {
  double hours[standings] = {};

  double &operator[](int standing) { return hours[standing]; }
  double operator[](int standing) const { return hours[standing]; }
  double total() const { return hours[0] + hours[1] + hours[2] + hours[3]; }
  double seniors() const { return hours[senior] + hours[staff]; }

  // Does what it can of `demand`, each class by the lowest standing that may.
  double workOff(ByStanding &demand) {
    double done = move(staff, demand[staff]);
    done += move(senior, demand[senior]) + move(staff, demand[senior]);
    done += move(mid, demand[mid]) + move(senior, demand[mid]);
    done += move(staff, demand[mid]);
    done += move(junior, demand[junior]) + move(mid, demand[junior]);
    done += move(senior, demand[junior]) + move(staff, demand[junior]);
    return done;
  }

  void takeFromSeniors(double amount) {
    move(senior, amount);
    move(staff, amount);
    move(mid, amount);
  }

 private:
  double move(int standing, double &demand) {
    double moved = min(hours[standing], demand);
    hours[standing] -= moved;
    demand -= moved;
    return moved;
  }
};

using ByKind = std::array<double, kinds>;
using WorkDemand = std::array<ByStanding, kinds>;

static double total(const ByKind &hours) {
  double sum = 0;
  for (double kind : hours) sum += kind;
  return sum;
}

struct Level {
  double productivity, ramp, lead, retry, cost, leaving, monthsToOnCall;
};

struct Service {
  int team;
  double pages, compliance, upkeep, toil, step;
  EntityID id;
};

struct Team {
  std::string name;
  int layers;
  double roadmap, onboarding, steady;
  std::vector<int> members;
  std::vector<EntityID> ids;
};

struct Rules {
  double hoursPerMonth, communicationPerPair, scalingOverduePages, debtInterest, debtPaydown,
      debtPages, changeShare, varianceToMean, sleepShare, offHoursShare, overloadPages,
      newcomerPages, errorOdds, effortPerPage, handlingHours, maxPagesPer12Hours, contractHours,
      overtimeAbsorbed, overtimeMax, roadmapPressure, burnoutBase, burnoutPerHour, burnoutNights,
      burnoutSleep, burnoutPace, burnoutOutput, hazardRatio, startOutput, mentoringEarly,
      mentoringLate, guidancePerJunior, guidanceCapacity, guidanceFloor, acceptance,
      earlyExitPerMonth, leadTimeSpread, interviewHours, costPerHire, shortagePrice, slipPrice;
  WorkDemand shares;
  Numbers tenure;

  explicit Rules(const Input &input) {
#define RULE(name) name = input.one("rule." #name)
    RULE(hoursPerMonth), RULE(communicationPerPair), RULE(scalingOverduePages);
    RULE(debtInterest), RULE(debtPaydown), RULE(debtPages), RULE(changeShare);
    RULE(varianceToMean), RULE(sleepShare), RULE(offHoursShare), RULE(overloadPages);
    RULE(newcomerPages), RULE(errorOdds), RULE(effortPerPage), RULE(handlingHours);
    RULE(maxPagesPer12Hours), RULE(contractHours), RULE(overtimeAbsorbed), RULE(overtimeMax);
    RULE(roadmapPressure), RULE(burnoutBase), RULE(burnoutPerHour), RULE(burnoutNights);
    RULE(burnoutSleep), RULE(burnoutPace), RULE(burnoutOutput), RULE(hazardRatio);
    RULE(startOutput), RULE(mentoringEarly), RULE(mentoringLate), RULE(guidancePerJunior);
    RULE(guidanceCapacity), RULE(guidanceFloor), RULE(acceptance), RULE(earlyExitPerMonth);
    RULE(leadTimeSpread), RULE(interviewHours), RULE(costPerHire), RULE(shortagePrice);
    RULE(slipPrice);
#undef RULE
    const Numbers &given = input["rule.shares"];
    for (int place = 0; place < kinds * standings; place++) {
      shares[place / standings][place % standings] = given[place];
    }
    tenure = input["rule.tenure"];
  }

  double tenureFactor(bool isKnown, int age) const {
    if (!isKnown) return tenure[3];
    return age < 3 ? tenure[0] : age < 12 ? tenure[1] : age < 24 ? tenure[2]
         : age < 48 ? tenure[3] : tenure[4];
  }

  // Output relative to people with the base rate of burnout.
  double vigour(double burnout) const {
    double loss = 1 - burnoutOutput;
    return (1 - loss * burnout) / (1 - loss * burnoutBase);
  }

  double nextBurnout(double burnedOut, double stationary) const {
    double onset = stationary * burnoutPace, recovery = (1 - stationary) * burnoutPace;
    return burnedOut + (1 - burnedOut) * onset - burnedOut * recovery;
  }
};

struct Model {
  Rules rules;
  uint64_t seed;
  std::vector<Level> levels;
  std::vector<Team> teams;
  std::vector<Service> services;
  Numbers trafficPages, trafficToil, due, needed, scheduled, thresholds;
  std::vector<std::string> limits;
  int firstMonth;

  explicit Model(const Input &input)
      : rules(input), seed(uint64_t(input.one("seed"))), trafficPages(input["traffic.pages"]),
        trafficToil(input["traffic.toil"]), due(input["scaling.due"]),
        needed(input["scaling.needed"]), scheduled(input["scaling.scheduled"]),
        thresholds(input["limit.thresholds"]), limits(input.words.at("limit.names")),
        firstMonth(int(input.one("limit.firstMonth"))) {
    if (input.one("months") != months) std::exit(1);
    for (int level = 0; level < standings; level++) levels.push_back(makeLevel(input, level));
    const auto &names = input.words.at("team.names");
    for (size_t team = 0; team < names.size(); team++) teams.push_back(makeTeam(input, team));
    const auto &services = input.words.at("service.names");
    for (size_t service = 0; service < services.size(); service++) {
      this->services.push_back(makeService(input, service));
    }
  }

 private:
  static Level makeLevel(const Input &input, int level) {
    auto number = [&](const char *name) { return input[std::string("level.") + name][level]; };
    return {number("productivity"), number("ramp"), number("lead"), number("retry"),
            number("cost"), number("leaving"), number("monthsToOnCall")};
  }

  static Team makeTeam(const Input &input, size_t team) {
    Team result{input.words.at("team.names")[team], int(input["team.layers"][team]),
                input["team.roadmap"][team], input["team.onboarding"][team],
                input["team.steady"][team], {}, {}};
    for (int level = 0; level < standings; level++) {
      EntityID id{"team", result.name, input.words.at("level.names")[level]};
      int count = int(input["team.people"][team * standings + level]);
      for (int number = 1; number <= count; number++) {
        result.members.push_back(level);
        result.ids.push_back(id.numbered(number));
      }
    }
    return result;
  }

  static Service makeService(const Input &input, size_t service) {
    auto number = [&](const char *name) { return input[std::string("service.") + name][service]; };
    return {int(number("team")), number("pages"), number("compliance"), number("upkeep"),
            number("toil"), number("step"),
            EntityID{"service", input.words.at("service.names")[service]}};
  }
};

// MARK: Pages

static double probabilityOfNone(double mean, double varianceToMean) {
  return std::exp(-mean / (varianceToMean - 1) * std::log(varianceToMean));
}

static double negativeBinomial(double mean, double varianceToMean, double uniform) {
  if (mean <= 0) return 0;
  double less = mean / (varianceToMean - 1) - 1, share = 1 - 1 / varianceToMean;
  double count = 0, term = probabilityOfNone(mean, varianceToMean), sum = term;
  while (sum < uniform && count < 1024) {
    count += 1;
    term *= (count + less) / count * share;
    sum += term;
  }
  return count;
}

static double probabilityOfMore(int count, double mean, double varianceToMean) {
  if (mean <= 0) return 0;
  double size = mean / (varianceToMean - 1), term = probabilityOfNone(mean, varianceToMean), sum = 0;
  for (int n = 0; n <= count; n++) {
    sum += term;
    term *= (n + size) / (n + 1) * (1 - 1 / varianceToMean);
  }
  return max(0.0, 1 - sum);
}

// Erlang C: how likely everybody on call is busy.
static double probabilityOfWaiting(double load, int servers) {
  if (load <= 0) return 0;
  if (load >= servers) return 1;
  double blocked = 1;
  for (int server = 1; server <= servers; server++) {
    blocked = load * blocked / (server + load * blocked);
  }
  return servers * blocked / (servers - load * (1 - blocked));
}

// MARK: A month of a team

struct Person {
  EntityID id;
  int level;
  int start;
  bool isHire;
  bool isBurnedOut;
};

struct Requisition {
  EntityID id;
  int team, level;
  int declined = 0;
  int due = -1;
};

struct Condition {
  double interviewHours[months] = {};
  double burnout = 0, debt = 0, pressure = 0, missedRoadmap = 0;

  void chargeInterviews(int from, double lead, const Rules &rules) {
    double length = max(1.0, std::ceil(lead)), each = rules.interviewHours / length;
    int end = int(min(double(months), from + length));
    for (int month = from; month < end; month++) interviewHours[month] += each;
  }
};

struct Capacity {
  ByStanding pool, headcount;
  double newcomers = 0, callReady = 0, guidance = 1, engineers = 0;
};

struct Cost {
  double payroll = 0, hiring = 0, shortage = 0, slip = 0;
};

struct TeamMonth {
  ByStanding headcount;
  double newcomers, callReady, starters, leavers, capacity, guidance;
  double asked, done, seniorAsked, seniorCoverage, coverage, quarterCoverage, quarterSenior;
  double pages, onCallShare, nights, pagesPer12Hours, shiftOverLimit, allBusy, sleep, freeTime;
  double weeklyHours, burnout, debt, slipMonths;
  Cost cost;
};

struct Demand {
  ByKind asked = {};
  double pages = 0, expected = 0;
};

struct Outcome {
  double stationary, pressure;
  WorkDemand open;
  ByKind worked;
};

// The employees of a team, counted up person by person.
class Crew {
 public:
  explicit Crew(const Model &model, const Team &team) : model(model), team(team) {}

  void add(const Person &person, int month, double vigour) {
    const Level &level = model.levels[person.level];
    const Rules &rules = model.rules;
    // Who was there before the first month has been there for long.
    bool isYoung = person.isHire;
    int age = month - person.start;
    double ramp = level.ramp * team.onboarding;
    capacity.headcount[person.level] += 1;
    capacity.callReady += isYoung ? clamp(age + 1 - level.monthsToOnCall * team.onboarding, 0, 1) : 1;
    double worth = level.productivity * (isYoung ? output(age, ramp, rules.startOutput) : 1);
    capacity.engineers += worth;
    double hours = worth * rules.hoursPerMonth * vigour;
    if (isYoung && age < ramp) {
      capacity.newcomers += 1;
      needed += age < 3 ? rules.mentoringEarly : rules.mentoringLate;
      guided[person.level] += hours;
    } else if (person.level == junior) {
      needed += rules.guidancePerJunior;
      guided[junior] += hours;
    } else {
      unguided[person.level] += hours;
      if (person.level >= senior) {
        mentors += 1;
        mentorOutput += level.productivity;
      }
    }
  }

  Capacity finish(double interviews) {
    const Rules &rules = model.rules;
    double people = capacity.headcount.total();
    double talk = max(0.0, 1 - rules.communicationPerPair * (people * max(0.0, people - 1) / 2));
    if (needed > 0) capacity.guidance = min(1.0, rules.guidanceCapacity * mentors / needed);
    double guidedOutput = rules.guidanceFloor + (1 - rules.guidanceFloor) * capacity.guidance;
    for (int standing = 0; standing < standings; standing++) {
      capacity.pool[standing] = (unguided[standing] + guided[standing] * guidedOutput) * talk;
    }
    double mentoring = needed * capacity.guidance * rules.hoursPerMonth;
    double worth = mentors > 0 ? mentorOutput / mentors : 1;
    capacity.pool.takeFromSeniors((mentoring + interviews) * worth);
    return capacity;
  }

 private:
  const Model &model;
  const Team &team;
  Capacity capacity;
  ByStanding guided, unguided;
  double needed = 0, mentors = 0, mentorOutput = 0;

  // Linear from the first day's output to full; the mean over the month that begins at `age`.
  static double output(double age, double ramp, double start) {
    if (age >= ramp) return 1;
    double inside = min(1.0, ramp - age);
    double rising = start + (1 - start) * (age + inside / 2) / ramp;
    return rising * inside + (1 - inside);
  }
};

static double pageFactor(const Condition &condition, const Capacity &capacity, double steady,
                         const Rules &rules) {
  double people = capacity.headcount.total();
  double debt = steady > 0 ? min(1.0, condition.debt / (12 * steady)) : 0;
  double newcomers = people > 0 ? capacity.newcomers / people : 0;
  return (1 + rules.overloadPages * condition.pressure) * (1 + rules.debtPages * debt)
       * (1 + rules.newcomerPages * newcomers) * (1 + (rules.errorOdds - 1) * condition.burnout);
}

static double seniorHours(const WorkDemand &demand) {
  double sum = 0;
  for (int kind = 0; kind < kinds; kind++) {
    if (kind != debt) sum += demand[kind].seniors();
  }
  return sum;
}

static WorkDemand byStanding(const ByKind &asked, const WorkDemand &shares) {
  WorkDemand result;
  for (int kind = 0; kind < kinds; kind++) {
    for (int standing = 0; standing < standings; standing++) {
      result[kind][standing] = shares[kind][standing] * asked[kind];
    }
  }
  return result;
}

// Works off the most urgent kinds first.
static ByKind workOff(ByStanding pool, WorkDemand &demand) {
  ByKind done;
  for (int kind = 0; kind < kinds; kind++) done[kind] = pool.workOff(demand[kind]);
  return done;
}

static double stationaryBurnout(double weeklyHours, double nights, double sleep, const Rules &rules) {
  double logOdds = std::log(rules.burnoutBase / (1 - rules.burnoutBase))
                 + rules.burnoutPerHour * (weeklyHours - rules.contractHours)
                 + rules.burnoutNights * clamp(nights - 1, 0, 1)
                 + rules.burnoutSleep * clamp(sleep, 0, 1);
  return 1 / (1 + std::exp(-logOdds));
}

static void carryPager(const Demand &demand, double people, int layers, const Rules &rules,
                       TeamMonth &cell) {
  constexpr double shifts = 365.0 / 12 * 2;
  cell.onCallShare = people > layers ? layers / people : 1;
  cell.nights = 7 * cell.onCallShare;
  cell.pagesPer12Hours = demand.pages / shifts;
  double perShift = demand.expected / shifts;
  cell.shiftOverLimit =
      probabilityOfMore(int(rules.maxPagesPer12Hours), perShift, rules.varianceToMean);
  cell.allBusy = probabilityOfWaiting(perShift / 12 * rules.handlingHours, layers);
  double carriers = max(people, double(layers));
  cell.sleep = demand.pages * rules.sleepShare / carriers;
  cell.freeTime = cell.sleep + demand.pages * rules.offHoursShare / carriers;
}

// Does a month's work within contract hours.
static Outcome work(const Demand &demand, const Capacity &capacity, int layers, const Rules &rules,
                    TeamMonth &cell) {
  carryPager(demand, capacity.callReady, layers, rules, cell);
  Outcome end;
  end.open = byStanding(demand.asked, rules.shares);
  cell.seniorAsked = seniorHours(end.open);
  double hours = capacity.pool.total();
  end.worked = workOff(capacity.pool, end.open);
  double urgent = 0;
  for (int kind : {incidents, compliance, scaling, upkeep}) urgent += end.open[kind].total();
  end.pressure = hours > 0
      ? min(2.0, (urgent + rules.roadmapPressure * end.open[roadmap].total()) / hours)
      : total(demand.asked) > 0 ? 2 : 0;
  double overtime =
      min(rules.overtimeMax, rules.overtimeAbsorbed * end.pressure * rules.contractHours);
  cell.weeklyHours = rules.contractHours + overtime;
  cell.asked = total(demand.asked) - demand.asked[debt];
  cell.done = total(end.worked) - end.worked[debt];
  cell.coverage = cell.asked > 1e-9 ? min(1.0, cell.done / cell.asked) : 1;
  cell.seniorCoverage = cell.seniorAsked > 1e-9 ? 1 - seniorHours(end.open) / cell.seniorAsked : 1;
  cell.capacity = hours;
  cell.guidance = capacity.guidance;
  cell.pages = demand.pages;
  end.stationary = stationaryBurnout(cell.weeklyHours, cell.nights, cell.sleep * 12 / 52, rules);
  return end;
}

// MARK: A future

class Future {
 public:
  std::vector<TeamMonth> cells;
  Numbers servicePages;

  explicit Future(const Model &model)
      : cells(model.teams.size() * months), servicePages(model.services.size() * months),
        model(model), rules(model.rules), today(model.teams.size()), teams(model.teams.size()),
        backlog(model.services.size()) {
    for (size_t team = 0; team < teams.size(); team++) settle(int(team));
  }

  void play(int replication) {
    luck = {model.seed, uint32_t(replication)};
    requisitions.clear();
    std::fill(backlog.begin(), backlog.end(), 0);
    for (size_t team = 0; team < teams.size(); team++) begin(int(team));
    for (int month = 0; month < months; month++) step(month);
  }

 private:
  // What a team is like before the first month.
  struct Today {
    double burnout, pressure = 0, engineers, pageFactor;
  };

  struct TeamFuture {
    std::vector<Person> people;
    Condition condition;
    Capacity capacity;
    Demand demand;
    double change, trouble, started, doneScaling;

    double burnedOutShare() const {
      double count = 0;
      for (const Person &person : people) count += person.isBurnedOut;
      return people.empty() ? 0 : count / double(people.size());
    }
  };

  const Model &model;
  const Rules &rules;
  Stream luck{};
  std::vector<Today> today;
  std::vector<TeamFuture> teams;
  std::vector<Requisition> requisitions;
  Numbers backlog;

  // Brings burnout to the level that today's load sustains.
  void settle(int index) {
    const Team &team = model.teams[index];
    Demand demand;
    for (const Service &service : model.services) {
      if (service.team == index) ask(service, service.pages, service.pages, 1, 0, demand);
    }
    demand.asked[roadmap] = team.roadmap;
    Condition condition;
    condition.burnout = rules.burnoutBase;
    for (int round = 0; round < 60; round++) {
      Crew crew(model, team);
      for (int level : team.members) {
        crew.add({{}, level, 0, false, false}, 0, rules.vigour(condition.burnout));
      }
      Capacity capacity = crew.finish(0);
      TeamMonth cell;
      Outcome end = work(demand, capacity, team.layers, rules, cell);
      bool isSettled = std::abs(end.stationary - condition.burnout) < 1e-13
                    && std::abs(end.pressure - condition.pressure) < 1e-13;
      condition.pressure = end.pressure;
      condition.burnout = end.stationary;
      today[index] = {condition.burnout, condition.pressure, capacity.engineers,
                      pageFactor(condition, capacity, team.steady, rules)};
      if (isSettled) break;
    }
  }

  void begin(int index) {
    const Team &plan = model.teams[index];
    TeamFuture &team = teams[index];
    team.condition = Condition();
    team.condition.pressure = today[index].pressure;
    team.people.clear();
    for (size_t place = 0; place < plan.members.size(); place++) {
      team.people.push_back({plan.ids[place], plan.members[place], 0, false,
                             startsBurnedOut(plan.ids[place], today[index].burnout)});
    }
    team.condition.burnout = team.burnedOutShare();
  }

  bool startsBurnedOut(EntityID id, double share) const {
    return happens(luck.draws(id, Purpose::startingBurnout).first, share);
  }

  void step(int month) {
    recruit(month);
    arrive(month);
    for (size_t team = 0; team < teams.size(); team++) gather(int(team), month);
    for (size_t service = 0; service < model.services.size(); service++) page(int(service), month);
    for (size_t team = 0; team < teams.size(); team++) finish(int(team), month);
    for (size_t service = 0; service < model.services.size(); service++) {
      carryScaling(int(service), month);
    }
  }

  // MARK: Hiring

  void recruit(int month) {
    for (Requisition &requisition : requisitions) {
      if (requisition.due >= 0) continue;
      double length = search(requisition, model.levels[requisition.level].lead, month);
      teams[requisition.team].condition.chargeInterviews(month, length, rules);
    }
  }

  // Draws when whoever a search finds begins; a search that ends within a month begins it or the next.
  double search(Requisition &requisition, double mean, int month) {
    Uniforms draws =
        luck.draws(requisition.id, Purpose::timeToFill, min(requisition.declined, 255));
    double length = min(1e6, lognormalQuantile(draws.first, mean, rules.leadTimeSpread));
    int least = requisition.declined > 0 ? month + 1 : month;
    requisition.due = max(least, int(std::floor(month + length + draws.second)));
    return length;
  }

  void arrive(int month) {
    for (TeamFuture &team : teams) team.started = 0;
    for (Requisition &requisition : requisitions) {
      if (requisition.due != month) continue;
      Uniforms draws =
          luck.draws(requisition.id, Purpose::acceptance, 0, requisition.declined >> 1);
      double chance = requisition.declined & 1 ? draws.second : draws.first;
      if (happens(chance, rules.acceptance)) {
        join(requisition, month);
      } else {
        requisition.declined += 1;
        search(requisition, model.levels[requisition.level].retry, month);
      }
    }
    std::erase_if(requisitions, [&](const Requisition &each) { return each.due == month; });
    for (TeamFuture &team : teams) {
      if (team.started > 0) team.condition.burnout = team.burnedOutShare();
    }
  }

  void join(const Requisition &requisition, int month) {
    TeamFuture &team = teams[requisition.team];
    team.people.push_back({requisition.id, requisition.level, month, true,
                           startsBurnedOut(requisition.id, rules.burnoutBase)});
    team.started += 1;
  }

  // MARK: Work

  void gather(int index, int month) {
    TeamFuture &team = teams[index];
    const Team &plan = model.teams[index];
    double rested = rules.vigour(0), tired = rules.vigour(1);
    Crew crew(model, plan);
    for (const Person &person : team.people) {
      crew.add(person, month, person.isBurnedOut ? tired : rested);
    }
    team.capacity = crew.finish(team.condition.interviewHours[month]);
    team.change = today[index].engineers > 0 ? team.capacity.engineers / today[index].engineers : 1;
    team.trouble = pageFactor(team.condition, team.capacity, plan.steady, rules)
                 / today[index].pageFactor;
    team.demand = Demand();
  }

  // Pages of a service that come, and the work that it asks for.
  void page(int index, int month) {
    const Service &service = model.services[index];
    TeamFuture &team = teams[service.team];
    double late = 0;
    if (service.step > 0 && backlog[index] > 0) {
      int place = index * months + month;
      double before = month > 0 ? model.scheduled[place - 1] : 0;
      late = clamp(model.needed[place] - (before - backlog[index]) / service.step, 0, 1);
    }
    double expected = service.pages
        * (rules.changeShare * team.change + model.trafficPages[month]) * team.trouble
        * (1 + rules.scalingOverduePages * late);
    double chance = luck.draws(service.id, Purpose::pages, month).first;
    double pages = negativeBinomial(expected, rules.varianceToMean, chance);
    servicePages[index * months + month] = pages;
    ask(service, pages, expected, model.trafficToil[month],
        model.due[index * months + month] + backlog[index], team.demand);
  }

  void ask(const Service &service, double pages, double expected, double toil, double due,
           Demand &demand) const {
    demand.pages += pages;
    demand.expected += expected;
    demand.asked[incidents] += pages * rules.effortPerPage;
    demand.asked[compliance] += service.compliance;
    demand.asked[upkeep] += service.upkeep + service.toil * toil;
    demand.asked[scaling] += due;
  }

  void finish(int index, int month) {
    TeamFuture &team = teams[index];
    TeamMonth cell;
    cell.starters = team.started;
    double stationary = doWork(index, cell);
    fillQuarter(cell, index, month);
    for (const Person &person : team.people) cell.cost.payroll += model.levels[person.level].cost;
    cell.burnout = team.condition.burnout;
    cell.leavers = live(index, month, stationary);
    cells[index * months + month] = cell;
  }

  // Returns the burnout to which the load would lead.
  double doWork(int index, TeamMonth &cell) {
    TeamFuture &team = teams[index];
    const Team &plan = model.teams[index];
    Condition &condition = team.condition;
    ByKind &asked = team.demand.asked;
    asked[upkeep] += rules.debtInterest * condition.debt;
    asked[debt] = rules.debtPaydown * condition.debt;
    asked[roadmap] = plan.roadmap;
    Outcome end = work(team.demand, team.capacity, plan.layers, rules, cell);
    condition.pressure = end.pressure;
    if (end.pressure > 0) workOvertime(asked, team.capacity.pool, end);
    team.doneScaling = asked[scaling] > 0 ? 1 - end.open[scaling].total() / asked[scaling] : 1;
    double deferred =
        end.open[upkeep].total() + end.open[compliance].total() + end.open[incidents].total();
    condition.missedRoadmap += end.open[roadmap].total();
    condition.debt = max(0.0, condition.debt + deferred - end.worked[debt]);
    cell.headcount = team.capacity.headcount;
    cell.newcomers = team.capacity.newcomers;
    cell.callReady = team.capacity.callReady;
    cell.debt = condition.debt;
    cell.slipMonths = plan.roadmap > 0 ? condition.missedRoadmap / plan.roadmap : 0;
    cell.cost.hiring = cell.starters * rules.costPerHire;
    cell.cost.shortage = (deferred + end.open[scaling].total()) * rules.shortagePrice;
    cell.cost.slip = end.open[roadmap].total() * rules.slipPrice;
    return end.stationary;
  }

  // Does the month again with longer hours.
  void workOvertime(const ByKind &asked, ByStanding pool, Outcome &end) const {
    end.open = byStanding(asked, rules.shares);
    double factor =
        1 + min(rules.overtimeMax / rules.contractHours, rules.overtimeAbsorbed * end.pressure);
    for (double &hours : pool.hours) hours *= factor;
    end.worked = workOff(pool, end.open);
  }

  // Coverage of this month and the two before it together.
  void fillQuarter(TeamMonth &cell, int team, int month) const {
    double asked = 0, done = 0, seniorAsked = 0, seniorDone = 0;
    auto add = [&](const TeamMonth &each) {
      asked += each.asked;
      done += each.done;
      seniorAsked += each.seniorAsked;
      seniorDone += each.seniorCoverage * each.seniorAsked;
    };
    for (int before = max(0, month - 2); before < month; before++) add(cells[team * months + before]);
    add(cell);
    cell.quarterCoverage = asked > 1e-9 ? min(1.0, done / asked) : 1;
    cell.quarterSenior = seniorAsked > 1e-9 ? min(1.0, seniorDone / seniorAsked) : 1;
  }

  void carryScaling(int index, int month) {
    double due = model.due[index * months + month] + backlog[index];
    double done = teams[model.services[index].team].doneScaling;
    backlog[index] = due > 0 ? max(0.0, due * (1 - done)) : 0;
  }

  // MARK: People

  // Lets people leave, burn out and recover; returns how many left.
  double live(int index, int month, double stationary) {
    TeamFuture &team = teams[index];
    double ordinary = 1 + (rules.hazardRatio - 1) * rules.burnoutBase;
    size_t kept = 0;
    for (Person &person : team.people) {
      Uniforms draws = luck.draws(person.id, Purpose::monthOfLife, month);
      double strain = (person.isBurnedOut ? rules.hazardRatio : 1) / ordinary;
      if (happens(draws.first, clamp(chanceOfLeaving(person, month) * strain, 0, 1))) {
        requisitions.push_back({person.id.successor(), index, person.level});
        continue;
      }
      double next = rules.nextBurnout(person.isBurnedOut, stationary);
      person.isBurnedOut = happens(draws.second, next);
      team.people[kept++] = person;
    }
    double left = double(team.people.size() - kept);
    team.people.resize(kept);
    team.condition.burnout = team.burnedOutShare();
    return left;
  }

  double chanceOfLeaving(const Person &person, int month) const {
    int age = month - person.start;
    double usual = model.levels[person.level].leaving * rules.tenureFactor(person.isHire, age);
    return person.isHire && age < 6 ? max(usual, rules.earlyExitPerMonth) : usual;
  }
};

// MARK: Limits

constexpr uint16_t policy = 0b11111;

class Limits {
 public:
  explicit Limits(const Model &model) : at(model.thresholds) {}

  // A bit for each limit that a month breaks.
  uint16_t broken(const TeamMonth &cell, int layers) const {
    uint16_t bits = 0;
    bits |= (at[0] - cell.quarterCoverage - 1e-9 > 0) << 0;
    bits |= (at[1] - cell.quarterSenior - 1e-9 > 0) << 1;
    bits |= isShort(cell, layers, at[2]) << 2;
    bits |= (cell.burnout - at[3] - 1e-9 > 0) << 3;
    bits |= (at[4] - 0.5 - cell.headcount.seniors() > 0) << 4;
    bits |= isShort(cell, layers, at[5]) << 5;
    bits |= (cell.pagesPer12Hours - at[6] - 1e-9 > 0) << 6;
    bits |= (cell.weeklyHours - at[7] - 1e-9 > 0) << 7;
    bits |= (cell.freeTime - at[8] - 1e-9 > 0) << 8;
    bits |= hasNights(cell, at[9]) << 9;
    bits |= isShort(cell, layers, at[10]) << 10;
    return bits;
  }

 private:
  Numbers at;

  static bool isShort(const TeamMonth &cell, int layers, double threshold) {
    return std::ceil(layers / max(threshold, 1e-9)) - 0.5 - cell.callReady > 0;
  }

  // Whole people decide.
  static bool hasNights(const TeamMonth &cell, double threshold) {
    if (cell.nights < threshold) return false;
    return cell.nights * cell.callReady / max(1.0, std::round(cell.callReady)) > threshold + 1e-9;
  }
};

// MARK: Statistics

// Counts by exponent and the first seven digits of the mantissa.
class LogBuckets {
 public:
  static constexpr double smallest = 0x1p-34;
  int64_t total = 0;

  void insert(double number) {
    int64_t bucket = std::bit_cast<int64_t>(min(number, 0x1p64)) >> shift;
    total += 1;
    if (uint64_t(bucket - first) >= counts.size()) cover(bucket);
    counts[bucket - first] += 1;
  }

  double valueAtRank(int64_t rank) const {
    int64_t passed = 0;
    for (size_t place = 0; place < counts.size(); place++) {
      passed += counts[place];
      if (rank >= passed) continue;
      int64_t bucket = first + int64_t(place);
      return (std::bit_cast<double>(bucket << shift) + std::bit_cast<double>((bucket + 1) << shift)) / 2;
    }
    return 0;
  }

 private:
  static constexpr int shift = 52 - 7, chunk = 32;
  int64_t first = 0;
  std::vector<int64_t> counts;

  void cover(int64_t bucket) {
    int64_t lower = bucket / chunk * chunk, upper = lower + chunk;
    if (!counts.empty()) {
      lower = min(lower, first);
      upper = max(upper, first + int64_t(counts.size()));
    }
    std::vector<int64_t> wider(upper - lower);
    std::copy(counts.begin(), counts.end(), wider.begin() + (counts.empty() ? 0 : first - lower));
    counts.swap(wider);
    first = lower;
  }
};

class Figure {
 public:
  void insert(double value) {
    count += 1;
    double deviation = value - mean;
    mean += deviation * (1 / double(count));
    squares += deviation * (value - mean);
    if (value >= LogBuckets::smallest) {
      positive.insert(value);
    } else {
      zeros += 1;
    }
    lowest = min(lowest, value);
    highest = max(highest, value);
  }

  void print() const {
    double error = std::sqrt(squares / double(count - 1) / double(count));
    std::printf("{\"mean\": %.17g, \"standardError\": %.17g, ", mean, error);
    std::printf("\"p10\": %.17g, \"p50\": %.17g, \"p90\": %.17g}", quantile(0.1), quantile(0.5),
                quantile(0.9));
  }

 private:
  int64_t count = 0, zeros = 0;
  double mean = 0, squares = 0, lowest = INFINITY, highest = -INFINITY;
  LogBuckets positive;

  double quantile(double share) const {
    int64_t rank = max(int64_t(0), int64_t(std::ceil(share * double(count) * (1 - 1e-15))) - 1);
    if (rank == 0) return lowest;
    if (rank == count - 1) return highest;
    return clamp(rank < zeros ? 0 : positive.valueAtRank(rank - zeros), lowest, highest);
  }
};

constexpr const char *teamFigures[] = {"coverage", "seniorCoverage", "people", "burnout",
                                       "onCallShare", "weeklyHours", "pages", "slipMonths"};
constexpr const char *totalFigures[] = {"total", "cash", "payroll", "hiring", "shortage", "slip",
                                        "leavers", "starters", "policyKept"};

class Statistics {
 public:
  explicit Statistics(const Model &model)
      : model(model), limits(model), totals(std::size(totalFigures)),
        cells(model.teams.size() * months * std::size(teamFigures)),
        broken(model.teams.size() * months * model.limits.size()) {}

  void insert(const std::vector<TeamMonth> &future) {
    count += 1;
    Cost cost;
    double leavers = 0, starters = 0;
    int kept = 0, judged = 0;
    for (size_t place = 0; place < future.size(); place++) {
      const TeamMonth &cell = future[place];
      cost.payroll += cell.cost.payroll;
      cost.hiring += cell.cost.hiring;
      cost.shortage += cell.cost.shortage;
      cost.slip += cell.cost.slip;
      leavers += cell.leavers;
      starters += cell.starters;
      insert(cell, place);
      if (int(place % months) < model.firstMonth) continue;
      judged += 1;
      kept += judge(cell, place);
    }
    double cash = cost.payroll + cost.hiring;
    double row[] = {cash + cost.shortage + cost.slip, cash, cost.payroll, cost.hiring,
                    cost.shortage, cost.slip, leavers, starters, double(kept) / judged};
    for (size_t figure = 0; figure < totals.size(); figure++) totals[figure].insert(row[figure]);
  }

  void print() const {
    std::printf("{\"futures\": {\"played\": %d}, \"figures\": {", count);
    for (size_t figure = 0; figure < totals.size(); figure++) {
      std::printf("%s\"%s\": ", figure ? ", " : "", totalFigures[figure]);
      totals[figure].print();
    }
    std::printf("},\n\"teams\": [");
    for (size_t team = 0; team < model.teams.size(); team++) {
      std::printf("%s{\"team\": \"%s\", \"months\": [", team ? ",\n" : "",
                  model.teams[team].name.c_str());
      for (int month = 0; month < months; month++) print(team * months + month, month > 0);
      std::printf("]}");
    }
    std::printf("]}\n");
  }

 private:
  const Model &model;
  Limits limits;
  std::vector<Figure> totals, cells;
  std::vector<int> broken;
  int count = 0;

  void insert(const TeamMonth &cell, size_t place) {
    double row[] = {cell.quarterCoverage, cell.quarterSenior, cell.headcount.total(), cell.burnout,
                    cell.onCallShare, cell.weeklyHours, cell.pages, cell.slipMonths};
    for (size_t figure = 0; figure < std::size(row); figure++) {
      cells[place * std::size(row) + figure].insert(row[figure]);
    }
  }

  bool judge(const TeamMonth &cell, size_t place) {
    uint16_t bits = limits.broken(cell, model.teams[place / months].layers);
    for (uint16_t rest = bits; rest != 0; rest &= rest - 1) {
      broken[place * model.limits.size() + std::countr_zero(rest)] += 1;
    }
    return (bits & policy) == 0;
  }

  void print(size_t place, bool isLater) const {
    std::printf("%s\n{", isLater ? "," : "");
    for (size_t figure = 0; figure < std::size(teamFigures); figure++) {
      std::printf("\"%s\": ", teamFigures[figure]);
      cells[place * std::size(teamFigures) + figure].print();
      std::printf(", ");
    }
    std::printf("\"broken\": {");
    for (size_t limit = 0; limit < model.limits.size(); limit++) {
      std::printf("%s\"%s\": %.17g", limit ? ", " : "", model.limits[limit].c_str(),
                  broken[place * model.limits.size() + limit] / double(count));
    }
    std::printf("}}");
  }
};

int main(int count, char **arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: equal equal.json FUTURES\n");
    return 1;
  }
  Model model{Input(arguments[1])};
  Future future(model);
  Statistics statistics(model);
  int futures = std::atoi(arguments[2]);
  for (int replication = 0; replication < futures; replication++) {
    future.play(replication);
    statistics.insert(future.cells);
  }
  statistics.print();
}

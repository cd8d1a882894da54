#include "CHighs.h"

#include <dlfcn.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

// Declarations of our own: the header of HiGHS is not needed to build.
typedef int32_t HighsInt;
typedef struct CallbackOut CallbackOut;
// Its first field has been the request to stop ever since there are callbacks.
typedef struct {
  int user_interrupt;
} CallbackIn;
typedef void (*Callback)(int, const char *, const CallbackOut *, CallbackIn *, void *);

enum {
  kOk = 0,
  kRowwise = 2,
  kMinimize = 1,
  kCallbackSimplexInterrupt = 1,
  kCallbackIpmInterrupt = 2,
  kCallbackMipInterrupt = 6
};

static struct {
  void *library;
  const char *(*version)(void);
  HighsInt (*version_major)(void);
  HighsInt (*version_minor)(void);
  void *(*create)(void);
  HighsInt (*clear)(void *);
  HighsInt (*zero_clocks)(const void *);
  HighsInt (*pass)(
      void *, HighsInt, HighsInt, HighsInt, HighsInt, HighsInt, double, const double *,
      const double *, const double *, const double *, const double *, const HighsInt *,
      const HighsInt *, const double *, const HighsInt *);
  HighsInt (*set_bool)(void *, const char *, HighsInt);
  HighsInt (*set_int)(void *, const char *, HighsInt);
  HighsInt (*set_double)(void *, const char *, double);
  HighsInt (*set_string)(void *, const char *, const char *);
  HighsInt (*set_solution)(
      void *, const double *, const double *, const double *, const double *);
  HighsInt (*set_basis)(void *, const HighsInt *, const HighsInt *);
  HighsInt (*basis)(const void *, HighsInt *, HighsInt *);
  HighsInt (*set_callback)(void *, Callback, void *);
  HighsInt (*start_callback)(void *, HighsInt);
  const void *(*out_item)(const CallbackOut *, const char *);
  HighsInt (*run)(void *);
  HighsInt (*status)(const void *);
  HighsInt (*solution)(const void *, double *, double *, double *, double *);
  HighsInt (*int_info)(const void *, const char *, HighsInt *);
  HighsInt (*long_info)(const void *, const char *, int64_t *);
  HighsInt (*double_info)(const void *, const char *, double *);
  double (*seconds)(const void *);
} highs;

static char reason[512];

static bool find(void *library, const char *name, void *place) {
  void *symbol = dlsym(library, name);
  if (!symbol) {
    snprintf(reason, sizeof reason, "it has no function %s", name);
    return false;
  }
  memcpy(place, &symbol, sizeof symbol);
  return true;
}

static bool resolve(void *library) {
  bool found =
      find(library, "Highs_version", &highs.version)
      && find(library, "Highs_versionMajor", &highs.version_major)
      && find(library, "Highs_versionMinor", &highs.version_minor)
      && find(library, "Highs_create", &highs.create)
      && find(library, "Highs_clear", &highs.clear)
      && find(library, "Highs_zeroAllClocks", &highs.zero_clocks)
      && find(library, "Highs_passMip", &highs.pass)
      && find(library, "Highs_setBoolOptionValue", &highs.set_bool)
      && find(library, "Highs_setIntOptionValue", &highs.set_int)
      && find(library, "Highs_setDoubleOptionValue", &highs.set_double)
      && find(library, "Highs_setStringOptionValue", &highs.set_string)
      && find(library, "Highs_setSolution", &highs.set_solution)
      && find(library, "Highs_setBasis", &highs.set_basis)
      && find(library, "Highs_getBasis", &highs.basis)
      && find(library, "Highs_setCallback", &highs.set_callback)
      && find(library, "Highs_startCallback", &highs.start_callback)
      && find(library, "Highs_getCallbackDataOutItem", &highs.out_item)
      && find(library, "Highs_run", &highs.run)
      && find(library, "Highs_getModelStatus", &highs.status)
      && find(library, "Highs_getSolution", &highs.solution)
      && find(library, "Highs_getIntInfoValue", &highs.int_info)
      && find(library, "Highs_getInt64InfoValue", &highs.long_info)
      && find(library, "Highs_getDoubleInfoValue", &highs.double_info)
      && find(library, "Highs_getRunTime", &highs.seconds);
  if (!found) return false;
  HighsInt major = highs.version_major();
  HighsInt minor = highs.version_minor();
  if (major != 1 || minor < 11) {
    snprintf(reason, sizeof reason, "it is version %s, and 1.11 to 1.x is known", highs.version());
    return false;
  }
  return true;
}

const char *cadre_highs_load(const char *const *paths, int count) {
  if (highs.library) return NULL;
  snprintf(reason, sizeof reason, "there is no such file");
  for (int i = 0; i < count; i++) {
    void *library = dlopen(paths[i], RTLD_NOW | RTLD_LOCAL);
    if (!library) {
      const char *why = dlerror();
      if (why) snprintf(reason, sizeof reason, "%s", why);
      continue;
    }
    if (resolve(library)) {
      highs.library = library;
      return NULL;
    }
    dlclose(library);
  }
  return reason;
}

const char *cadre_highs_version(void) { return highs.library ? highs.version() : ""; }

typedef struct {
  cadre_highs_watch watch;
  void *context;
} Watcher;

static double number(const CallbackOut *out, const char *name, double missing) {
  const double *value = highs.out_item(out, name);
  return value ? *value : missing;
}

static void called_back(
    int type, const char *message, const CallbackOut *out, CallbackIn *in, void *context) {
  (void)message;
  if (!in) return;
  const Watcher *watcher = context;
  cadre_highs_progress progress = {
      number(out, "running_time", 0), INFINITY, -INFINITY, 0, 0,
  };
  if (type == kCallbackMipInterrupt) {
    const int64_t *nodes = highs.out_item(out, "mip_node_count");
    progress.best = number(out, "mip_primal_bound", INFINITY);
    progress.bound = number(out, "mip_dual_bound", -INFINITY);
    const int64_t *iterations = highs.out_item(out, "mip_total_lp_iterations");
    progress.nodes = nodes ? *nodes : 0;
    progress.iterations = iterations ? *iterations : 0;
  } else if (type == kCallbackSimplexInterrupt) {
    const HighsInt *iterations = highs.out_item(out, "simplex_iteration_count");
    progress.iterations = iterations ? *iterations : 0;
  }
  in->user_interrupt = watcher->watch(progress, watcher->context) ? 1 : 0;
}

// Whether all calls that have to succeed do.
static bool prepare(void *it, bool is_whole, cadre_highs_limits limits) {
  return highs.set_bool(it, "output_flag", 0) == kOk && highs.set_int(it, "threads", 1) == kOk
      && highs.set_int(it, "random_seed", limits.seed) == kOk
      // It doubles the time for programmes such as ours and finds nothing that others do not.
      && highs.set_bool(it, "mip_heuristic_run_root_reduced_cost", 0) == kOk
      && highs.set_bool(it, "mip_heuristic_run_rins", limits.explores) == kOk
      && highs.set_bool(it, "mip_heuristic_run_rens", limits.explores) == kOk
      && highs.set_bool(it, "mip_heuristic_run_feasibility_jump", limits.jumps) == kOk
      // Rows that are dense cost more to rearrange than the rearranged ones save, without whole numbers.
      // [Benchmarks/solver/README.md]
      && highs.set_string(it, "presolve", is_whole ? "choose" : "off") == kOk
      && highs.set_double(it, "time_limit", limits.seconds) == kOk
      && highs.set_double(it, "mip_rel_gap", limits.gap) == kOk
      && highs.set_double(it, "mip_abs_gap", limits.absolute_gap) == kOk;
}

static bool watched(void *it, Watcher *watcher) {
  return highs.set_callback(it, called_back, watcher) == kOk
      && highs.start_callback(it, kCallbackSimplexInterrupt) == kOk
      && highs.start_callback(it, kCallbackIpmInterrupt) == kOk
      && highs.start_callback(it, kCallbackMipInterrupt) == kOk;
}

static void take(
    void *it, bool is_whole, int32_t rows, cadre_highs_outcome *outcome, double *values,
    double *duals) {
  HighsInt is_feasible = 0;
  (void)highs.int_info(it, "primal_solution_status", &is_feasible);
  // 2 is feasible.
  if (is_feasible != 2) return;
  if (highs.solution(it, values, NULL, NULL, duals) != kOk) return;
  outcome->has_values = true;
  (void)highs.double_info(it, "objective_function_value", &outcome->objective);
  outcome->bound = outcome->objective;
  if (!is_whole) return;
  (void)highs.double_info(it, "mip_dual_bound", &outcome->bound);
  (void)highs.long_info(it, "mip_node_count", &outcome->nodes);
  if (rows > 0) memset(duals, 0, sizeof(double) * (size_t)rows);
}

void *cadre_highs_instance(void) { return highs.library ? highs.create() : NULL; }

cadre_highs_outcome cadre_highs_solve(
    void *it, int32_t columns, int32_t rows, int32_t entries, const double *cost,
    const double *lower, const double *upper, const double *row_lower, const double *row_upper,
    const int32_t *starts, const int32_t *indices, const double *factors,
    const int32_t *integrality, const double *start, cadre_highs_limits limits,
    cadre_highs_watch watch, void *context, double *values, double *duals, bool begins,
    int32_t *column_basis, int32_t *row_basis) {
  cadre_highs_outcome outcome = {-1, false, false, INFINITY, -INFINITY, 0, 0, 0};
  Watcher watcher = {watch, context};
  bool is_ready = prepare(it, integrality != NULL, limits)
      // A warning, such as one of tiny factors, is more than kOk.
      && highs.pass(
             it, columns, rows, entries, kRowwise, kMinimize, 0, cost, lower, upper, row_lower,
             row_upper, starts, indices, factors, integrality)
             >= kOk
      && (!watch || watched(it, &watcher));
  if (is_ready && start) {
    // A start that does not fit is worth nothing and harms nothing.
    (void)highs.set_solution(it, start, NULL, NULL, NULL);
  }
  bool has_basis = !integrality && column_basis && row_basis;
  if (is_ready && has_basis && begins) (void)highs.set_basis(it, column_basis, row_basis);
  if (is_ready && highs.run(it) >= kOk) {
    outcome.status = highs.status(it);
    take(it, integrality != NULL, rows, &outcome, values, duals);
    HighsInt iterations = 0;
    (void)highs.int_info(it, "simplex_iteration_count", &iterations);
    outcome.iterations = iterations > 0 ? iterations : 0;
    outcome.seconds = highs.seconds(it);
    outcome.has_basis = has_basis && outcome.has_values
        && highs.basis(it, column_basis, row_basis) == kOk;
  }
  // The next program finds an instance like new; its time limit is of all its programs together.
  (void)highs.clear(it);
  (void)highs.zero_clocks(it);
  return outcome;
}

#ifndef CADRE_CHIGHS_H
#define CADRE_CHIGHS_H

#include <stdbool.h>
#include <stdint.h>

/// HiGHS, found at run time: nothing of it is linked, so that cadre builds and runs without it.
///
/// Only functions of its C interface that have been there since version 1.11 are used.

/// Loads the library from the first of `count` paths that holds one.
///
/// Not safe to be called by two threads at once. Returns NULL where it is loaded, now or before, else
/// why not, as a text that the next call overwrites.
const char *cadre_highs_load(const char *const *paths, int count);

/// The version of the loaded library.
const char *cadre_highs_version(void);

typedef struct {
  double seconds;
  double gap;
  double absolute_gap;
  int32_t seed;
  bool explores;
  bool jumps;
} cadre_highs_limits;

/// What is known while a program is solved; `bound` and `best` are infinite where nothing is.
typedef struct {
  double seconds;
  double best;
  double bound;
  int64_t nodes;
  /// Simplex iterations so far.
  int64_t iterations;
} cadre_highs_progress;

/// Asked every now and then; true stops the search.
typedef bool (*cadre_highs_watch)(cadre_highs_progress progress, void *context);

typedef struct {
  /// `kHighsModelStatus…` of HiGHS; negative where a call failed.
  int32_t status;
  bool has_values;
  bool has_basis;
  double objective;
  double bound;
  int64_t nodes;
  /// Simplex iterations and seconds that it took.
  int64_t iterations;
  double seconds;
} cadre_highs_outcome;

/// An instance to solve programs with, one after another; NULL where there is none.
///
/// There is no way to let go of it: until version 1.16, `Highs_destroy` ends a scheduler that
/// instances on other threads may be using. [ERGO-Code/HiGHS#3141]
void *cadre_highs_instance(void);

/// Solves a program whose objective is to be least, on one thread.
///
/// Rows are given one after another: `starts` says where each begins in `indices` and `factors`.
/// `integrality` is 1 where a column is a whole number, or NULL where none is; `start` has values of
/// all columns to begin with, or is NULL. `values` takes one number per column, `duals` one per row;
/// these are written only where `has_values` is true, duals of programs with whole numbers are zero.
/// `column_basis` and `row_basis` are both NULL, or say where each stands in the basis of a program
/// without whole numbers to begin with, where `begins` is true, and are written with that of what was
/// found where `has_basis` is.
/// Two threads may solve at once, each with an instance of its own.
cadre_highs_outcome cadre_highs_solve(
    void *instance, int32_t columns, int32_t rows, int32_t entries, const double *cost,
    const double *lower, const double *upper, const double *row_lower, const double *row_upper,
    const int32_t *starts, const int32_t *indices, const double *factors,
    const int32_t *integrality, const double *start, cadre_highs_limits limits,
    cadre_highs_watch watch, void *context, double *values, double *duals, bool begins,
    int32_t *column_basis, int32_t *row_basis);

#endif

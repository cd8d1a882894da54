#pragma once

/// Requests for memory of the whole process so far: malloc, calloc, realloc and the aligned ones.
/// Counted with glibc only; 0 elsewhere.
long cadre_allocations(void);

#include "CBuild.h"

#ifndef CADRE_COMMIT
#define CADRE_COMMIT ""
#endif

const char *const cadre_build_commit = CADRE_COMMIT;

#ifndef CBUILD_H
#define CBUILD_H

/// The commit that was built, as git names it, "+" behind it where files were changed since;
/// empty where that is not known.
extern const char *const cadre_build_commit;

#endif

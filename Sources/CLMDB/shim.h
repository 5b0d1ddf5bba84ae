#include <lmdb.h>

#ifdef __linux__
#include <sys/vfs.h>

// glibc declares it for GNU programs only, and Swift's view of glibc is not one.
#ifndef RENAME_NOREPLACE
#define RENAME_NOREPLACE 1
#endif
int renameat2(int old_directory, const char *old_path, int new_directory, const char *new_path, unsigned int flags);
#endif

#pragma once
#include <stdio.h>

#ifdef __linux__
/// glibc has it since 2.28; its headers show it only to programs that ask for GNU extensions, which Swift does not.
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);

/// Exchanges two paths in one step (renameat2(2), RENAME_EXCHANGE with both paths from the current folder, AT_FDCWD).
static inline int exchange_paths(const char *a, const char *b) { return renameat2(-100, a, -100, b, 1u << 1); }
#else
/// Exchanges two paths in one step (renamex_np(2), RENAME_SWAP).
static inline int exchange_paths(const char *a, const char *b) { return renamex_np(a, b, 0x00000002); }
#endif

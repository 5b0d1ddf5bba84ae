#ifndef LVZHI_CHECKSUM_H
#define LVZHI_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli) of `length` bytes, continuing from `crc` (0 to begin).
/// Uses the processor's instruction where there is one and a table elsewhere; both give the same value.
uint32_t lvzhi_crc32c(uint32_t crc, const void *bytes, size_t length);

#endif

#include "lvzhi_checksum.h"
#include <string.h>

static const uint32_t castagnoli = 0x82F63B78u;

static uint32_t bitwise(uint32_t crc, const unsigned char *bytes, size_t length) {
    while (length--) {
        crc ^= *bytes++;
        for (int bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (castagnoli & (0u - (crc & 1u)));
    }
    return crc;
}

#if defined(__x86_64__)
#include <nmmintrin.h>

__attribute__((target("sse4.2"))) static uint32_t hardware(uint32_t crc, const unsigned char *bytes, size_t length) {
    uint64_t wide = crc;
    while (length >= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        wide = _mm_crc32_u64(wide, word);
        bytes += 8;
        length -= 8;
    }
    crc = (uint32_t)wide;
    while (length--)
        crc = _mm_crc32_u8(crc, *bytes++);
    return crc;
}

uint32_t lvzhi_crc32c(uint32_t crc, const void *bytes, size_t length) {
    crc = ~crc;
    crc = __builtin_cpu_supports("sse4.2") ? hardware(crc, bytes, length) : bitwise(crc, bytes, length);
    return ~crc;
}
#else
uint32_t lvzhi_crc32c(uint32_t crc, const void *bytes, size_t length) {
    return ~bitwise(~crc, bytes, length);
}
#endif

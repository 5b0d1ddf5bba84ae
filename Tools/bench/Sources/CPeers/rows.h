// Fields of a fact row (Sources/Scoring/Facts/FactRow.swift): 20 bytes, little-endian.
#pragma once
#include <stdint.h>
#include <string.h>

enum { ROW_WIDTH = 20 };

static inline uint64_t row_first(const uint8_t *row) { uint64_t word; memcpy(&word, row, 8); return word; }
static inline uint64_t row_second(const uint8_t *row) { uint64_t word; memcpy(&word, row + 8, 8); return word; }
static inline uint32_t row_third(const uint8_t *row) { uint32_t word; memcpy(&word, row + 16, 4); return word; }

static inline uint32_t row_kind(uint64_t second) { return second & 1023; }
static inline uint32_t row_status(uint64_t second) { return second >> 10 & 15; }
static inline uint32_t row_attended(uint64_t second) { return second >> 26 & 255; }
static inline uint32_t row_held(uint64_t second) { return second >> 34 & 255; }
static inline uint32_t row_position(uint64_t second) { return second >> 42 & 255; }
static inline uint32_t row_mandatory(uint64_t first) { return (uint32_t)(first >> 63); }
static inline uint32_t row_mark(uint32_t third, int bit) { return third >> (9 + bit) & 1; }

// What the product is measured beside: the same questions asked of raw LMDB in C, and of SQLite.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The thirteen counters of one member's year, in the order of the columns.
typedef struct {
    uint32_t rows, present, late, excused, absent, mandatory, attended, held, first, shared, adopted, excellent, evidence;
} lvzhi_counters;

/// An LMDB file opened for reading without locks, since this process has it open already.
typedef struct lvzhi_lmdb lvzhi_lmdb;
lvzhi_lmdb *lvzhi_lmdb_open(const char *path, const char *database);
void lvzhi_lmdb_close(lvzhi_lmdb *store);

/// Adds up one word of every fact row of a range of keys. Returns the number of rows, negative on an error.
long lvzhi_lmdb_sum(lvzhi_lmdb *store, const void *from, size_t from_size, const void *to, size_t to_size, uint64_t *sum);

/// Counts the thirteen counters of every member of a range of keys into `profiles`, which has room for `capacity`.
/// Returns the number of members, negative on an error.
long lvzhi_lmdb_profiles(
    lvzhi_lmdb *store, const void *from, size_t from_size, const void *to, size_t to_size, lvzhi_counters *profiles,
    long capacity);

/// An SQLite file with one table of facts, clustered by year, member and place.
typedef struct lvzhi_sqlite lvzhi_sqlite;
lvzhi_sqlite *lvzhi_sqlite_create(const char *path);
void lvzhi_sqlite_close(lvzhi_sqlite *store);
int lvzhi_sqlite_begin(lvzhi_sqlite *store);
int lvzhi_sqlite_commit(lvzhi_sqlite *store);
/// Adds a member's fact rows as they lie in LMDB.
int lvzhi_sqlite_add(lvzhi_sqlite *store, int year, int member, const void *rows, size_t size);
/// The thirteen counters by `GROUP BY member` for one year. Returns the number of members, negative on an error.
long lvzhi_sqlite_profiles(lvzhi_sqlite *store, int year, lvzhi_counters *profiles, long capacity);
const char *lvzhi_sqlite_version(void);

/// One thing to write: a value for a key of a named database, or, without a value, the key's removal.
typedef struct {
    const char *database;
    const void *key;
    size_t key_size;
    const void *value;
    size_t value_size;
} lvzhi_write;

/// An LMDB file opened for writing with the default, durable flags.
typedef struct lvzhi_lmdb_writer lvzhi_lmdb_writer;
lvzhi_lmdb_writer *lvzhi_lmdb_writer_open(const char *path);
void lvzhi_lmdb_writer_close(lvzhi_lmdb_writer *store);
/// Writes all in one transaction and commits it. Returns LMDB's code.
int lvzhi_lmdb_writer_commit(lvzhi_lmdb_writer *store, const lvzhi_write *writes, size_t count);

#include "peers.h"
#include "rows.h"
#include <sqlite3.h>
#include <stdlib.h>

struct lvzhi_sqlite {
    sqlite3 *handle;
    sqlite3_stmt *insert;
};

const char *lvzhi_sqlite_version(void) { return sqlite3_libversion(); }

// The best shape found for SQLite: one row a fact, clustered in the order of the question, write-ahead log.
static const char schema[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -262144; PRAGMA mmap_size = 4294967296;"
    "CREATE TABLE facts (year INTEGER, member INTEGER, place INTEGER, record INTEGER, kind INTEGER, status INTEGER,"
    " mandatory INTEGER, attended INTEGER, held INTEGER, position INTEGER, adopted INTEGER, excellent INTEGER,"
    " evidence INTEGER, day INTEGER, PRIMARY KEY (year, member, place)) WITHOUT ROWID;";

lvzhi_sqlite *lvzhi_sqlite_create(const char *path) {
    lvzhi_sqlite *store = calloc(1, sizeof *store);
    static const char insert[] = "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    if (sqlite3_open(path, &store->handle) || sqlite3_exec(store->handle, schema, 0, 0, 0)
        || sqlite3_prepare_v2(store->handle, insert, -1, &store->insert, 0)) {
        lvzhi_sqlite_close(store);
        return NULL;
    }
    return store;
}

void lvzhi_sqlite_close(lvzhi_sqlite *store) {
    sqlite3_finalize(store->insert);
    sqlite3_close(store->handle);
    free(store);
}

int lvzhi_sqlite_begin(lvzhi_sqlite *store) { return sqlite3_exec(store->handle, "BEGIN", 0, 0, 0); }
int lvzhi_sqlite_commit(lvzhi_sqlite *store) {
    return sqlite3_exec(store->handle, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)", 0, 0, 0);
}

int lvzhi_sqlite_add(lvzhi_sqlite *store, int year, int member, const void *rows, size_t size) {
    const uint8_t *row = rows;
    for (int place = 0; place < (int)(size / ROW_WIDTH); place++, row += ROW_WIDTH) {
        uint64_t first = row_first(row), second = row_second(row);
        uint32_t third = row_third(row);
        const sqlite3_int64 fields[] = {
            year, member, place, (sqlite3_int64)(first & 0xFFFFFFFFFFFFFF), row_kind(second), row_status(second),
            row_mandatory(first), row_attended(second), row_held(second), row_position(second), row_mark(third, 0),
            row_mark(third, 13), row_mark(third, 18), third & 511};
        for (int field = 0; field < 14; field++) sqlite3_bind_int64(store->insert, field + 1, fields[field]);
        if (sqlite3_step(store->insert) != SQLITE_DONE) return -1;
        sqlite3_reset(store->insert);
    }
    return 0;
}

long lvzhi_sqlite_profiles(lvzhi_sqlite *store, int year, lvzhi_counters *profiles, long capacity) {
    static const char question[] =
        "SELECT count(*), sum(status = 1), sum(status = 2), sum(status = 4), sum(status = 6), sum(mandatory),"
        " sum(attended), sum(held), sum(position = 1), sum(position > 1), sum(adopted), sum(excellent), sum(evidence)"
        " FROM facts WHERE year = ? GROUP BY member";
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(store->handle, question, -1, &statement, 0)) return -1;
    sqlite3_bind_int(statement, 1, year);
    long members = 0;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW && members < capacity) {
        uint32_t *fields = (uint32_t *)&profiles[members++];
        for (int field = 0; field < 13; field++) fields[field] = (uint32_t)sqlite3_column_int64(statement, field);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE || code == SQLITE_ROW ? members : -1;
}

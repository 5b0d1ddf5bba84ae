#include "peers.h"
#include "rows.h"
#include <lmdb.h>
#include <stdlib.h>

struct lvzhi_lmdb {
    MDB_env *environment;
    MDB_dbi database;
};

lvzhi_lmdb *lvzhi_lmdb_open(const char *path, const char *database) {
    lvzhi_lmdb *store = calloc(1, sizeof *store);
    MDB_txn *transaction;
    mdb_env_create(&store->environment);
    mdb_env_set_maxdbs(store->environment, 8);
    if (mdb_env_open(store->environment, path, MDB_NOSUBDIR | MDB_RDONLY | MDB_NOLOCK, 0600)) goto failed;
    if (mdb_txn_begin(store->environment, NULL, MDB_RDONLY, &transaction)) goto failed;
    if (mdb_dbi_open(transaction, database, 0, &store->database)) goto failed;
    mdb_txn_commit(transaction);
    return store;
failed:
    mdb_env_close(store->environment);
    free(store);
    return NULL;
}

void lvzhi_lmdb_close(lvzhi_lmdb *store) {
    mdb_env_close(store->environment);
    free(store);
}

static int is_before(const MDB_val *key, const void *to, size_t to_size) {
    size_t common = key->mv_size < to_size ? key->mv_size : to_size;
    int order = memcmp(key->mv_data, to, common);
    return order < 0 || (order == 0 && key->mv_size < to_size);
}

long lvzhi_lmdb_sum(
    lvzhi_lmdb *store, const void *from, size_t from_size, const void *to, size_t to_size, uint64_t *sum) {
    MDB_txn *transaction;
    MDB_cursor *cursor;
    if (mdb_txn_begin(store->environment, NULL, MDB_RDONLY, &transaction)) return -1;
    if (mdb_cursor_open(transaction, store->database, &cursor)) return -1;
    MDB_val key = {from_size, (void *)from}, value;
    long rows = 0;
    uint64_t total = 0;
    int code = mdb_cursor_get(cursor, &key, &value, MDB_SET_RANGE);
    while (code == 0 && is_before(&key, to, to_size)) {
        const uint8_t *row = value.mv_data, *end = row + value.mv_size / ROW_WIDTH * ROW_WIDTH;
        rows += value.mv_size / ROW_WIDTH;
        for (; row < end; row += ROW_WIDTH) total += row_second(row);
        code = mdb_cursor_get(cursor, &key, &value, MDB_NEXT);
    }
    mdb_cursor_close(cursor);
    mdb_txn_abort(transaction);
    *sum = total;
    return code == 0 || code == MDB_NOTFOUND ? rows : -1;
}

static lvzhi_counters count(const uint8_t *row, size_t size) {
    lvzhi_counters counters = {0};
    for (const uint8_t *end = row + size / ROW_WIDTH * ROW_WIDTH; row < end; row += ROW_WIDTH) {
        uint64_t second = row_second(row);
        uint32_t third = row_third(row), status = row_status(second), position = row_position(second);
        counters.rows += 1;
        counters.present += status == 1;
        counters.late += status == 2;
        counters.excused += status == 4;
        counters.absent += status == 6;
        counters.mandatory += row_mandatory(row_first(row));
        counters.attended += row_attended(second);
        counters.held += row_held(second);
        counters.first += position == 1;
        counters.shared += position > 1;
        counters.adopted += row_mark(third, 0);
        counters.excellent += row_mark(third, 13);
        counters.evidence += row_mark(third, 18);
    }
    return counters;
}

long lvzhi_lmdb_profiles(
    lvzhi_lmdb *store, const void *from, size_t from_size, const void *to, size_t to_size, lvzhi_counters *profiles,
    long capacity) {
    MDB_txn *transaction;
    MDB_cursor *cursor;
    if (mdb_txn_begin(store->environment, NULL, MDB_RDONLY, &transaction)) return -1;
    if (mdb_cursor_open(transaction, store->database, &cursor)) return -1;
    MDB_val key = {from_size, (void *)from}, value;
    long members = 0;
    int code = mdb_cursor_get(cursor, &key, &value, MDB_SET_RANGE);
    while (code == 0 && members < capacity && is_before(&key, to, to_size)) {
        profiles[members++] = count(value.mv_data, value.mv_size);
        code = mdb_cursor_get(cursor, &key, &value, MDB_NEXT);
    }
    mdb_cursor_close(cursor);
    mdb_txn_abort(transaction);
    return code == 0 || code == MDB_NOTFOUND ? members : -1;
}

#include "peers.h"
#include <lmdb.h>
#include <stdlib.h>

struct lvzhi_lmdb_writer {
    MDB_env *environment;
};

lvzhi_lmdb_writer *lvzhi_lmdb_writer_open(const char *path) {
    lvzhi_lmdb_writer *store = calloc(1, sizeof *store);
    mdb_env_create(&store->environment);
    mdb_env_set_maxdbs(store->environment, 256);
    mdb_env_set_mapsize(store->environment, (size_t)1 << 36);
    if (mdb_env_open(store->environment, path, MDB_NOSUBDIR, 0600)) {
        lvzhi_lmdb_writer_close(store);
        return NULL;
    }
    return store;
}

void lvzhi_lmdb_writer_close(lvzhi_lmdb_writer *store) {
    mdb_env_close(store->environment);
    free(store);
}

int lvzhi_lmdb_writer_commit(lvzhi_lmdb_writer *store, const lvzhi_write *writes, size_t count) {
    MDB_txn *transaction;
    int code = mdb_txn_begin(store->environment, NULL, 0, &transaction);
    for (size_t index = 0; code == 0 && index < count; index++) {
        const lvzhi_write *write = &writes[index];
        MDB_dbi database;
        MDB_val key = {write->key_size, (void *)write->key}, value = {write->value_size, (void *)write->value};
        code = mdb_dbi_open(transaction, write->database, MDB_CREATE, &database);
        if (code == 0 && write->value) code = mdb_put(transaction, database, &key, &value, 0);
        else if (code == 0) code = mdb_del(transaction, database, &key, NULL);
    }
    if (code == 0) return mdb_txn_commit(transaction);
    mdb_txn_abort(transaction);
    return code;
}

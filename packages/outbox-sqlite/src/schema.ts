/**
 * The tables. What is asked for again and again has an index of its own that finished records are not in, so that it stays as small
 * as what is under way.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS record (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    state TEXT NOT NULL,
    order_id TEXT,
    signature TEXT NOT NULL,
    due_at REAL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS record_under_way ON record (state, id)
    WHERE state IN ('queued', 'submitting', 'unknown');
  CREATE INDEX IF NOT EXISTS record_signature ON record (signature)
    WHERE state IN ('queued', 'submitting', 'unknown');
  CREATE INDEX IF NOT EXISTS record_due ON record (due_at, account_id) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS record_account ON record (account_id, state, id);
  CREATE INDEX IF NOT EXISTS record_number ON record (order_id) WHERE order_id IS NOT NULL;
  CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, amount TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS event (
    cursor INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS consumer (name TEXT PRIMARY KEY, cursor TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS pace (key TEXT PRIMARY KEY, next_at REAL NOT NULL, paused_until REAL NOT NULL) STRICT;
`

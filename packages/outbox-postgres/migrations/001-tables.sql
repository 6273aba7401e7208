-- Records that are under way, apart from those that are finished: what is asked all the time stays small however many there were.
CREATE SEQUENCE orderwright.record_seq;

CREATE TABLE orderwright.record (
  id text COLLATE "C" NOT NULL,
  finished boolean NOT NULL,
  seq bigint NOT NULL DEFAULT nextval('orderwright.record_seq'),
  account_id text NOT NULL,
  state text NOT NULL,
  order_id text,
  signature bytea NOT NULL,
  due_at double precision,
  expires_at double precision,
  version integer NOT NULL,
  -- json, not jsonb: that changes the order of fields, and refuses what an upstream may say.
  record json NOT NULL,
  PRIMARY KEY (id, finished)
) PARTITION BY LIST (finished);

ALTER SEQUENCE orderwright.record_seq OWNED BY orderwright.record.seq;

CREATE TABLE orderwright.record_live PARTITION OF orderwright.record FOR VALUES IN (false)
  WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
CREATE TABLE orderwright.record_finished PARTITION OF orderwright.record FOR VALUES IN (true);

CREATE INDEX record_queued ON orderwright.record_live (account_id, seq)
  WHERE state = 'queued' AND expires_at IS NOT NULL;
CREATE INDEX record_expiring ON orderwright.record_live (expires_at) WHERE state = 'queued';
CREATE INDEX record_in_hands ON orderwright.record_live (account_id)
  WHERE state = 'submitting' OR (state = 'queued' AND expires_at IS NULL);
CREATE INDEX record_unresolved ON orderwright.record_live (state, id)
  WHERE state IN ('queued', 'submitting', 'unknown');
CREATE INDEX record_signature ON orderwright.record_live (signature)
  WHERE state IN ('queued', 'submitting', 'unknown');
CREATE INDEX record_due ON orderwright.record_live (account_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX record_number ON orderwright.record (order_id) WHERE order_id IS NOT NULL;

-- What is worth telling, stored with the change that made it. A transaction that began earlier may commit later, so events are read in
-- the order of their transactions, and only those before which nothing can turn up any more.
CREATE TABLE orderwright.event (
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  topic text NOT NULL,
  record json NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (transaction, seq)
);

CREATE TABLE orderwright.consumer (name text PRIMARY KEY, cursor text NOT NULL);

-- Limits: a row each, so that an order locks what it counts in, and nothing is listed.
CREATE TABLE orderwright.counter (name text COLLATE "C" PRIMARY KEY, amount numeric NOT NULL) WITH (fillfactor = 50);

CREATE TABLE orderwright.pace (
  key text PRIMARY KEY,
  next_at double precision NOT NULL DEFAULT 0,
  paused_until double precision NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- Locks that are held by a heartbeat instead of a session.
CREATE TABLE orderwright.holder (id text PRIMARY KEY, alive_until timestamptz NOT NULL);
CREATE TABLE orderwright.lease (name text PRIMARY KEY, holder text NOT NULL);

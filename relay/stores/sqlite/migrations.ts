import type { Database } from 'libsql'
import type { Crash } from '../../lib/crash.ts'
import { entryAt } from './entry-at.ts'
import { indexSql } from './search-index.ts'

/**
 * Step n brings a database from `user_version` n to n + 1, in one transaction with that number: a kill anywhere
 * leaves the version before or the version after. Steps are never edited, only added.
 */
const steps: readonly (readonly string[])[] = [
  [
    'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
    `CREATE TABLE conversation (
       id TEXT PRIMARY KEY, site TEXT NOT NULL, bot TEXT NOT NULL, phase TEXT NOT NULL,
       opened_at INTEGER NOT NULL
     ) STRICT`,
    'CREATE INDEX conversation_by_phase ON conversation (phase, opened_at)',
    `CREATE TABLE visitor (
       hash TEXT PRIMARY KEY, site TEXT NOT NULL,
       conversation TEXT NOT NULL REFERENCES conversation (id)
     ) STRICT, WITHOUT ROWID`,
    // Keyed by rowid on purpose: appends go to the end of the table, which is about three times as fast.
    `CREATE TABLE entry (
       id INTEGER PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id),
       seq INTEGER NOT NULL, client_id TEXT, body TEXT NOT NULL,
       UNIQUE (conversation, seq)
     ) STRICT`,
    'CREATE UNIQUE INDEX entry_by_client ON entry (conversation, client_id) WHERE client_id IS NOT NULL',
    `CREATE TABLE received (
       destination TEXT NOT NULL, id TEXT NOT NULL, conversation TEXT NOT NULL, seq INTEGER NOT NULL,
       PRIMARY KEY (destination, id)
     ) STRICT, WITHOUT ROWID`,
    // state: 0 owed, 1 done, 2 dead
    `CREATE TABLE delivery (
       id INTEGER PRIMARY KEY, destination TEXT NOT NULL, conversation TEXT NOT NULL, seq INTEGER NOT NULL,
       state INTEGER NOT NULL, attempts INTEGER NOT NULL, owed_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
       node TEXT, lease_until INTEGER NOT NULL, settled_at INTEGER, reason TEXT,
       FOREIGN KEY (conversation, seq) REFERENCES entry (conversation, seq)
     ) STRICT`,
    'CREATE INDEX delivery_owed ON delivery (conversation, destination, id) WHERE state = 0',
    'CREATE INDEX delivery_dead ON delivery (id) WHERE state = 2',
    `CREATE TABLE address (
       destination TEXT NOT NULL, conversation TEXT NOT NULL, address TEXT NOT NULL,
       PRIMARY KEY (destination, conversation), UNIQUE (destination, address)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE seen (
       conversation TEXT PRIMARY KEY REFERENCES conversation (id), seq INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE alarm (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, conversation TEXT NOT NULL, seq INTEGER NOT NULL
     ) STRICT`,
    'CREATE INDEX alarm_by_time ON alarm (at)'
  ],
  // Set while a call is under way that must not be made twice.
  ['ALTER TABLE delivery ADD COLUMN tried INTEGER NOT NULL DEFAULT 0'],
  [
    `CREATE TABLE standing (
       destination TEXT PRIMARY KEY, failing_since INTEGER, disabled_at INTEGER, enabled_at INTEGER, reason TEXT
     ) STRICT, WITHOUT ROWID`
  ],
  // All that a visitor has had; `visitor` names the one that is open.
  [
    `CREATE TABLE had (
       visitor TEXT NOT NULL, conversation TEXT NOT NULL REFERENCES conversation (id),
       PRIMARY KEY (visitor, conversation)
     ) STRICT, WITHOUT ROWID`,
    'INSERT INTO had SELECT hash, conversation FROM visitor'
  ],
  // Who is erased is found without reading what is everybody else's.
  [
    'CREATE INDEX delivery_by_conversation ON delivery (conversation)',
    'CREATE INDEX received_by_conversation ON received (conversation)',
    'CREATE INDEX address_by_conversation ON address (conversation)',
    'CREATE INDEX alarm_by_conversation ON alarm (conversation)'
  ],
  // Who is signed in to the console, and what was done there.
  [
    `CREATE TABLE sign_in (
       hash TEXT PRIMARY KEY, account TEXT NOT NULL, since INTEGER NOT NULL, used INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE deed (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, about TEXT,
       network TEXT NOT NULL, outcome TEXT
     ) STRICT`
  ],
  // A conversation in a line: when something was stored last, and which of its entries are quoted. Never what they say.
  [
    'ALTER TABLE conversation ADD COLUMN at INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE conversation ADD COLUMN head INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE conversation ADD COLUMN since INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE conversation ADD COLUMN said INTEGER',
    'ALTER TABLE conversation ADD COLUMN named INTEGER',
    'ALTER TABLE conversation ADD COLUMN page INTEGER',
    'ALTER TABLE conversation ADD COLUMN turned INTEGER',
    `UPDATE conversation SET
       head = coalesce(${newest('seq', 'TRUE')}, 0),
       at = coalesce(${newest("json_extract(body, '$.at')", 'TRUE')}, opened_at),
       said = ${newest('seq', "json_extract(body, '$.content.text') <> '' OR json_extract(body, '$.label') <> ''")},
       named = ${newest('seq', "json_extract(body, '$.named') IS NOT NULL")},
       page = ${newest('seq', "json_extract(body, '$.page') IS NOT NULL")},
       turned = ${newest('seq', "json_extract(body, '$.kind') IN ('handover', 'taken')")},
       since = coalesce(${newest("json_extract(body, '$.at')", "json_extract(body, '$.kind') IN ('handover', 'taken')")}, 0)`,
    "CREATE INDEX conversation_waiting ON conversation (since) WHERE phase = 'waiting'",
    'CREATE INDEX conversation_by_time ON conversation (at)'
  ],
  // What agents said last of whether they may be given visitors.
  ['CREATE TABLE presence (account TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID'],
  // Every attempt at a delivery: the one that ended well is in the delivery's own row, which is written then anyway.
  [
    'ALTER TABLE entry ADD COLUMN stored_at INTEGER',
    // Below 0 until it is shown: as long as it is then, so that its row stays where it lies.
    'ALTER TABLE entry ADD COLUMN shown_at INTEGER',
    ...['sent_at INTEGER', 'took_ms INTEGER', 'status INTEGER', 'dropped_at INTEGER', 'dropped_why TEXT'].map(
      column => `ALTER TABLE delivery ADD COLUMN ${column}`
    ),
    `CREATE TABLE attempt (
       id INTEGER PRIMARY KEY, conversation TEXT NOT NULL, delivery INTEGER NOT NULL, at INTEGER NOT NULL,
       took_ms INTEGER, outcome TEXT NOT NULL, status INTEGER, reason TEXT
     ) STRICT`,
    'CREATE INDEX attempt_by_conversation ON attempt (conversation)',
    // How far the visitor had read, and when.
    `CREATE TABLE been_read (
       conversation TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (conversation, seq)
     ) STRICT, WITHOUT ROWID`
  ],
  // What was said, by its words. Filled by and by: a start does not wait for it.
  indexSql,
  // A site's conversations in the order of their age; whose a conversation is; what is being erased piece by piece.
  [
    'CREATE INDEX conversation_by_site ON conversation (site, opened_at, id)',
    'CREATE INDEX had_by_conversation ON had (conversation)',
    'CREATE TABLE going (conversation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID'
  ],
  // What a subscriber was told last; nobody else's deliveries are in that index. What signing secrets are made of.
  [
    "CREATE INDEX delivery_told ON delivery (destination) WHERE destination GLOB 'topics/*'",
    `CREATE TABLE rotation (
       id INTEGER PRIMARY KEY, destination TEXT NOT NULL, at INTEGER NOT NULL, salt TEXT NOT NULL,
       until INTEGER NOT NULL, configured TEXT NOT NULL
     ) STRICT`
  ],
  // What an account was when somebody signed in to it. Nobody knows that of who is in already: they come in anew.
  ['DELETE FROM sign_in', "ALTER TABLE sign_in ADD COLUMN mark TEXT NOT NULL DEFAULT ''"],
  // What is to stand in the place of a log that is being erased because somebody wanted it.
  ['ALTER TABLE going ADD COLUMN burial TEXT'],
  // A page of a timeline is read without the rest of its log.
  [
    'DROP INDEX delivery_by_conversation',
    'CREATE INDEX delivery_by_conversation ON delivery (conversation, seq)',
    'DROP INDEX attempt_by_conversation',
    'CREATE INDEX attempt_by_conversation ON attempt (conversation, delivery)'
  ],
  // What came of an entry, and what it came by, is found by the entry's number: what is new is written side by side, where
  // by conversation each of them touched a page of its own.
  [
    'ALTER TABLE delivery ADD COLUMN entry INTEGER',
    `UPDATE delivery SET entry = ${entryAt('delivery.conversation', 'delivery.seq')}`,
    'DROP INDEX delivery_by_conversation',
    'CREATE INDEX delivery_by_entry ON delivery (entry)',
    'ALTER TABLE received ADD COLUMN entry INTEGER',
    `UPDATE received SET entry = ${entryAt('received.conversation', 'received.seq')}`,
    'DROP INDEX received_by_conversation',
    'CREATE INDEX received_by_entry ON received (entry)'
  ]
]

/** Of a conversation's newest entry that fits. */
function newest(what: string, fits: string): string {
  return `(SELECT ${what} FROM entry e WHERE e.conversation = conversation.id AND (${fits}) ORDER BY seq DESC LIMIT 1)`
}

export function migrate(db: Database, crash: Crash): void {
  for (let version = readVersion(db); version < steps.length; version += 1) step(db, version, crash)
  if (readVersion(db) > steps.length) throw new Error('the database was written by a newer Footbridge')
}

function step(db: Database, version: number, crash: Crash): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const statement of steps[version] ?? []) {
      db.exec(statement)
      crash('in-migration')
    }
    db.exec(`PRAGMA user_version = ${version + 1}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function readVersion(db: Database): number {
  const row: unknown = db.prepare('SELECT user_version AS version FROM pragma_user_version').get()
  return row !== null && typeof row === 'object' && 'version' in row ? Number(row.version) : 0
}

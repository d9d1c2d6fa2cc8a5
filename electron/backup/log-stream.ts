import type { Client } from 'pg'
import { withClient } from '../db/admin.ts'
import type { Connection } from '../db/connection.ts'
import { clientFor } from '../db/proven-client.ts'
import { BackupEnded } from './backup-fault.ts'
import { lsnOf, lsnText } from './lsn.ts'
import { CopyStream, cut, isSender, replicationClient } from './replication.ts'
import { standbyStatus } from './wal-messages.ts'

type Place = { readonly restart: string | null; readonly status: string | null; readonly now: string }

/** Where the server's slot stands and where its log ends. LOG_LOST where the slot is gone, or gave up what it held. */
export async function placeOfSlot(
  connection: Connection,
  slot: string,
): Promise<{ readonly restart: bigint; readonly now: bigint }> {
  const found = await withClient(connection, async (client) => {
    const { rows } = await client.query<Place>(
      `SELECT restart_lsn AS restart, wal_status AS status, pg_current_wal_flush_lsn() AS now
       FROM pg_replication_slots WHERE slot_name = $1`,
      [slot],
    )
    return rows[0]
  })
  if (found?.restart == null || found.status === 'lost') throw new BackupEnded('LOG_LOST')
  return { restart: lsnOf(found.restart), now: lsnOf(found.now) }
}

type Source = {
  readonly connection: Connection
  readonly slot: string
  readonly timeline: number
  readonly from: bigint
}

/** The server's log as it comes, and a connection beside it that asks where it ends. */
export class LogStream {
  readonly #asking: Client
  readonly #client: Client
  readonly #copy: CopyStream
  readonly ended: Promise<unknown>

  private constructor(asking: Client, client: Client, copy: CopyStream) {
    this.#asking = asking
    this.#client = client
    this.#copy = copy
    this.ended = copy.ended
    client.query(copy)
  }

  static async open(
    { connection, slot, timeline, from }: Source,
    onData: (chunk: Buffer) => void,
  ): Promise<LogStream> {
    const asking = clientFor(connection, { application_name: 'corex backup' })
    await asking.connect()
    const client = await replicationClient(connection)
    const command = `START_REPLICATION SLOT "${slot}" PHYSICAL ${lsnText(from)} TIMELINE ${timeline}`
    return new LogStream(asking, client, new CopyStream(command, onData))
  }

  /** Where the log ends now, and the server's clock. */
  async end(): Promise<{ readonly lsn: bigint; readonly now: Date }> {
    const { rows } = await this.#asking.query<{ lsn: string; now: Date }>(
      'SELECT pg_current_wal_flush_lsn() AS lsn, clock_timestamp() AS now',
    )
    const [row] = rows
    if (row === undefined) throw new BackupEnded('SERVER_GONE')
    return { lsn: lsnOf(row.lsn), now: row.now }
  }

  acknowledge(received: bigint, safe: bigint): void {
    const { wire } = this.#copy
    if (isSender(wire)) wire.sendCopyFromChunk(standbyStatus(received, safe))
  }

  pause(): void {
    this.#client.connection.stream.pause()
  }

  resume(): void {
    this.#client.connection.stream.resume()
  }

  cut(because = new BackupEnded('CANCELLED')): void {
    cut(this.#client, because)
  }

  async close(): Promise<void> {
    await Promise.all([this.#client.end().catch(() => {}), this.#asking.end().catch(() => {})])
  }
}

import type { Client, ClientConfig, Connection as Wire, Submittable } from 'pg'
import type { Connection } from '../db/connection.ts'
import { clientFor } from '../db/proven-client.ts'

/** The driver passes it on, but its types do not know it. */
const REPLICATION: ClientConfig & { replication: string } = {
  replication: 'true',
  application_name: 'corex backup',
}

/** A connection that speaks the replication protocol. */
export async function replicationClient(connection: Connection): Promise<Client> {
  const client = clientFor(connection, REPLICATION)
  await client.connect()
  return client
}

type Row = readonly (string | null)[]

/** The driver sends copied data, but its types do not know it. */
export type Sender = {
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}
export const isSender = (wire: unknown): wire is Sender =>
  typeof wire === 'object' && wire !== null && 'sendCopyFromChunk' in wire

/** Sends what a command asks for, such as the list of files for UPLOAD_MANIFEST, and waits until the server took it. */
export async function uploadBy(client: Client, command: string, data: Buffer): Promise<void> {
  const upload = new CopyStream(command, () => {}, data)
  client.query(upload)
  await upload.ended
}

const MOST_AT_ONCE = 64 * 1024

/** A command whose answer is a stream of copied data, with rows before and after it. */
export class CopyStream implements Submittable {
  readonly rows: Row[] = []
  readonly ended: Promise<Row[]>
  wire: Wire | null = null
  readonly #command: string
  readonly #onData: (chunk: Buffer) => void
  readonly #sends: Buffer
  readonly #end = Promise.withResolvers<Row[]>()

  constructor(command: string, onData: (chunk: Buffer) => void, sends: Buffer = Buffer.alloc(0)) {
    this.#command = command
    this.#sends = sends
    this.#onData = onData
    this.ended = this.#end.promise
    // Whoever waits for the end gets the error; nobody may be waiting yet.
    this.ended.catch(() => {})
  }

  submit(wire: Wire): void {
    this.wire = wire
    wire.query(this.#command)
  }

  handleDataRow({ fields }: { fields: Row }): void {
    this.rows.push(fields)
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The driver reuses the buffer in which it read.
    this.#onData(Buffer.from(chunk))
  }

  handleCopyInResponse(wire: unknown): void {
    if (!isSender(wire)) return
    for (let at = 0; at < this.#sends.length; at += MOST_AT_ONCE)
      wire.sendCopyFromChunk(this.#sends.subarray(at, at + MOST_AT_ONCE))
    wire.endCopyFrom()
  }

  handleReadyForQuery(): void {
    this.#end.resolve(this.rows)
  }

  handleError(error: Error): void {
    this.#end.reject(error)
  }

  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

/** Ends a connection at once: whoever waits for it gets the error. */
export const cut = (client: Client, because: Error): void => void client.connection.stream.destroy(because)

import { once } from 'node:events'
import type { Client } from 'pg'
import { CopyStream, isSender } from '../backup/replication.ts'

/** Gives rows, as COPY wrote them, to a COPY … FROM STDIN, no faster than the server takes them. */
export async function copyIn(
  client: Client,
  command: string,
  parts: AsyncIterable<Uint8Array>,
): Promise<void> {
  const copy = new CopyIn(command)
  client.query(copy)
  const { stream } = client.connection
  const state = { ended: false }
  const ended = copy.ended.finally(() => (state.ended = true))
  ended.catch(() => {})
  await Promise.race([copy.ready, ended])
  const { wire } = copy
  try {
    for await (const part of parts) {
      if (state.ended || !isSender(wire)) break // refused: `ended` says why
      wire.sendCopyFromChunk(Buffer.from(part))
      if (stream.writableNeedDrain) await Promise.race([once(stream, 'drain'), ended.catch(() => {})])
    }
  } catch (error) {
    stream.destroy() // half a table is none
    throw error
  }
  if (!state.ended && isSender(wire)) wire.endCopyFrom()
  await ended
}

/** Waits with its rows until the server is ready for them. */
class CopyIn extends CopyStream {
  readonly #ready = Promise.withResolvers<void>()
  readonly ready = this.#ready.promise

  constructor(command: string) {
    super(command, () => {})
  }

  override handleCopyInResponse(): void {
    this.#ready.resolve()
  }
}

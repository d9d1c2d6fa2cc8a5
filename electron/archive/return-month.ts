import { type Kysely, sql } from 'kysely'
import type { DB } from '../db/tables.ts'
import type { Around } from '../progress.ts'
import type { Manifest } from './manifest.ts'
import { linesIn } from './read-export.ts'
import { readSealed } from './sealed-rows.ts'
import { verifyExport } from './verify-export.ts'

/** Lines in one call: some megabytes. */
const AT_A_TIME = 2_000

/**
 * Brings a month of the audit log that was deleted back into the archive from its export. The file is compared with the seal before anything
 * is sent, and the rows are once more before they count; what does not get that far is taken back.
 */
export async function returnMonth(
  db: Kysely<DB>,
  sealId: string,
  folder: string,
  { onProgress, signal }: Around,
): Promise<Manifest> {
  const sealed = await readSealed(db, sealId)
  await sql`SELECT begin_audit_return(${sealId})`.execute(db)
  try {
    const inTwo = (done: number, of: number) => onProgress(done, 2 * of)
    const manifest = await verifyExport(folder, sealed, sealed.digest, inTwo, signal)
    const { rows, file } = manifest
    await sendLines(db, sealId, linesIn(folder, manifest, signal), (done) => inTwo(rows + done, rows))
    signal.throwIfAborted()
    await sql`SELECT finish_audit_return(${sealId}, ${Buffer.from(file.sha256, 'hex')}, ${file.bytes}, ${folder})`.execute(
      db,
    )
    return manifest
  } catch (error) {
    await sql`SELECT drop_audit_return(${sealId})`.execute(db).catch(() => {})
    throw error
  }
}

async function sendLines(
  db: Kysely<DB>,
  sealId: string,
  parts: AsyncIterable<readonly Buffer[]>,
  onProgress: (done: number) => void,
): Promise<void> {
  let waiting: string[] = []
  let done = 0
  const send = async () => {
    await sql`SELECT add_audit_lines(${sealId}, ${waiting})`.execute(db)
    done += waiting.length
    waiting = []
    onProgress(done)
  }
  for await (const lines of parts) {
    waiting.push(...lines.map((line) => line.toString('utf8')))
    if (waiting.length >= AT_A_TIME) await send()
  }
  if (waiting.length > 0) await send()
}

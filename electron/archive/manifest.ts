import { createHash } from 'node:crypto'
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A day of what is sealed: of a branch, or of the audit log. */
const piece = z.object({
  day: z.iso.date(),
  branch: z.uuid().nullable(),
  branchName: z.string().nullable(),
  rows: z.number().int().min(0),
  hash,
})
export type Piece = z.infer<typeof piece>

/** What was sealed, as the database says it. */
const sealed = z.object({
  sealId: z.uuid(),
  kind: z.enum(['LEDGER', 'AUDIT']),
  /** The first day of the year, or of the month. */
  period: z.iso.date(),
  lineFormat: z.number().int(),
  rows: z.number().int().min(0),
  digest: hash,
  sealedAt: z.string(),
})
export type Sealed = z.infer<typeof sealed> & {
  readonly pieces: readonly (Piece & { readonly id: string })[]
}

/** What stands beside an exported file, in a file of its own: enough to prove it without this program. */
export const manifestSchema = sealed.extend({
  format: z.literal('corex-archive/1'),
  exportedAt: z.string(),
  file: z.object({ name: z.string(), bytes: z.number().int(), sha256: hash }),
  pieces: z.array(piece),
})
export type Manifest = z.infer<typeof manifestSchema>

/** `ledger-2025`, `audit-2025-03`: the name of an export without its endings. */
export const nameOf = ({ kind, period }: Pick<Sealed, 'kind' | 'period'>): string =>
  kind === 'LEDGER' ? `ledger-${period.slice(0, 4)}` : `audit-${period.slice(0, 7)}`

export const LINES = '.ndjson.zst'
export const MANIFEST = '.manifest.json'

/** The hash of a line, and of a piece: the hash of the hashes of its lines. As code/archives/ledger-lines.sql has it. */
export class PieceHash {
  readonly #hash = createHash('sha256')
  rows = 0

  add(line: string | Uint8Array): void {
    this.#hash.update(createHash('sha256').update(line).digest())
    this.rows += 1
  }

  end(): string {
    return this.#hash.digest('hex')
  }
}

/** The digest of the pieces, as archive_digest() has it. */
export function digestOf(pieces: readonly Piece[]): string {
  const key = ({ day, branch }: Piece) => `${day} ${branch ?? ''}`
  const inOrder = pieces.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const lines = inOrder.map(({ day, branch, rows, hash: of }) => `${day}|${branch ?? ''}|${rows}|${of}`)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

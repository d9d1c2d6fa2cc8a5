import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { PaymentPreview } from '../../../shared/contract/payments.ts'
import { fail } from '../../../shared/errors.ts'
import { add, fromLedger, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import { type Around, takeTurns, unlessEnded, UNWATCHED } from '../../progress.ts'
import { decodeText } from './decode-text.ts'
import { fault, problem, type PaymentSource, type ReadLine, type ReadPayments } from './payment-file.ts'
import { readPain } from './read-pain.ts'
import { readPaymentCsv } from './read-payment-csv.ts'

/** Twenty thousand payments of pain.001 have less. */
const MEGABYTES = 30
const MOST_LINES = 20_000
/** The account is read, then the file, then the ledger is asked about all of its lines. */
const STEPS = 3

type Chosen = { readonly accountId: string; readonly content: Uint8Array }
type Source = PaymentSource & { readonly available: string }
type Checked = Pick<PaymentPreview, 'earlier' | 'exceeded' | 'fee'> & {
  readonly problems: Readonly<Record<string, string>>
  /** Of each number that was asked, in their order: whose account it is, where the file names somebody else. */
  readonly holders: readonly (string | null)[]
}

/** Reads a file and asks the ledger about it: everything that a person is shown before anything is taken. */
export async function checkFile(db: Kysely<DB>, { accountId, content }: Chosen, around: Around = UNWATCHED) {
  if (content.length > MEGABYTES * 1_000_000) return fail('FILE_TOO_LARGE', { megabytes: String(MEGABYTES) })
  const { currency, available, ...source } = await sourceOf(db, accountId)
  await takeTurns(around, 1, STEPS)
  const { encoding, ...read } = readFile(content, { ...source, currency })
  const hash = createHash('sha256').update(content).digest()
  const right = read.lines.filter((line) => line.problem === null)
  await takeTurns(around, 2, STEPS)
  const { problems, holders, ...checked } = await unlessEnded(around.signal, asked(db, accountId, hash, read))
  const others = new Map(right.map(({ line }, at) => [line, holders[at] ?? null]))
  const lines = read.lines.map((line) => {
    const code = line.problem === null ? problems[line.account] : undefined
    const holder = others.get(line.line) ?? null
    return code === undefined ? { ...line, holder } : { ...line, holder, problem: problem(code) }
  })
  const good = lines.filter((line) => line.problem === null)
  const bad = lines.filter((line) => line.problem !== null)
  const preview: PaymentPreview = {
    ...checked,
    format: read.format,
    encoding,
    separator: read.separator,
    messageId: read.messageId,
    fileHash: hash.toString('hex'),
    currency,
    available,
    faults: [...read.faults],
    lines: [...lines],
    payments: good.length,
    total: sumOf(good, currency),
    leftOut: bad.length,
    leftOutTotal: sumOf(bad, currency),
  }
  return ok(preview)
}

async function sourceOf(db: Kysely<DB>, accountId: string): Promise<Source> {
  const { rows } = await sql<{ source: Source }>`SELECT payment_source(${accountId}) AS source`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The ledger answered nothing of an account that pays')
  return row.source
}

/** A file as payments, in whatever form it is. More than twenty thousand are none that this takes. */
function readFile(content: Uint8Array, source: PaymentSource): ReadPayments & { readonly encoding: string } {
  const none = { format: 'CSV', separator: null, messageId: null, lines: [], encoding: '' } as const
  const decoded = decodeText(content)
  if (decoded === null) return { ...none, faults: [fault('ENCODING')] }
  const { text, encoding } = decoded
  const read = /^\s*\ufeff?\s*</u.test(text) ? readPain(text, source) : readPaymentCsv(text, source)
  if (read.lines.length > MOST_LINES)
    return { ...read, encoding, lines: [], faults: [fault('TOO_MANY', String(read.lines.length))] }
  if (read.lines.length === 0 && read.faults.length === 0)
    return { ...read, encoding, faults: [fault('EMPTY')] }
  return { ...read, encoding }
}

const sumOf = (lines: readonly ReadLine[], currency: string): string =>
  toDecimal(
    lines.reduce(
      (total, { amount }) => (amount === null ? total : add(total, fromLedger(amount, currency))),
      {
        minor: 0n,
        currency,
      },
    ),
  )

async function asked(
  db: Kysely<DB>,
  accountId: string,
  hash: Buffer,
  { lines, messageId }: ReadPayments,
): Promise<Checked> {
  const right = lines.filter((line) => line.problem === null)
  const numbers = right.map(({ account }) => account)
  const names = right.map(({ name }) => name)
  const amounts = right.map(({ amount }) => amount)
  const { rows } = await sql<{
    checked: Checked
  }>`SELECT check_payments(${accountId}, ${hash}, ${messageId}, ${numbers}::text[], ${names}::text[],
    ${amounts}::numeric[]) AS checked`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The ledger answered nothing of a file of payments')
  return row.checked
}

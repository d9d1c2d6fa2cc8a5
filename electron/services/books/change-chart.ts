import { type Kysely, sql } from 'kysely'
import type { ChartChange } from '../../../shared/contract/book-views.ts'
import { supportedCurrencies } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { readChart, setText, type ChartEntry } from '../../../shared/rules/chart-file.ts'
import type { DB } from '../../db/tables.ts'
import { renderChartCsv } from '../../print/chart-csv.ts'
import type { UseCase } from '../../workplace.ts'
import { chartOf } from './trial-balance.ts'

/** A chart of ten thousand codes has less. */
const MEGABYTES = 1

const isTooLarge = (content: Uint8Array) => content.length > MEGABYTES * 1_000_000
const tooLarge = () => fail('FILE_TOO_LARGE', { megabytes: String(MEGABYTES) })

/** The chart of accounts as CSV, which `proposeChart` reads back. */
export const exportChart: UseCase<'books', 'exportChart'> = async (_, { db }) =>
  ok({
    fileName: 'chart-of-accounts.csv',
    mediaType: 'text/csv',
    content: renderChartCsv(await chartOf(db)),
  })

/** What a file would change, or what is wrong with its lines. */
export const previewChart: UseCase<'books', 'previewChart'> = async ({ content }, { db }) => {
  if (isTooLarge(content)) return tooLarge()
  const { faults, changes } = await compared(db, content)
  return ok({ faults: [...faults], changes: faults.length > 0 ? [] : [...changes] })
}

/** Puts the chart of a file before a second person. */
export const proposeChart: UseCase<'books', 'proposeChart'> = async ({ key, content }, { db }) => {
  if (isTooLarge(content)) return tooLarge()
  const { entries, faults, changes } = await compared(db, content)
  if (faults.length > 0) return fail('CHART_FAULTY')
  if (changes.length === 0) return fail('CHART_UNCHANGED')
  await sql`SELECT propose_chart(${key}, ${JSON.stringify(entries)}::jsonb)`.execute(db)
  return ok({})
}

async function compared(db: Kysely<DB>, content: Uint8Array) {
  const { rows } = await sql<{
    kinds: string[]
    products: string[]
  }>`SELECT kinds, products FROM chart_names()`.execute(db)
  const names = {
    kinds: rows[0]?.kinds ?? [],
    products: rows[0]?.products ?? [],
    currencies: supportedCurrencies.map(({ code }) => code),
  }
  const { entries, faults } = readChart(new TextDecoder().decode(content), names)
  return { entries, faults, changes: changesBetween(await chartOf(db), entries) }
}

const formOf = ({ name, parent, class: of, normalSide, sets }: ChartEntry) =>
  JSON.stringify([name, parent, of, normalSide, sets.map(setText).toSorted()])

const as =
  (kind: ChartChange['kind']) =>
  ({ code, name }: ChartEntry) => ({ kind, code, name })

/** The codes that are only in one of two charts, or in another form. */
function changesBetween(now: readonly ChartEntry[], then: readonly ChartEntry[]): readonly ChartChange[] {
  const before = new Map(now.map((entry) => [entry.code, entry]))
  const after = new Set(then.map(({ code }) => code))
  const added = then.filter(({ code }) => !before.has(code))
  const changed = then.filter((entry) => {
    const known = before.get(entry.code)
    return known !== undefined && formOf(known) !== formOf(entry)
  })
  const removed = now.filter(({ code }) => !after.has(code))
  return [...added.map(as('ADDED')), ...changed.map(as('CHANGED')), ...removed.map(as('REMOVED'))]
}

import { type Kysely, sql } from 'kysely'
import type { Archive } from '../shared/contract/archives.ts'
import { isoDate } from '../shared/contract/fields.ts'
import type { ArchiveFault } from '../electron/archive/archive-fault.ts'
import type { DB } from '../electron/db/tables.ts'
import { answer, EXIT, type ExitCode, type Surroundings } from './command.ts'

/** What a form of `corex archive` was given; a text that was not is empty. */
export type Asked = {
  readonly form: string
  /** `2025`, or for the audit log `2025-03`. */
  readonly period: string
  readonly user: string
  readonly folder: string
  readonly text: string
  readonly digest: string | null
  readonly from: string | null
  readonly to: string | null
}

/** What each form has to be given. */
const NEEDS: Readonly<Record<string, readonly (keyof Asked)[]>> = {
  list: ['user'],
  seal: ['period', 'user'],
  check: ['period', 'user'],
  export: ['period', 'folder', 'user'],
  verify: ['period', 'folder'],
  search: ['period', 'folder', 'text'],
  detach: ['period', 'user'],
  attach: ['period', 'user'],
  'bring-back': ['period', 'folder', 'user'],
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** The words of the command line; null where something is missing or nothing is called so. */
export function askedOf([form = '', period = '', ...more]: readonly string[], values: Values): Asked | null {
  const given = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const asked = {
    form,
    period: /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(period) ? period : '',
    user: given('user'),
    folder: given('folder'),
    text: given('text'),
    digest: given('digest') || null,
    from: given('from') || null,
    to: given('to') || null,
  }
  const needs = NEEDS[form] ?? ['period']
  const isWhole = needs.every((name) => asked[name] !== '') && (period === '' || asked.period !== '')
  const areDates = [asked.from, asked.to].every((date) => date === null || isoDate.safeParse(date).success)
  return isWhole && areDates && more.length === 0 ? asked : null
}

export const periodOf = ({ period }: Asked) =>
  period.length === 4
    ? { kind: 'LEDGER' as const, period: `${period}-01-01` }
    : { kind: 'AUDIT' as const, period: `${period}-01` }

export async function readArchives(db: Kysely<DB>): Promise<Archive[]> {
  const { rows } = await sql<{ archive: Archive }>`SELECT list_archives() AS archive`.execute(db)
  return rows.map(({ archive }) => archive)
}

/** The seal of a year or a month, or null, which is said. */
export async function sealOf(db: Kysely<DB>, asked: Asked, { say }: Surroundings) {
  const { kind, period } = periodOf(asked)
  const known = await readArchives(db)
  const seal = known.find((each) => each.kind === kind && each.period === period)?.seal ?? null
  if (seal === null) say(`${asked.period} is not sealed: corex archive seal ${asked.period}`)
  return seal
}

export function stopped({ code, about }: ArchiveFault, around: Surroundings): ExitCode {
  around.say([code, about].join(' '))
  answer(around, { good: false, fault: code, about }, () => [])
  return code === 'CANCELLED' ? EXIT.stopped : EXIT.failed
}

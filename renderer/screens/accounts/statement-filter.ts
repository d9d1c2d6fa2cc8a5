import { toDecimal } from '../../../shared/money.ts'
import { readTyped } from '../../i18n/amounts.ts'

/** Business dates, both included; null leaves that end open. */
export type Period = { readonly from: string | null; readonly to: string | null }

/** Which lines of a statement are looked at; the text is as it was typed. */
export type StatementFilter = Period & { readonly find: string }

export const EVERYTHING: StatementFilter = { from: null, to: null, find: '' }

export const isNarrowed = ({ from, to, find }: StatementFilter): boolean =>
  from !== null || to !== null || find.trim() !== ''

/** Whether the period ends before it begins, so that no line can lie in it. */
export const isCrossed = ({ from, to }: Period): boolean => from !== null && to !== null && to < from

/**
 * The text to look for: an amount as the ledger writes it, whatever the number format, and other text as it stands. Digits alone stay
 * as they are, because they may be part of a reference.
 */
export function soughtText(find: string, currency: string): string | null {
  const typed = find.trim()
  if (typed === '') return null
  if (/^\d+$/.test(typed)) return typed
  const amount = readTyped(typed, currency)
  return amount.ok ? toDecimal(amount.value) : typed
}

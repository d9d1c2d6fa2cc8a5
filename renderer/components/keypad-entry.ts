import { formatMoney, parseAmount, toDecimal } from '../../shared/money.ts'
import { blankTape, operatorOf, pressEquals, pressOperator, timesThousand, type Tape } from './keypad.ts'

/** What an amount field shows: the text as typed, and the calculation that it is part of. */
export type Entry = { readonly text: string; readonly tape: Tape }

export const entryOf = (text: string): Entry => ({ text, tape: blankTape })

/** Typing after a finished calculation begins a new amount, so its tape goes. */
export const typeText = ({ tape }: Entry, text: string): Entry => ({
  text,
  tape: tape.left === null ? blankTape : tape,
})

/**
 * The entry as the form holds it: decimal text, or what was typed if it is no amount, so that the form can say what is
 * wrong with it. Empty while a calculation is open: what can be posted is always what can be read.
 */
export function valueOf({ text, tape }: Entry, currency: string): string {
  if (tape.left !== null) return ''
  const amount = parseAmount(text, currency)
  return amount.ok ? toDecimal(amount.value) : text.trim()
}

/**
 * The entry after a key of the keypad; the same entry when the key can do nothing now; null when it is no key of the
 * keypad, but a character or a key of the form. While a calculation is open, Enter finishes and Escape cancels it.
 */
export function pressKey(entry: Entry, key: string, currency: string): Entry | null {
  const { text, tape } = entry
  const operator = operatorOf(key)
  if (operator !== undefined) {
    const next = pressOperator(tape, text, operator, currency)
    return next === null ? entry : { text: '', tape: next }
  }
  if (key === '=') return evaluate(entry, currency)
  if (key === 'k' || key === 'K') {
    const thousand = timesThousand(text, currency)
    return thousand === null ? entry : { text: thousand, tape }
  }
  if (tape.left === null) return null
  if (key === 'Enter') return evaluate(entry, currency)
  return key === 'Escape' ? entryOf(toDecimal(tape.left.money)) : null
}

/** Leaving the field finishes a calculation, and writes an amount with all its decimals and separators. */
export function leaveEntry(entry: Entry, currency: string): Entry {
  const finished = evaluate(entry, currency)
  const amount = parseAmount(finished.text, currency)
  if (finished.tape.left !== null || !amount.ok) return finished
  return { ...finished, text: formatMoney(amount.value) }
}

const evaluate = (entry: Entry, currency: string): Entry =>
  pressEquals(entry.tape, entry.text, currency) ?? entry

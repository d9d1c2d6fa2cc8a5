import { showMoney, typedMoney } from '../i18n/amounts.ts'
import { blankTape, operatorOf, pressEquals, pressOperator, readEntry, reprint, type Tape } from './keypad.ts'

/** What an amount field shows: the text as typed, and the calculation that it is part of. */
export type Entry = { readonly text: string; readonly tape: Tape }

export const entryOf = (text: string): Entry => ({ text, tape: blankTape })

/** Typing after a finished calculation begins a new amount, and clearing the field drops one that is open: its tape goes. */
export const typeText = ({ tape }: Entry, text: string): Entry => ({
  text,
  tape: tape.left === null || text.trim() === '' ? blankTape : tape,
})

/**
 * The entry as the form holds it: the amount as typed, a calculation's result, or text that is no amount, so that the form
 * can say what is wrong with it. What can be posted is always what this shows.
 */
export function valueOf(entry: Entry, currency: string): string {
  const { text, tape } = evaluate(entry, currency)
  if (tape.left !== null) return `${tape.printed} ${text}`.trim()
  const amount = readEntry(text, currency)
  return amount.ok ? typedMoney(amount.value) : text.trim()
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
  if (tape.left === null) return null
  if (key === 'Enter') return evaluate(entry, currency)
  return key === 'Escape' ? entryOf(typedMoney(tape.left.money)) : null
}

/**
 * Leaving the field ends its calculation and writes an amount in full. A sum that comes to no amount stays as text, which
 * the form refuses: half of a sum is not what somebody meant to post.
 */
export function leaveEntry(entry: Entry, currency: string): Entry {
  const text = valueOf(entry, currency)
  const amount = readEntry(text, currency)
  return entryOf(amount.ok ? showMoney(amount.value) : text)
}

/**
 * The entry where amounts are written in another number format from now on. What is typed stays as it is and is read anew: as the same
 * amount, or as none, because no text is two amounts in two formats.
 */
export const inNewFormat = ({ text, tape }: Entry): Entry => ({ text, tape: reprint(tape) })

/** Finishes an open calculation; the same entry when there is none, or when it comes to no amount. */
export const evaluate = (entry: Entry, currency: string): Entry =>
  pressEquals(entry.tape, entry.text, currency) ?? entry

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { decimalSign, useNumberFormat } from '../i18n/amounts.ts'
import {
  entryOf,
  evaluate,
  inNewFormat,
  leaveEntry,
  pressKey,
  typeText,
  valueOf,
  type Entry,
} from './keypad-entry.ts'

type Field = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly currency: string
}

/** The state of an amount field, and what typing, keys and leaving do to it. A value from outside begins a new entry. */
export function useMoneyEntry({ value, onChange, currency }: Field) {
  const [entry, setEntry] = useState(() => entryOf(value))
  const [reported, setReported] = useState(value)
  if (value !== reported) {
    setReported(value)
    setEntry(entryOf(value))
  }
  const change = (next: Entry) => {
    if (next === entry) return
    const nextValue = valueOf(next, currency)
    setEntry(next)
    setReported(nextValue)
    onChange(nextValue)
  }
  useNewFormat(() => change(inNewFormat(entry)))
  const type = (text: string) => change(typeText(entry, text))
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isPosting(event)) return change(evaluate(entry, currency))
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.code === 'NumpadDecimal') return type(insertDecimalSign(event))
    const next = pressKey(entry, event.key, currency)
    if (next === null) return
    event.preventDefault()
    // The key must not also act on the form: Enter would move on before the result was read, Escape would leave.
    if (event.key === 'Enter' || event.key === 'Escape') event.stopPropagation()
    change(next)
  }
  return {
    text: entry.text,
    printed: entry.tape.printed,
    type,
    press,
    leave: () => change(leaveEntry(entry, currency)),
  }
}

/** Tells when the branch begins to write amounts in another number format than when the field appeared. */
function useNewFormat(onChange: () => void) {
  const format = useNumberFormat(({ format: current }) => current)
  const read = useRef(format)
  useEffect(() => {
    if (read.current === format) return
    read.current = format
    onChange()
  })
}

/** Ctrl+Enter posts what the form holds, which is the result already; the field shows it too. */
const isPosting = (event: KeyboardEvent) => event.key === 'Enter' && (event.ctrlKey || event.metaKey)

/** The key types a point or a comma by the language of the keyboard; at a counter it means the branch's decimal sign. */
function insertDecimalSign(event: KeyboardEvent<HTMLInputElement>): string {
  event.preventDefault()
  const { currentTarget: input } = event
  const at = input.value.length
  input.setRangeText(decimalSign(), input.selectionStart ?? at, input.selectionEnd ?? at, 'end')
  return input.value
}

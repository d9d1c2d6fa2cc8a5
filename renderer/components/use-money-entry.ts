import { useState, type KeyboardEvent } from 'react'
import { entryOf, leaveEntry, pressKey, typeText, valueOf, type Entry } from './keypad-entry.ts'

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
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
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
    type: (text: string) => change(typeText(entry, text)),
    press,
    leave: () => change(leaveEntry(entry, currency)),
  }
}

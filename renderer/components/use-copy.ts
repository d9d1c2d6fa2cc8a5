import { useRef, useState } from 'react'

/** Copies the text; where the clipboard refuses, it stays selected to be copied by hand. */
export function useCopy(text: string) {
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('selected')
    }
  }
  return { field, copy: () => void copy(), outcome }
}

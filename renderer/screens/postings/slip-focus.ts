import { useEffect, useLayoutEffect, useRef } from 'react'
import { clearFocusRequest, useCounterWork } from './counter-work.ts'
import { fieldsOf, type SlipField, type SlipKind } from './slip-kinds.ts'
import type { SlipModel } from './use-slip.ts'

export const fieldId = (field: SlipField) => `slip-${field}`

/** Focuses a field of the slip and selects its text, ready to be typed over. */
export function focusField(field: SlipField): void {
  const input = document.getElementById(fieldId(field))
  if (!(input instanceof HTMLInputElement)) return
  input.focus()
  input.select()
}

/** The field of the slip that has the focus, and the one before it; undefined where there is none. */
export function focusedField(kind: SlipKind) {
  const fields = fieldsOf(kind)
  const at = fields.findIndex((field) => fieldId(field) === document.activeElement?.id)
  return { field: fields[at], previous: fields[at - 1] }
}

/** Focuses the field that was requested, even if the form appears only because of the request. */
export function useFocusRequest() {
  const focusRequest = useCounterWork((work) => work.focusRequest)
  useLayoutEffect(() => {
    if (focusRequest === null) return
    focusField(focusRequest.field)
    clearFocusRequest()
  }, [focusRequest])
}

/**
 * Focuses the first field with a problem whenever a press could not post or the ledger refused. After a press the ledger is asked again, so
 * that the problem may be known only then; what is typed meanwhile keeps the focus.
 */
export function useProblemFocus({ posting, failedPress, problems, draft }: SlipModel) {
  const first = fieldsOf(draft.kind).find((name) => problems[name] !== undefined)
  const latest = useRef(first)
  useLayoutEffect(() => {
    latest.current = first
  })
  useEffect(() => {
    if (latest.current !== undefined && posting.refusal !== null) focusField(latest.current)
  }, [posting.refusal])
  const answered = useRef({ press: failedPress, draft })
  useEffect(() => {
    const isTypedSince = answered.current.draft !== draft
    const isNew = failedPress !== null && failedPress !== answered.current.press
    if (!isTypedSince && !(isNew && first !== undefined)) return
    answered.current = { press: failedPress, draft }
    if (!isTypedSince && first !== undefined) focusField(first)
  }, [failedPress, first, draft])
}

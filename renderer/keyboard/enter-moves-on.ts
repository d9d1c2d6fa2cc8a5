import type { KeyboardEvent } from 'react'

const STEPS = 'input:not([type=hidden]):not([readonly]):not(:disabled), select'

/**
 * Enter goes on to the next field, as on a keypad; Shift+Enter back. The last field stays, because only the posting key
 * posts: give this to `onKeyDown` of a form whose submission moves money. Fields beneath `data-step="skip"` are left out.
 */
export function enterMovesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target } = event
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented) return
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  const steps = [...event.currentTarget.querySelectorAll<HTMLInputElement>(STEPS)].filter(
    (step) => step.closest('[data-step=skip]') === null && (step.type !== 'radio' || step.checked),
  )
  const next = steps[steps.indexOf(target) + (event.shiftKey ? -1 : 1)]
  next?.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}

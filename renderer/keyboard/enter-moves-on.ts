import type { KeyboardEvent } from 'react'

const STEPS = 'input:not([type=hidden]):not([readonly]):not(:disabled), select'

/**
 * The `onKeyDown` of a form whose submission moves money: Enter goes on to the next field, Shift+Enter to the previous
 * one. In the last field Enter does nothing, because only Ctrl+Enter posts. Fields inside `data-step="skip"` are left out.
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

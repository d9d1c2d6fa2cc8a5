import type { KeyboardEvent } from 'react'

/** A list to choose from is a field that cannot be typed in. */
const CHOICE = 'input[role=combobox][readonly]:not(:disabled)'
const STEPS = `input:not([type=hidden]):not([readonly]):not(:disabled), select, ${CHOICE}`

const isChoice = (step: HTMLInputElement) => step.matches(CHOICE)

/**
 * The `onKeyDown` of a form whose submission moves money: Enter goes on to the next field, Shift+Enter to the previous
 * one. In the last field Enter does nothing, because only Ctrl+Enter posts. Fields inside `data-step="skip"` are left out, and so
 * are lists from which something is chosen already; one from which nothing is chosen is opened, and not passed.
 */
export function enterMovesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target } = event
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented) return
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  if (isChoice(target) && target.value === '' && !event.shiftKey) return target.click()
  const steps = [...event.currentTarget.querySelectorAll<HTMLInputElement>(STEPS)].filter(
    (step) =>
      step === target ||
      (step.closest('[data-step=skip]') === null &&
        (step.type !== 'radio' || step.checked) &&
        (!isChoice(step) || step.value === '')),
  )
  const next = steps[steps.indexOf(target) + (event.shiftKey ? -1 : 1)]
  next?.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}

import type { KeyboardEvent } from 'react'

/** A list to choose from is a field that cannot be typed in. */
const CHOICE = 'input[role=combobox][readonly]:not(:disabled)'
/** What the Tab key does not reach, such as the calendar behind a date, is no step of the Enter key either. */
const STEPS = ['input:not([type=hidden]):not([readonly]):not(:disabled)', 'select', CHOICE]
  .map((step) => `${step}:not([tabindex="-1"])`)
  .join()

const isChoice = (field: HTMLInputElement) => field.matches(CHOICE)

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
  stepOn(event.currentTarget, target, event.shiftKey)
}

/** Goes on from a list whose option Enter has just taken, in a form that goes on by Enter. */
export function moveOnFrom(field: HTMLInputElement): void {
  const form = field.closest<HTMLFormElement>('form[data-enter=moves-on]')
  if (form !== null) stepOn(form, field, false)
}

/** The same for a closed list from which something is chosen, before the list takes Enter and opens again: `onKeyDownCapture`. */
export function enterLeavesChosen(event: KeyboardEvent<HTMLFormElement>): void {
  const { target } = event
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(target instanceof HTMLInputElement)) return
  if (!isChoice(target) || target.value === '' || target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  event.stopPropagation()
  stepOn(event.currentTarget, target, event.shiftKey)
}

function stepOn(form: HTMLFormElement, target: HTMLInputElement, back: boolean): void {
  const steps = [...form.querySelectorAll<HTMLInputElement>(STEPS)].filter(
    (each) =>
      each === target ||
      (each.closest('[data-step=skip]') === null &&
        (each.type !== 'radio' || each.checked) &&
        (!isChoice(each) || each.value === '')),
  )
  const next = steps[steps.indexOf(target) + (back ? -1 : 1)]
  next?.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}

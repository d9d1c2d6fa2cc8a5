import { holdsDraft } from './drafts.ts'

/**
 * What a form says of the text in it: `data-text="draft"` keeps it while other screens are looked at, and `data-text="none"` has
 * nothing to save. The text of all others is lost by leaving. What is
 * written in an area for text is work in a form or without one. `data-chosen` stands on what holds files that are not uploaded.
 */
const LOST_BY = {
  leaving: 'form:not([data-text]) input, textarea:not(form[data-text] *), [data-chosen]',
  reloading: 'form:not([data-text="none"]) input, textarea, [data-chosen]',
} as const
export type LosingBy = keyof typeof LOST_BY

/** The fields into which somebody typed: a value that was there before is not lost. */
const typedInto = new WeakSet<Element>()

/** How often something was typed anywhere: what a screen that is not shown holds cannot be compared. */
let inputs = 0

function onInput({ target }: Event): void {
  inputs += 1
  if (target instanceof Element) typedInto.add(target)
}

/** The browser, or the main process, asks before it reloads a page that would lose text. */
function onBeforeUnload(event: BeforeUnloadEvent): void {
  if (unsavedField('reloading') !== null || holdsDraft()) event.preventDefault()
}

/** Notes where somebody types, and warns before a reload that would lose it; the returned function ends it. */
export function watchTyping(): () => void {
  window.addEventListener('input', onInput, { capture: true })
  window.addEventListener('beforeunload', onBeforeUnload)
  return () => {
    window.removeEventListener('input', onInput, { capture: true })
    window.removeEventListener('beforeunload', onBeforeUnload)
  }
}

/** Whether files that were chosen would be lost, and not text. */
export const holdsFiles = (part: HTMLElement): boolean => part.dataset['chosen'] !== undefined

const isUnsaved = (part: HTMLElement): boolean =>
  holdsFiles(part) ||
  ((part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement) &&
    typedInto.has(part) &&
    !part.readOnly &&
    part.value !== '')

/** The first field whose text, or part whose files, would be lost by leaving the screen or by reloading the window; null if none would. */
export const unsavedField = (by: LosingBy): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(LOST_BY[by])].find(isUnsaved) ?? null

type Question = { readonly to: string; readonly part: HTMLElement; readonly typed: unknown }
let asked: Question | null = null

/**
 * What would be lost by leaving for `to`: a field, or the page where it stands on another screen. Null: nothing would, or the same was asked before and nothing was typed since, so that
 * pressing again is the answer.
 */
export function askToLose(to: string, by: LosingBy): HTMLElement | null {
  const part = unsavedField(by) ?? (by === 'reloading' && holdsDraft() ? document.body : null)
  const question = part === null ? null : { to, part, typed: Reflect.get(part, 'value') ?? inputs }
  const answered =
    asked !== null &&
    question !== null &&
    asked.to === to &&
    asked.part === part &&
    asked.typed === question.typed
  asked = answered ? null : question
  return answered ? null : part
}

/**
 * What a form says of the text in it: `data-text="draft"` keeps it while other screens are looked at, and `data-text="none"` has
 * nothing to save. The text of all others is lost by leaving.
 */
const LOST_BY = {
  leaving: 'form:not([data-text]) :is(input, textarea)',
  reloading: 'form:not([data-text="none"]) :is(input, textarea)',
} as const

/** The fields into which somebody typed: a value that was there before is not lost. */
const typedInto = new WeakSet<Element>()

function onInput({ target }: Event): void {
  if (target instanceof Element) typedInto.add(target)
}

/** The browser, or the main process, asks before it reloads a page that would lose text. */
function onBeforeUnload(event: BeforeUnloadEvent): void {
  if (unsavedField('reloading') !== null) event.preventDefault()
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

/** The first field whose text would be lost by leaving the screen, or by reloading the window; null if none would. */
export const unsavedField = (by: keyof typeof LOST_BY): HTMLElement | null =>
  [...document.querySelectorAll<HTMLInputElement>(LOST_BY[by])].find(
    (field) => typedInto.has(field) && !field.readOnly && field.value !== '',
  ) ?? null

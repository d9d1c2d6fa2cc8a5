/** Puts the focus on the document that is being looked at. */
export const focusQueue = (): void =>
  document.querySelector<HTMLElement>('[data-queue] [aria-current]')?.focus()

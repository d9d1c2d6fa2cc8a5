import type { OpenWindow } from './parts.ts'

/** The windows that are open, in the order in which they were made. */
export const openWindows = new Set<OpenWindow>()

/** An event that a listener can cancel, as Electron hands to before-quit, close and will-navigate. */
export type Cancellable = { defaultPrevented: boolean; preventDefault: () => void }

export function cancellable<Facts extends object>(facts: Facts): Facts & Cancellable {
  const event = {
    ...facts,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

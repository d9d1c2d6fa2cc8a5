/** Keys that a browser keeps for itself, or may, and the ones that do the same there. */
const SECOND: Readonly<Record<string, string>> = { 'Ctrl+N': 'Alt+N', F5: 'Alt+5', F6: 'Alt+6' }
const FIRST = new Map(Object.entries(SECOND).map(([first, second]) => [second, first]))

/** Whether the window is a browser's, and not the application's own: the preview marks its page. */
export const isInBrowser = (): boolean =>
  typeof document !== 'undefined' && document.documentElement.hasAttribute('data-in-browser')

/** The key that a person presses for a binding. */
export const keyToPress = (name: string, inBrowser = isInBrowser()): string =>
  inBrowser ? (SECOND[name] ?? name) : name

/** The binding's name for a pressed key. */
export const keyPressed = (name: string, inBrowser = isInBrowser()): string =>
  inBrowser ? (FIRST.get(name) ?? name) : name

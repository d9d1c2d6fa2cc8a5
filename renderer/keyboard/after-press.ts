/** Whether something is being pressed by mouse, pen or finger, and what waits until that is over. */
let isPressing = false
let waiting: (() => unknown)[] = []

const begin = (): void => {
  isPressing = true
}

/** The click belongs to the press: it is dispatched with the release, before any timer. */
const end = (): void => {
  if (!isPressing) return
  isPressing = false
  setTimeout(() => {
    const due = waiting
    waiting = []
    for (const run of due) run()
  })
}

/**
 * Runs it at once; during a press, after the click. For what is drawn because a field was left: an error moves what stands beneath the field, and
 * the press that leaves the field would miss what it is meant for.
 */
export function afterPress(run: () => unknown): void {
  if (isPressing) waiting.push(run)
  else run()
}

/** Watches presses until the returned function is called. */
export function watchPresses(): () => void {
  const options = { capture: true }
  window.addEventListener('pointerdown', begin, options)
  window.addEventListener('pointerup', end, options)
  window.addEventListener('pointercancel', end, options)
  // A menu of the system keeps the release for itself.
  window.addEventListener('keydown', end, options)
  return () => {
    window.removeEventListener('pointerdown', begin, options)
    window.removeEventListener('pointerup', end, options)
    window.removeEventListener('pointercancel', end, options)
    window.removeEventListener('keydown', end, options)
  }
}

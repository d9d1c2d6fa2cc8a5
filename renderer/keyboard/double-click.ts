/** What was pressed first: the button, link, field or row, because what it shows may be drawn anew. */
const CONTROL = 'button, a, input, select, textarea, tr, [role]'

const controlOf = ({ target }: Event) =>
  target instanceof Element ? (target.closest(CONTROL) ?? target) : null

let pressed: Element | null = null

/**
 * The second press of a double click is meant for what was pressed first. Where the first one has brought another screen, it
 * presses nothing and selects no text there.
 */
function onPress(event: MouseEvent): void {
  if (event.detail < 2) {
    if (event.type === 'mousedown') pressed = controlOf(event)
    return
  }
  if (pressed === null || pressed.isConnected) return
  event.preventDefault()
  event.stopPropagation()
}

/** Guards against second presses until the returned function is called. */
export function guardDoubleClicks(): () => void {
  const options = { capture: true }
  window.addEventListener('mousedown', onPress, options)
  window.addEventListener('click', onPress, options)
  return () => {
    window.removeEventListener('mousedown', onPress, options)
    window.removeEventListener('click', onPress, options)
  }
}

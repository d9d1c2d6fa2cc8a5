import { useEffect, useId } from 'react'
import { dropLayer, putLayer, type KeyBindings } from './keys.ts'

/**
 * Registers the keys of a screen for as long as it is shown, and feeds the key bar and the help (F1) with them.
 * `modal` hides the keys of the layers below; `everywhere` marks the frame's own. Names are those of `keyName`: `F4`, `Ctrl+Enter`.
 */
export function useKeys(
  bindings: KeyBindings,
  { enabled = true, modal = false, everywhere = false } = {},
): void {
  const id = useId()
  // After every render, because what a key does may close over anything that the screen shows.
  useEffect(() => {
    if (enabled) putLayer({ id, bindings, modal, everywhere })
    else dropLayer(id)
  })
  useEffect(() => () => dropLayer(id), [id])
}

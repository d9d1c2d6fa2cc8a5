import { useEffect, useId, useRef } from 'react'
import { dropLayer, putLayer, type KeyBinding, type KeyBindings } from '../keys.ts'

/**
 * Registers the keys of a screen for as long as it is shown, and feeds the key bar and the help (F1) with them.
 * `modal` hides the keys beneath; `everywhere` marks the frame's own. Names are those of `keyName`: `F4`, `Ctrl+Enter`.
 */
export function useKeys(
  bindings: KeyBindings,
  { enabled = true, modal = false, everywhere = false } = {},
): void {
  const id = useId()
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  // The functions change with every render and are reached through the ref; only what is seen makes the bar draw anew.
  const seen = JSON.stringify(Object.entries(bindings).map(([name, { run: _, ...rest }]) => [name, rest]))
  useEffect(() => {
    if (!enabled) return
    const shown = JSON.parse(seen) as [string, Omit<KeyBinding, 'run'>][]
    const stable = shown.map(([name, rest]) => [name, { ...rest, run: () => latest.current[name]?.run() }])
    putLayer({ id, bindings: Object.fromEntries(stable) as KeyBindings, modal, everywhere })
  }, [id, seen, enabled, modal, everywhere])
  useEffect(() => (enabled ? () => dropLayer(id) : undefined), [id, enabled])
}

import { create } from 'zustand'
import { keyPressed, keyToPress } from './second-keys.ts'

/** One key of a screen. `label` is what the key bar and the help say. */
export type KeyBinding = {
  readonly label: string
  /** In the bar, where the label is long. */
  readonly short?: string
  readonly run: () => void
  /** Shown, but does nothing now. */
  readonly disabled?: boolean
  /** What is being done now: marked in the key bar. */
  readonly active?: boolean
  /** Listed in the help, not in the bar, which has room for the important keys only. */
  readonly quiet?: boolean
  /** In the bar only where there is room for it. */
  readonly minor?: boolean
}
export type KeyBindings = Readonly<Record<string, KeyBinding>>

/** The keys of one part of the window. A `modal` layer hides those below it. */
export type KeyLayer = {
  readonly id: string
  readonly bindings: KeyBindings
  readonly modal: boolean
  readonly everywhere: boolean
}

export const useKeyLayers = create<{ readonly layers: readonly KeyLayer[] }>(() => ({ layers: [] }))

/** What the keys do changes with every render of a screen and is kept here; the store holds what is visible of them. */
const latest = new Map<string, KeyBindings>()

/** Labels and flags; JSON leaves the functions out. */
const visiblePart = ({ bindings, modal, everywhere }: KeyLayer) =>
  JSON.stringify([bindings, modal, everywhere])

/**
 * Puts a layer on top, or renews it where it is. What is drawn anew beneath a modal layer stays beneath it, or its keys would work under
 * the lock and under the help. Subscribers are notified only when something visible changed.
 */
export function putLayer(layer: KeyLayer): void {
  latest.set(layer.id, layer.bindings)
  const { layers } = useKeyLayers.getState()
  const old = layers.find(({ id }) => id === layer.id)
  if (old !== undefined && visiblePart(old) === visiblePart(layer)) return
  const stable = { ...layer, bindings: callingLatest(layer) }
  if (old !== undefined)
    useKeyLayers.setState({ layers: layers.map((other) => (other === old ? stable : other)) })
  else useKeyLayers.setState({ layers: layers.toSpliced(placeOf(layer, layers), 0, stable) })
}

/** The frame is below every screen, whichever was registered first, and every screen below what is modal. */
function placeOf({ everywhere, modal }: KeyLayer, layers: readonly KeyLayer[]): number {
  if (everywhere) return 0
  const lowest = layers.findIndex((other) => other.modal)
  return modal || lowest === -1 ? layers.length : lowest
}

/** The same bindings, whose functions look up what the key does now. */
const callingLatest = ({ id, bindings }: KeyLayer): KeyBindings =>
  Object.fromEntries(
    Object.entries(bindings).map(([name, binding]) => [
      name,
      { ...binding, run: () => latest.get(id)?.[name]?.run() },
    ]),
  )

export function dropLayer(id: string): void {
  if (latest.delete(id))
    useKeyLayers.setState(({ layers }) => ({ layers: layers.filter((layer) => layer.id !== id) }))
}

/** The layers whose keys work now: from the topmost modal one upwards. */
export function liveLayers(layers: readonly KeyLayer[]): readonly KeyLayer[] {
  const lowest = layers.findLastIndex(({ modal }) => modal)
  return lowest === -1 ? layers : layers.slice(lowest)
}

/** What each key does in these layers: the topmost one decides. */
export function mergedKeys(layers: readonly KeyLayer[]): ReadonlyMap<string, KeyBinding> {
  const merged = new Map<string, KeyBinding>()
  for (const layer of layers)
    for (const [name, binding] of Object.entries(layer.bindings)) merged.set(name, binding)
  return merged
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** How bindings write a key: `F4`, `Ctrl+Enter`, `Escape`, `J`, `+`. Command on macOS counts as Ctrl. */
export function keyName(event: Pressed): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  // With a letter alone Shift is a capital, and with a sign it may be what makes the sign.
  const counts = event.key.length > 1 || (control !== '' && /^[A-Z]$/.test(key))
  const shift = event.shiftKey && counts ? 'Shift+' : ''
  return `${control}${alt}${shift}${key}`
}

/** While a field has the focus, letters are text; function keys and combinations are still commands. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))

/** The binding that a pressed key means now, topmost layer first. */
export function bindingFor(layers: readonly KeyLayer[], name: string): KeyBinding | undefined {
  for (const layer of liveLayers(layers).toReversed()) {
    const binding = layer.bindings[name]
    if (binding !== undefined) return binding
  }
  return undefined
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const name = keyPressed(keyName(event))
  const binding = bindingFor(useKeyLayers.getState().layers, name)
  if (binding === undefined || (name.length === 1 && isTyping(event.target))) return
  event.preventDefault()
  if (binding.disabled !== true && !event.repeat) binding.run()
}

/** A list to choose from that takes no text and is closed. It would open by Enter, also where Ctrl is held. */
const CLOSED_LIST = '[aria-haspopup="listbox"][readonly]:not([aria-expanded="true"])'

/** In a closed list Ctrl+Enter is a command before the list takes it as Enter. */
function onKeyDownFirst(event: KeyboardEvent): void {
  if (keyName(event) !== 'Ctrl+Enter') return
  if (!(event.target instanceof Element && event.target.matches(CLOSED_LIST))) return
  onKeyDown(event)
  if (event.defaultPrevented) event.stopPropagation()
}

/** The one listener of the window; the returned function ends it. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', onKeyDownFirst, { capture: true })
  window.addEventListener('keydown', onKeyDown)
  return () => {
    window.removeEventListener('keydown', onKeyDownFirst, { capture: true })
    window.removeEventListener('keydown', onKeyDown)
  }
}

/** `Ctrl+Enter` → `Ctrl Enter`, as a key cap shows it: the key that works in this window. */
export function keyCaption(name: string): string {
  const pressed = keyToPress(name)
  return pressed.replace('Escape', 'Esc').replaceAll('+', ' ').trim() || pressed
}

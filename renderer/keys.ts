import { create } from 'zustand'

/** One key of a screen. `label` is what the key bar and the help say. */
export type KeyBinding = {
  readonly label: string
  readonly run: () => void
  /** Shown, but does nothing now. */
  readonly disabled?: boolean
  /** What is being done now: marked in the key bar. */
  readonly active?: boolean
  /** Known to the help, absent from the bar: there is room for the important ones only. */
  readonly quiet?: boolean
}
export type KeyBindings = Readonly<Record<string, KeyBinding>>

/** The keys of one part of the window. A `modal` layer hides those beneath it. */
export type KeyLayer = {
  readonly id: string
  readonly bindings: KeyBindings
  readonly modal: boolean
  readonly everywhere: boolean
}

export const useKeyLayers = create<{ readonly layers: readonly KeyLayer[] }>(() => ({ layers: [] }))

/** Puts a layer on top, or replaces it where it is. */
export function putLayer(layer: KeyLayer): void {
  useKeyLayers.setState(({ layers }) => ({
    layers: layers.some(({ id }) => id === layer.id)
      ? layers.map((old) => (old.id === layer.id ? layer : old))
      : layer.everywhere
        ? [layer, ...layers] // the frame lies beneath every screen, whoever came first
        : [...layers, layer],
  }))
}

export function dropLayer(id: string): void {
  useKeyLayers.setState(({ layers }) => ({ layers: layers.filter((layer) => layer.id !== id) }))
}

/** The layers whose keys work now: from the topmost modal one upwards. */
export function liveLayers(layers: readonly KeyLayer[]): readonly KeyLayer[] {
  const floor = layers.findLastIndex(({ modal }) => modal)
  return floor === -1 ? layers : layers.slice(floor)
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** How bindings write a key: `F4`, `Ctrl+Enter`, `Escape`, `J`, `+`. Command on macOS counts as Ctrl. */
export function keyName(event: Pressed): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : ''
  return `${control}${alt}${shift}${key}`
}

/** A letter belongs to whoever is typing; function keys and chords never do. */
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

/** The one listener of the window; the returned function ends it. */
export function listenForKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const name = keyName(event)
    const binding = bindingFor(useKeyLayers.getState().layers, name)
    if (binding === undefined || (event.key.length === 1 && name.length === 1 && isTyping(event.target)))
      return
    event.preventDefault()
    if (binding.disabled !== true && !event.repeat) binding.run()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

/** `Ctrl+Enter` → `Ctrl Enter`, as caps on the screen. */
export const keyCaption = (name: string) => name.replace('Escape', 'Esc').replaceAll('+', ' ').trim() || name

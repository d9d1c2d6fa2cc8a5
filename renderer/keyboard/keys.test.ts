import { describe, expect, test, vi } from 'vitest'
import { bindingFor, dropLayer, keyName, liveLayers, putLayer, useKeyLayers } from './keys.ts'
import { keyPressed, keyToPress } from './second-keys.ts'
import { roveTo } from './roving.ts'

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 0, 0],
  ['End', 0, 4],
  ['Home', 3, 0],
  ['PageDown', 0, 4],
  ['x', 2, null],
])('%s from row %i of 5 moves to %s', (key, at, expected) => {
  expect(roveTo(key, at, 5)).toBe(expected)
})

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
) => keyName({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held })
const layer = (id: string, name: string, run: () => void, over = {}) => ({
  id,
  bindings: { [name]: { label: id, run } },
  modal: false,
  everywhere: false,
  ...over,
})

test('in a browser, a key that it keeps for itself has a second one, and only there', () => {
  for (const [first, second] of [
    ['Ctrl+N', 'Alt+N'],
    ['F5', 'Alt+5'],
    ['F6', 'Alt+6'],
  ] as const) {
    expect(keyToPress(first, true)).toBe(second)
    expect(keyPressed(second, true)).toBe(first)
    expect(keyToPress(first, false)).toBe(first)
    expect(keyPressed(second, false)).toBe(second)
  }
  expect(keyToPress('F4', true)).toBe('F4')
})

describe('keys', () => {
  test('names are the same on every keyboard', () => {
    expect(press('k', { ctrlKey: true })).toBe('Ctrl+K')
    expect(press('k', { metaKey: true })).toBe('Ctrl+K')
    expect(press('Enter', { ctrlKey: true })).toBe('Ctrl+Enter')
    expect(press('F4')).toBe('F4')
    expect(press('+', { shiftKey: true })).toBe('+')
    expect(press('+', { shiftKey: true, ctrlKey: true })).toBe('Ctrl++')
    expect(press('J', { shiftKey: true })).toBe('J')
    expect(press('L', { shiftKey: true, ctrlKey: true })).toBe('Ctrl+Shift+L')
  })

  test('a screen that is drawn anew beneath the lock or the help stays beneath', () => {
    const [close, post] = [vi.fn<() => void>(), vi.fn<() => void>()]
    putLayer(layer('help', 'Escape', close, { modal: true }))
    putLayer(layer('screen', 'Escape', post))
    putLayer(layer('slip', 'Ctrl+Enter', post))
    bindingFor(useKeyLayers.getState().layers, 'Escape')?.run()
    expect(close).toHaveBeenCalledOnce()
    expect(bindingFor(useKeyLayers.getState().layers, 'Ctrl+Enter')).toBeUndefined()
    dropLayer('help')
    bindingFor(useKeyLayers.getState().layers, 'Ctrl+Enter')?.run()
    expect(post).toHaveBeenCalledOnce()
    for (const id of ['screen', 'slip']) dropLayer(id)
  })

  test('a screen takes precedence over the frame, a modal layer hides both, and a renewed key runs the new function', () => {
    const [old, renewed, frame] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()]
    putLayer(layer('screen', 'F4', old))
    putLayer(layer('frame', 'F4', frame, { everywhere: true }))
    const before = useKeyLayers.getState().layers
    putLayer(layer('screen', 'F4', renewed))
    expect(useKeyLayers.getState().layers).toBe(before) // nothing visible changed, so no component renders again
    bindingFor(before, 'F4')?.run()
    expect([old, renewed, frame].map((run) => run.mock.calls.length)).toEqual([0, 1, 0])
    putLayer({ id: 'lock', bindings: {}, modal: true, everywhere: false })
    expect(bindingFor(useKeyLayers.getState().layers, 'F4')).toBeUndefined()
    expect(liveLayers(useKeyLayers.getState().layers).map(({ id }) => id)).toEqual(['lock'])
    for (const id of ['screen', 'frame', 'lock']) dropLayer(id)
    expect(useKeyLayers.getState().layers).toEqual([])
  })
})

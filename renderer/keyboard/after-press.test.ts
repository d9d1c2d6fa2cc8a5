import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPress, watchPresses } from './after-press.ts'

let end = () => {}
beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
  vi.useFakeTimers()
  end = watchPresses()
})
afterEach(() => {
  end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const send = (type: string) => window.dispatchEvent(new Event(type))

test('what follows a field that is left by a key happens at once', () => {
  const run = vi.fn()
  afterPress(run)
  expect(run).toHaveBeenCalledOnce()
})

test.each(['pointerup', 'pointercancel', 'keydown'])(
  'what follows a field that is left by a press waits for %s and the click',
  (release) => {
    const run = vi.fn()
    send('pointerdown')
    afterPress(run)
    send(release)
    expect(run).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(run).toHaveBeenCalledOnce()
    afterPress(run)
    expect(run).toHaveBeenCalledTimes(2)
  },
)

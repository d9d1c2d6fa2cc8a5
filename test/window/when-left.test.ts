import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const system = vi.hoisted(() => ({ idle: 0, on: (_: string, __: () => void): void => {} }))
vi.mock('electron', () => ({
  powerMonitor: {
    on: (name: string, listener: () => void) => system.on(name, listener),
    getSystemIdleTime: () => system.idle,
  },
}))
const { lockWhenLeft } = await import('../../electron/window/when-left.ts')

const events = new EventEmitter()
const lock = vi.fn<() => void>()

beforeEach(() => {
  vi.useFakeTimers()
  system.idle = 0
  system.on = (name, listener) => events.on(name, listener)
  lockWhenLeft(300, lock)
})
afterEach(() => {
  vi.useRealTimers()
  events.removeAllListeners()
  lock.mockClear()
})

test.each(['lock-screen', 'suspend', 'shutdown', 'user-did-resign-active'])('%s locks', (name) => {
  events.emit(name)
  expect(lock).toHaveBeenCalledTimes(1)
})

test('once nobody has touched the computer for so long it locks, and not before', () => {
  system.idle = 299
  vi.advanceTimersByTime(60_000)
  expect(lock).not.toHaveBeenCalled()
  system.idle = 300
  vi.advanceTimersByTime(5_000)
  expect(lock).toHaveBeenCalled()
})

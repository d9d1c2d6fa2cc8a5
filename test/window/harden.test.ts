import { expect, test, vi } from 'vitest'

// Outside Electron its package exports the path of a binary; the functions under test use none of its objects.
vi.mock('electron', () => ({ app: {}, dialog: {}, protocol: {} }))
const { isOwnPage } = await import('../../electron/window/harden.ts')
const { crashCounter } = await import('../../electron/window/renderer-crash.ts')

test.each(['app://teller/', 'app://teller/index.html#/till'])('%s is our own page', (url) => {
  expect(isOwnPage(url)).toBe(true)
})

test.each([
  'https://teller/',
  'app://teller.evil/',
  'app://evil/app://teller/',
  'app://teller:81/',
  'file:///etc/passwd',
  'data:text/html,x',
  'about:blank',
  'javascript:1',
  '',
])('"%s" is not our own page', (url) => {
  expect(isOwnPage(url)).toBe(false)
})

test('the development server counts as our own only when it is given', () => {
  expect(isOwnPage('http://localhost:5173/x', 'http://localhost:5173')).toBe(true)
  expect(isOwnPage('http://localhost:5174/x', 'http://localhost:5173')).toBe(false)
  expect(isOwnPage('http://localhost:5173/x')).toBe(false)
})

test('two crashes within a minute reload, the third asks, and an old crash is forgotten', () => {
  let now = 0
  const counter = crashCounter(() => now)
  expect([counter.shouldReload(), counter.shouldReload(), counter.shouldReload()]).toEqual([
    true,
    true,
    false,
  ])
  now = 61_000
  expect(counter.shouldReload()).toBe(true)
})

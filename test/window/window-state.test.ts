import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readWindowState, writeWindowState } from '../../electron/window/window-state.ts'

const folder = mkdtempSync(join(tmpdir(), 'window-state-'))
const file = join(folder, 'window.json')
const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
const bounds = { x: 40, y: 30, width: 1400, height: 800 }

afterAll(() => rmSync(folder, { recursive: true }))

test('what was written is read again, and no temporary file remains', () => {
  writeWindowState(file, { bounds, isMaximized: true })
  expect(readWindowState(file, screens)).toEqual({ bounds, isMaximized: true })
  expect(readdirSync(folder)).toEqual(['window.json'])
})

test('a window on a screen that is gone is ignored', () => {
  writeWindowState(file, { bounds: { ...bounds, x: 2500 }, isMaximized: false })
  expect(readWindowState(file, screens)).toBeUndefined()
  expect(readWindowState(file, [...screens, { x: 1920, y: 0, width: 2560, height: 1440 }])).toBeDefined()
})

test('a window whose title bar is above the screen is ignored', () => {
  writeWindowState(file, { bounds: { ...bounds, y: -300 }, isMaximized: false })
  expect(readWindowState(file, screens)).toBeUndefined()
})

test.each(['', '{', 'null', '[]', '{"bounds":null}', '{"bounds":{"x":1,"y":2,"width":"3","height":4}}'])(
  'a damaged file is ignored: %s',
  (text) => {
    writeFileSync(file, text)
    expect(readWindowState(file, screens)).toBeUndefined()
  },
)

test('a missing file is ignored', () => {
  expect(readWindowState(join(folder, 'none.json'), screens)).toBeUndefined()
})

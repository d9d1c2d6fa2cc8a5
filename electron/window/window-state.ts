import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BrowserWindow, Rectangle } from 'electron'

/** The window's position: its bounds when not maximised, in device-independent pixels. */
export type WindowState = { bounds: Rectangle; isMaximized: boolean }

/** At least this much of the title bar, in pixels, has to be on a screen for a person to be able to move the window. */
const VISIBLE_WIDTH = 200
const VISIBLE_HEIGHT = 60

function isBounds(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const sides: Record<string, unknown> = { ...value }
  return ['x', 'y', 'width', 'height'].every((side) => Number.isSafeInteger(sides[side]))
}

function overlap(aStart: number, aLength: number, bStart: number, bLength: number): number {
  return Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart)
}

function isReachable(bounds: Rectangle, workAreas: readonly Rectangle[]): boolean {
  return workAreas.some(
    (area) =>
      overlap(bounds.x, bounds.width, area.x, area.width) >= VISIBLE_WIDTH &&
      overlap(bounds.y, bounds.height, area.y, area.height) >= VISIBLE_HEIGHT &&
      bounds.y >= area.y,
  )
}

/** The saved state; undefined when there is none, it is damaged, or its screen is gone. */
export function readWindowState(file: string, workAreas: readonly Rectangle[]): WindowState | undefined {
  try {
    const saved: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof saved !== 'object' || saved === null || !('bounds' in saved)) return undefined
    const { bounds } = saved
    if (!isBounds(bounds) || !isReachable(bounds, workAreas)) return undefined
    return { bounds, isMaximized: 'isMaximized' in saved && saved.isMaximized === true }
  } catch {
    return undefined
  }
}

/** Written to a second file and renamed, so that a program that is killed leaves the old state or the new one. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  writeFileSync(draft, JSON.stringify(state))
  renameSync(draft, file)
}

/** Saves the state when the window closes; a full disk does not prevent closing. */
export function saveWindowStateOnClose(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    try {
      writeWindowState(file, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
    } catch (error) {
      console.error('The window state was not saved:', error)
    }
  })
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BrowserWindow, Rectangle } from 'electron'

/** Where the window was: its bounds when not maximised, in device-independent pixels. */
export type WindowState = { bounds: Rectangle; isMaximized: boolean }

/** At least this much of the title bar has to be on a screen for a person to be able to move the window. */
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

/** The state that was kept; undefined when there is none, it is damaged, or its screen is gone. */
export function readWindowState(file: string, workAreas: readonly Rectangle[]): WindowState | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept !== 'object' || kept === null || !('bounds' in kept)) return undefined
    const { bounds } = kept
    if (!isBounds(bounds) || !isReachable(bounds, workAreas)) return undefined
    return { bounds, isMaximized: 'isMaximized' in kept && kept.isMaximized === true }
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that a power cut leaves the old state or the new one. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  writeFileSync(draft, JSON.stringify(state))
  renameSync(draft, file)
}

/** Keeps the state whenever the window closes; a full disk must not keep anybody from closing it. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    try {
      writeWindowState(file, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
    } catch (error) {
      console.error('The window state was not kept:', error)
    }
  })
}

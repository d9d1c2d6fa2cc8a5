import type { BrowserWindow, Input } from 'electron'

/** Each level is a fifth larger than the one before; 0 is the size as designed. */
const SMALLEST = -2
const LARGEST = 4
const STEPS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1 }

type Pressed = Pick<Input, 'type' | 'key' | 'control' | 'alt' | 'meta'>

/** The zoom level that a key asks for, or null for every other key: Ctrl with + or − a step, Ctrl+0 the size as designed. */
export function zoomAfter(level: number, { type, key, control, alt, meta }: Pressed): number | null {
  if (type !== 'keyDown' || !control || alt || meta) return null
  if (key === '0') return 0
  const step = STEPS[key]
  return step === undefined ? null : Math.min(Math.max(level + step, SMALLEST), LARGEST)
}

/** A workstation without a menu still makes its text larger by the keys that every browser has. */
export function zoomByKeys({ webContents }: BrowserWindow): void {
  webContents.on('before-input-event', (event, input) => {
    const level = zoomAfter(webContents.getZoomLevel(), input)
    if (level === null) return
    event.preventDefault()
    webContents.setZoomLevel(level)
  })
}

import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { drawBy } from '../../../electron/printers/draw-by.ts'
import { openPrinters, type Printers } from '../../../electron/printers/open-printers.ts'
import type { PrintLimits } from '../../../electron/printers/printer.ts'
import { registerAppScheme } from '../../../electron/window/app-protocol.ts'
import { hardenAllContents } from '../../../electron/window/harden.ts'
import { systemPrinters } from '../../../electron/window/system-printers.ts'
import { testStudio } from '../../support/studio.ts'

/** The printing of the application and a window, and nothing else of it. */

type Asked = {
  readonly device: string
  readonly pdf: string
  readonly isLong: boolean
  readonly print: number
}
export type SystemPrinting = {
  readonly devices: () => Promise<unknown>
  /** Prints a file; says what came of it, and how often it was read. */
  readonly print: (asked: Asked) => Promise<{ readonly outcome: object; readonly read: number }>
  readonly windows: () => number
  readonly logged: readonly string[]
}
declare global {
  var printing: SystemPrinting
}

const LIMITS: PrintLimits = { connect: 1_000, answer: 5_000, print: 0, look: 20 }

async function start(): Promise<void> {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('about:blank')
  const studio = testStudio()
  const logged: string[] = []
  const system = systemPrinters(
    () => window,
    (line) => logged.push(line),
  )
  const draw = drawBy(studio, { fileFor: () => null })
  const kept = new Map<number, Printers>()
  /** One for each limit: it lets the papers of a printer wait for one another. */
  const opened = (print: number): Printers => {
    const folder = mkdtempSync(join(app.getPath('userData'), 'printers-'))
    const printers = kept.get(print) ?? openPrinters(folder, { ...LIMITS, print }, draw, {}, system)
    kept.set(print, printers)
    return printers
  }
  globalThis.printing = {
    devices: opened(0).devices,
    print: async ({ device, pdf, isLong, print }) => {
      let read = 0
      const printer = { id: device, name: device, way: { by: 'SYSTEM', device }, papers: [] } as const
      const { outcome } = await opened(print).printOn({ ...printer, papers: ['RECEIPT'] }, async () => {
        read += 1
        const paper = { title: '</title><b>', isLong, roll: () => [], pdf: async () => readFileSync(pdf) }
        return { paper, value: null }
      })
      return { outcome, read }
    },
    windows: () => BrowserWindow.getAllWindows().length,
    logged,
  }
  app.on('will-quit', () => studio.close())
}

registerAppScheme()
hardenAllContents()
await app.whenReady().then(start)

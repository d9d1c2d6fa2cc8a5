import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import type { DrawnPaper, SystemAnswer, SystemPrinters } from '../printers/system/system-printers.ts'
import { denyPermissions } from './harden.ts'
import { paperUrl, servePaper } from './paper-protocol.ts'

/** Forgotten when the application ends: nothing of a paper is written to the disk. */
const PARTITION = 'paper'

/** A window that nobody sees, for one paper: no script runs in it, and it reaches nothing but its pages. */
const makeWindow = () =>
  new BrowserWindow({
    show: false,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      partition: PARTITION,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  })

/** The sheet is the one that the printer holds: it is not asked for another one, for which it would stop. */
const OPTIONS = {
  silent: true,
  usePrinterDefaultPageSize: true,
  margins: { marginType: 'none' },
  color: false,
} as const

async function handOver(
  { webContents }: BrowserWindow,
  url: string,
  deviceName: string,
): Promise<SystemAnswer> {
  await webContents.loadURL(url) // until its pictures are there
  const { promise, resolve } = Promise.withResolvers<SystemAnswer>()
  webContents.print({ ...OPTIONS, deviceName }, (taken, reason) =>
    resolve(taken ? { is: 'TAKEN' } : { is: 'REFUSED', reason }),
  )
  return promise
}

/** What ends a print otherwise: time that is up, a page that crashes, or the end of the application. */
function endOf(window: BrowserWindow, signal: AbortSignal): Promise<SystemAnswer> {
  const { promise, resolve } = Promise.withResolvers<SystemAnswer>()
  signal.addEventListener('abort', () => resolve({ is: 'SILENT' }))
  window.webContents.on('render-process-gone', (_event, { reason }) => resolve({ is: 'REFUSED', reason }))
  window.on('closed', () => resolve({ is: 'REFUSED', reason: 'the window was closed' }))
  return promise
}

/** The printers of the operating system, as Chromium knows them; `ofApplication` is the window that is there anyway. */
export function systemPrinters(
  ofApplication: () => BrowserWindow | null,
  log: (line: string) => void,
): SystemPrinters {
  const papers = new Map<string, DrawnPaper>()
  let isPrepared = false
  const prepare = () => {
    if (isPrepared) return
    isPrepared = true
    const own = session.fromPartition(PARTITION)
    denyPermissions(own, () => false)
    own.protocol.handle('app', (request) => servePaper(papers, request))
  }
  return {
    list: async () => {
      const printers = (await ofApplication()?.webContents.getPrintersAsync()) ?? []
      return printers.map(({ name, displayName }) => ({ device: name, name: displayName || name }))
    },
    print: async (device, paper, signal) => {
      prepare()
      const id = randomUUID()
      papers.set(id, paper)
      const window = makeWindow()
      try {
        const said = await Promise.race([endOf(window, signal), handOver(window, paperUrl(id), device)])
        if (said.is !== 'TAKEN')
          log(`A paper was not taken by the system: ${said.is === 'REFUSED' ? said.reason : said.is}`)
        return said
      } finally {
        papers.delete(id)
        if (!window.isDestroyed()) window.destroy()
      }
    },
  }
}

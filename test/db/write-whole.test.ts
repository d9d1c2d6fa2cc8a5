import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readSettings, writeSettings } from '../../electron/db/settings.ts'
import { knownPrinters } from '../../electron/printers/known-printers.ts'
import { knownScanners } from '../../electron/scanners/known-scanners.ts'
import { type IntentNote, writeIntent } from '../../electron/services/intents/intent-file.ts'
import { writeComplete } from '../../electron/backup/layout.ts'

const id = '00000000-0000-4000-8000-000000000001'
const note: IntentNote = {
  kind: 'DEPOSIT',
  amount: '1.00',
  currency: 'USD',
  shown: [],
  sentAt: '2026-01-01T00:00:00.000Z',
  sentTo: 'x',
}

/** Everything small that has to be there after a power cut. */
const WRITERS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  'the connection': async (folder) => {
    const settings = await readSettings(folder)
    if (settings.ok) expect(await writeSettings(folder, settings.value)).toMatchObject({ ok: true })
  },
  printers: (folder) => knownPrinters(folder).choose('RECEIPT', null),
  scanners: (folder) => knownScanners(folder).forget(id),
  'what is about to be sent': (folder) =>
    writeIntent(folder, { key: id, maker: id, server: '0'.repeat(16) }, note),
  'how far the log is complete': (folder) => writeComplete(folder, 1n, new Date()),
}

test.skipIf(process.platform === 'win32').each(Object.entries(WRITERS))(
  'the file of %s is flushed, then its name in the folder',
  async (_, write) => {
    const folder = await mkdtemp(join(tmpdir(), 'corex-write-whole-'))
    const handle = await open(folder, 'r')
    await handle.close()
    const flushed: string[] = []
    async function look(this: typeof handle) {
      const [name = ''] = await readdir(folder)
      flushed.push((await this.stat()).isDirectory() ? name : 'its content')
    }
    const proto: Pick<typeof handle, 'sync'> = Object.getPrototypeOf(handle)
    const sync = vi.spyOn(proto, 'sync').mockImplementation(look)
    try {
      await write(folder)
      const [name] = await readdir(folder)
      expect(flushed).toEqual(['its content', name])
    } finally {
      sync.mockRestore()
      await rm(folder, { recursive: true })
    }
  },
)

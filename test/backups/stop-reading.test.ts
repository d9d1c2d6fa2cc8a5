import { setImmediate } from 'node:timers/promises'
import { createTarPacker } from 'modern-tar'
import { expect, test } from 'vitest'
import { tarEntries } from '../../electron/backup/tar-entries.ts'

const FILES = 20
const SIZE = 100_000
const RUNS = 100

/** An archive that comes as a decrypted one does: some parts at once, some after a turn of the event loop. */
async function* archive(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { readable, controller } = createTarPacker()
  const packing = (async () => {
    for (let file = 0; file < FILES; file += 1) {
      const body = controller.add({ name: String(file), size: SIZE, type: 'file' }).getWriter()
      await body.write(new Uint8Array(SIZE))
      await body.close()
    }
    controller.finalize()
  })().catch(() => {}) // its reader stopped
  for await (const part of readable) yield new Uint8Array(part)
  await packing
}

/** Reads up to a part, waits there as a disk does, and fails. */
async function failAt(last: number, waits: boolean): Promise<void> {
  let read = 0
  for await (const { body } of tarEntries(archive()))
    for await (const _ of body) {
      read += 1
      if (read <= last) continue
      if (waits) await setImmediate()
      throw new Error('The disk is full')
    }
}

test('a restore that fails at any part of an archive says why, and nothing is thrown past it', async () => {
  const thrown: unknown[] = []
  const keep = (error: unknown) => void thrown.push(error)
  process.on('uncaughtExceptionMonitor', keep)
  for (let run = 0; run < RUNS; run += 1)
    await expect(failAt(run % 17, run % 2 === 1)).rejects.toThrow('The disk is full')
  await setImmediate()
  process.off('uncaughtExceptionMonitor', keep)
  expect(thrown).toEqual([])
})

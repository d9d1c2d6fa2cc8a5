import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Download } from '@playwright/test'
import { expectSoon } from './expect-soon.ts'

/** Takes a document a line and says what it took, as a spooler that is slow, or does not move at all, while it is stopped. */
const SPOOLER = `require('node:readline').createInterface({ input: process.stdin }).on('line', (line) =>
  console.log(require('node:crypto').createHash('sha256').update(Buffer.from(line, 'base64')).digest('hex')))`

/** A program beside the application that prints what the window hands over as a file. */
export function openPrinter() {
  const spooler = spawn(process.execPath, ['-e', SPOOLER], { stdio: ['pipe', 'pipe', 'inherit'] })
  const handedOver: string[] = []
  const printed: string[] = []
  createInterface({ input: spooler.stdout }).on('line', (hash) => printed.push(hash))
  const print = async (download: Download) => {
    const content = await readFile(await download.path())
    handedOver.push(createHash('sha256').update(content).digest('hex'))
    spooler.stdin.write(`${content.toString('base64')}\n`)
  }
  return {
    pid: spooler.pid ?? 0,
    print: (download: Download) => void print(download),
    /** How many documents were printed, once all of them are. */
    finished: async () => {
      await expectSoon('all documents are printed', () => printed.length === handedOver.length)
      if (printed.some((hash, n) => hash !== handedOver[n])) throw new Error('A document was printed in part')
      return printed.length
    },
    [Symbol.dispose]: () => void spooler.kill('SIGKILL'),
  }
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ownNetwork } from '../../../electron/reading/mrz/own-network.ts'
import { readMrz } from '../../../electron/reading/mrz/read-mrz.ts'
import { greyOf } from '../../../electron/studio/pages/grey-of.ts'

/** Megabytes: what a process had when it began to read, and the most that it has had. */
export type Memory = { readonly before: number; readonly most: number }

/** The most that this process has had. Linux tells it of the program; the usage of a process still counts what its parent had. */
function megabytes(): number {
  const { maxRSS } = process.resourceUsage()
  if (process.platform !== 'linux') return Math.round(maxRSS / 1024)
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

/** Reads these pages in this process, one after the other. */
async function readAll(files: readonly string[]): Promise<Memory> {
  const network = ownNetwork()
  const before = megabytes()
  for (const file of files) readMrz(network, await greyOf(new Uint8Array(readFileSync(file))), () => true)
  return { before, most: megabytes() }
}

/** The memory of a process that does nothing but read these pages. */
export function memoryOf(files: readonly string[]): Memory {
  const said = execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...files], {
    encoding: 'utf8',
  })
  const memory: Memory = JSON.parse(said)
  return memory
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await readAll(process.argv.slice(2))))

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const MARKED = /^-- code\/ ([0-9a-f]{64})$/m
const LINE = /^([0-9a-f]{64}) {2}(\S+)$/gm

/** What migrations/hashes.txt says, as `sha256sum` writes it: file names with their hashes. */
export async function readReleasedHashes(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, 'hashes.txt'), 'utf8')
  return new Map([...text.matchAll(LINE)].map(([, hash = '', file = '']) => [file, hash]))
}

/** The marker's text with another hash. */
export function markerWithHash(text: string, hash: string): string {
  if (!MARKED.test(text)) throw new Error('The marker has no line `-- code/ <SHA-256>`')
  return text.replace(MARKED, `-- code/ ${hash}`)
}

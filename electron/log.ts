import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Two files of this size hold weeks of a healthy workstation's log. */
const MAX_BYTES = 2 * 1024 * 1024

/** What goes on in a further line stands apart from the beginning of one, and nothing in it moves a terminal. */
const plain = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '?')
    .replaceAll('\n', '\n    ')

/**
 * The workstation's log, in files that only its user can read. Screens call it "the program's log" and show references
 * into it. Lines carry no passwords, tokens or customers' data. A log that cannot be written stops nothing.
 */
export function openLog(folder: string): (line: string) => void {
  const file = join(folder, 'corex-teller.log')
  return (line) => {
    const text = `${new Date().toISOString()} ${plain(line)}\n`
    process.stderr.write(text)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, text, { mode: 0o600 })
    } catch {
      // The disk is full or the folder is not writable; the screen still shows what happened.
    }
  }
}

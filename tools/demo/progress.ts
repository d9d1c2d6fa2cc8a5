import type { Tell } from './load.ts'

const BAR = 24
/** Without a terminal, an occasional line is enough. */
const LINE_EVERY_MS = 5_000

/** Shows how far each step is, how fast it goes and how much time is left: one moving line, or plain lines in a log. */
export function showProgress(out: NodeJS.WriteStream): Tell {
  let step = { what: '', since: 0, said: 0 }
  return (what, done, of) => {
    const now = performance.now()
    if (what !== step.what) step = { what, since: now, said: now }
    const line = lineOf(what, done, of, (now - step.since) / 1000)
    const last = done === of
    if (out.isTTY) out.write(`\r\u001B[K${line}${last ? '\n' : ''}`)
    else if (last || now - step.said > LINE_EVERY_MS) {
      step.said = now
      out.write(`${line}\n`)
    }
  }
}

function lineOf(what: string, done: number, of: number, seconds: number): string {
  const label = what.padEnd(26)
  if (of === 1) return `${label}${done === of ? `done in ${seconds.toFixed(0)} s` : '…'}`
  const filled = Math.floor((done / of) * BAR)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`
  const start = `${label}${bar} ${whole(done)} of ${whole(of)}`
  if (done === 0) return start
  const rate = done / Math.max(seconds, 0.001)
  const time = done === of ? `${seconds.toFixed(0)} s` : `${Math.ceil((of - done) / rate)} s left`
  return `${start}, ${whole(rate)}/s, ${time}`
}

/** A number as people write it. */
export const whole = (n: number): string => Math.round(n).toLocaleString('en')

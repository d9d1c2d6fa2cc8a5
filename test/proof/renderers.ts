import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { signalUnlessGone } from '../e2e/support/server.ts'

/** The processes that draw the pages of an application, by the id of its main process: they are its children's children. */
export function renderersOf(main: number): number[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
  const all = listed.split('\n').flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return args === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }]
  })
  const below = (pid: number): typeof all =>
    all.filter(({ parent }) => parent === pid).flatMap((each) => [each, ...below(each.pid)])
  const found = below(main).filter(({ args }) => args.includes('--type=renderer'))
  if (found.length === 0) throw new Error('The window has no process that draws its page')
  return found.map(({ pid }) => pid)
}

/** The one among them that draws this page: the one that works when the page does. Others are kept ready, and idle. */
export async function rendererOf(page: Page, main: number): Promise<number> {
  const before = renderersOf(main).map((pid) => ({ pid, used: timeUsed(pid) }))
  await page.evaluate(work)
  const [busiest] = before
    .map(({ pid, used }) => ({ pid, worked: timeUsed(pid) - used }))
    .toSorted((a, b) => b.worked - a.worked)
  if (busiest === undefined) throw new Error('No process draws the page')
  return busiest.pid
}

/** In ticks of the processor that a process has had; its name, in brackets, may hold blanks. */
function timeUsed(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

/** Runs in the page: some tenths of a second of the processor's time. */
function work(): number {
  let sum = 0
  for (let n = 0; n < 300_000_000; n += 1) sum = (sum + n) % 1_000_003
  return sum
}

export function signalAll(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) signalUnlessGone(pid, name)
}

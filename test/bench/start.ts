// `npm run build && npm run bench:start [-- --rounds 5]`: from the start of the process until somebody can type, in the built application: the first start,
// which makes the database, and later ones on a branch that is set up. Medians, with what is done after how many seconds of the main process.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchTeller } from '../e2e/support/launch.ts'
import { seedBranch, untilSignedOut } from '../e2e/support/seed.ts'
import { percentile } from './loaded-cluster.ts'

const FIRST_LIMIT_S = 6
const LATER_LIMIT_S = 3

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })

type Start = { readonly seconds: number; readonly painted: number; readonly steps: string }

/** Starts it on that folder, waits until somebody can type, and does `work` in it. */
async function timeStart(
  userData: string,
  until: 'first' | 'later',
  work: (page: Awaited<ReturnType<typeof launchTeller>>['page']) => Promise<void> = async () => {},
): Promise<Start> {
  const since = performance.now()
  const teller = await launchTeller({ userData })
  if (until === 'later') await untilSignedOut(teller.page)
  else await teller.page.locator('form input').first().waitFor()
  const seconds = (performance.now() - since) / 1000
  const painted = await teller.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await work(teller.page)
  await teller.close()
  const log = readFileSync(join(userData, 'logs/corex-teller.log'), 'utf8').split('\n')
  return { seconds, painted: painted / 1000, steps: log.findLast((line) => line.includes('Started: ')) ?? '' }
}

const folders: string[] = []
const firsts: Start[] = []
const laters: Start[] = []
for (let round = 0; round < Number(values.rounds); round++) {
  const userData = mkdtempSync(join(tmpdir(), 'corex-start-'))
  folders.push(userData)
  firsts.push(await timeStart(userData, 'first', round === 0 ? (page) => seedBranch(page) : undefined))
}
const [branch] = folders
if (branch === undefined) throw new Error('--rounds is a number from 1')
for (let round = 0; round < Number(values.rounds); round++) laters.push(await timeStart(branch, 'later'))
for (const folder of folders) rmSync(folder, { recursive: true, force: true })

const say = (name: string, starts: readonly Start[], limit: number) => {
  const seconds = percentile(
    starts.map((start) => start.seconds),
    50,
  )
  const middle = starts.find((start) => start.seconds === seconds)
  const isGood = seconds <= limit
  console.log(
    `${isGood ? 'holds ' : 'WRONG '} ${name}: ${seconds.toFixed(2)} s (limit ${limit}; all: ${starts.map((start) => start.seconds.toFixed(2)).join(', ')})`,
  )
  console.log(`        ${middle?.steps.replace(/^.*Started: /, '') ?? ''}`)
  console.log(`        the page painted something ${middle?.painted.toFixed(2)} s after it was asked for`)
  if (!isGood) process.exitCode = 1
}
say('first start, until the form that sets the branch up', firsts, FIRST_LIMIT_S)
say('later start, until the sign-in', laters, LATER_LIMIT_S)
process.exit()

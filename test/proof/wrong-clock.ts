import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { urlOf } from '../../electron/db/connection.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { inTurn, type ProofOptions, runAlone } from './alone.ts'
import { type Counter, openCounter } from './counter.ts'
import { signIn } from './kill-main.ts'
import { openOwnServer, type OwnServer } from './own-server.ts'
import { startTeller } from './teller.ts'

const HOUR_MS = 3_600_000
/** A day and an hour, to either side. */
const OFF = [25 * HOUR_MS, -25 * HOUR_MS]

/** A workstation whose clock is off by a day refuses to begin; one whose clock jumps at work posts by the server's, and loses nothing. */
export async function proveWrongClock({ minutes, log }: ProofOptions): Promise<string> {
  await using server = await openOwnServer()
  const counter = await openCounter(server.branch)
  const cases = OFF.flatMap((ms) => [
    { what: `off by ${ms / HOUR_MS} hours from the start`, run: () => refusesToBegin(server, ms) },
    {
      what: `jumped by ${ms / HOUR_MS} hours at work`,
      run: () => postsByTheServersClock(counter, server, ms),
    },
  ])
  let tried = 0
  await inTurn(cases, minutes, async ({ what, run }) => {
    await run()
    const faults = await counter.faults()
    if (faults.length > 0) throw new Error(`With a clock ${what}:\n${faults.join('\n')}`)
    tried += 1
    log(`a clock ${what}`)
  })
  return `wrong clock: ${tried} times, postings stand under the server's time and the open business day; the books balance`
}

const clock = (ms: number, atOnce: boolean) => ({
  preload: join(import.meta.dirname, 'jumping-clock.ts'),
  env: { PROOF_CLOCK_MS: String(ms), ...(atOnce ? { PROOF_CLOCK_AT_ONCE: 'yes' } : {}) },
})

async function refusesToBegin(server: OwnServer, ms: number): Promise<void> {
  await using folder = await temporaryFolder()
  const place = { settingsFolder: folder.path, url: urlOf(server.connection), page: randomUUID() }
  await using teller = await startTeller({ ...place, ...clock(ms, true) })
  if (teller.fault !== 'CLOCK_WRONG') throw new Error(`It began with ${teller.fault ?? 'no fault'}`)
}

async function postsByTheServersClock(counter: Counter, server: OwnServer, ms: number): Promise<void> {
  await using folder = await temporaryFolder()
  const url = urlOf(server.connection)
  await using teller = await startTeller({
    settingsFolder: folder.path,
    url,
    page: randomUUID(),
    ...clock(ms, false),
  })
  await signIn(teller, counter)
  teller.jump()
  const began = Date.now()
  const intent = counter.intent()
  const answer = await teller.ask(intent.name, intent.input)
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer))
  const off = Math.abs(new Date(answer.value.postedAt).getTime() - began)
  if (off > HOUR_MS) throw new Error(`It is posted ${off / HOUR_MS} hours off`)
  // Killed before anybody saw it; the note says the wrong time, and is settled by its key.
  await teller.kill()
  const [told] = await counter.recover(folder.path, url)
  const noted = Math.abs(new Date(told?.sentAt ?? 0).getTime() - began)
  if (told?.outcome !== 'POSTED' || noted < 20 * HOUR_MS) throw new Error(JSON.stringify(told))
}

if (import.meta.main) await runAlone(proveWrongClock)

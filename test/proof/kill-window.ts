import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverOf } from '../e2e/support/server.ts'
import { inTurn, type ProofOptions, runAlone } from './alone.ts'
import { buildOnce } from './build-once.ts'
import { expectSoon } from './expect-soon.ts'
import { rendererOf, renderersOf, signalAll } from './renderers.ts'
import { openWindowCounter, type WindowCounter } from './window-counter.ts'
import { holdBalances } from './window-ledger.ts'

/** The steps of a posting at which the window's process is killed, in their order. */
const STEPS = ['typed', 'sent', 'in the transaction', 'answered', 'shown'] as const
type Step = (typeof STEPS)[number]
const VICTIMS = ['the window', 'everything'] as const
type Victim = (typeof VICTIMS)[number]

const EITHER = ['POSTED', 'NOT POSTED']
/** Killed while it tells that it has shown it, its note may still be there. */
const PERHAPS_TOLD = [null, 'POSTED']

/** What the slip has to say; null where there is none. */
const EXPECTED: Readonly<Record<Victim, Readonly<Record<Step, readonly (string | null)[]>>>> = {
  // The main process lives on: what it has sent is posted or settled, whichever comes first.
  'the window': {
    typed: [null],
    sent: EITHER,
    'in the transaction': EITHER,
    answered: ['POSTED'],
    shown: PERHAPS_TOLD,
  },
  everything: {
    typed: [null],
    sent: ['NOT POSTED'],
    'in the transaction': ['NOT POSTED'],
    answered: ['POSTED'],
    shown: PERHAPS_TOLD,
  },
}

/**
 * Kills the process that draws the window, and everything at once, at each step of a posting that is typed in a real window. Each time what
 * is posted is what was shown as posted or told by a recovery slip, and the books balance.
 */
export async function proveWindowKill({ minutes, log }: ProofOptions): Promise<string> {
  buildOnce()
  const userData = mkdtempSync(join(tmpdir(), 'corex-window-'))
  chmodSync(userData, 0o711) // as root the server runs under a system user
  try {
    await using counter = await openWindowCounter(userData)
    const cases = VICTIMS.flatMap((victim) => STEPS.map((step) => ({ victim, step })))
    let kills = 0
    await inTurn(cases, minutes, async ({ victim, step }) => {
      log(`kills ${victim}, ${step}`)
      const told = await killWindowAt(counter, victim, step)
      const faults = await counter.faults()
      if (!EXPECTED[victim][step].includes(told)) faults.push(`The slip said ${told}`)
      if (faults.length > 0) throw new Error(`Killed ${victim}, ${step}:\n${faults.join('\n')}`)
      kills += 1
      log(told ?? 'no slip')
    })
    const { intents, posted } = counter.counts()
    return `window: ${kills} kills, ${intents} intents, ${posted} of them posted and known to be, the others known not to be; the books balance`
  } finally {
    rmSync(userData, { recursive: true, force: true })
  }
}

async function killWindowAt(counter: WindowCounter, victim: Victim, step: Step): Promise<string | null> {
  await counter.type()
  const renderer = await rendererOf(counter.page(), counter.main())
  const kill = () => (victim === 'the window' ? killWindow(counter, renderer) : killEverything(counter))
  const confirm = () => counter.page().keyboard.press('Control+Enter')
  if (step === 'typed') await kill()
  else if (step === 'sent') await killWhenSent(counter, confirm, kill)
  else if (step === 'in the transaction') await killInTransaction(counter, confirm, kill)
  else if (step === 'answered') await killWhenAnswered(counter, confirm, kill, renderer)
  else await killWhenShown(counter, confirm, kill)
  return counter.recover()
}

type Act = () => Promise<void>

/** The server stands still: the note is on the disk, and the posting on the line. */
async function killWhenSent(counter: WindowCounter, confirm: Act, kill: Act): Promise<void> {
  const server = serverOf(counter.userData)
  server.cut()
  try {
    await confirm()
    await expectSoon('the posting is noted', () => counter.notesLeft() === 1)
    await kill()
  } finally {
    server.mend()
  }
}

async function killInTransaction({ userData }: WindowCounter, confirm: Act, kill: Act): Promise<void> {
  await using balances = await holdBalances(userData)
  await confirm()
  await balances.isWaitedFor()
  await kill()
}

/** It is committed, and the window stands still before it can show that. */
async function killWhenAnswered(
  { userData, posted }: WindowCounter,
  confirm: Act,
  kill: Act,
  renderer: number,
): Promise<void> {
  const before = (await posted()).length
  await using balances = await holdBalances(userData)
  await confirm()
  await balances.isWaitedFor()
  process.kill(renderer, 'SIGSTOP')
  await balances.free()
  await expectSoon('the posting is committed', async () => (await posted()).length > before)
  await kill()
}

async function killWhenShown({ page, know }: WindowCounter, confirm: Act, kill: Act): Promise<void> {
  await confirm()
  const shown = await page()
    .getByText(/^Posted as T/)
    .first()
    .textContent()
  know(shown?.replace('Posted as ', '') ?? '')
  await kill()
}

/** The application itself loads the window again. */
async function killWindow({ nextPage, show }: WindowCounter, renderer: number): Promise<void> {
  const next = nextPage()
  process.kill(renderer, 'SIGKILL')
  show(await next)
}

async function killEverything({ userData, main, startAgain }: WindowCounter): Promise<void> {
  const server = serverOf(userData)
  signalAll([main(), ...renderersOf(main())], 'SIGKILL')
  server.kill()
  await startAgain()
}

if (import.meta.main) await runAlone(proveWindowKill)

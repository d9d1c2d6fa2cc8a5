import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { launchTeller, type Teller } from '../e2e/support/launch.ts'
import { seedBranch, seedCustomers } from '../e2e/support/seed.ts'
import { serverOf } from '../e2e/support/server.ts'
import { type ProofOptions, runAlone } from './alone.ts'
import { buildOnce } from './build-once.ts'
import { monkeyFaults } from './monkey-books.ts'
import { type Eyes, openEyes } from './monkey-eyes.ts'
import { keysIn, type Press, type Turn, turnsOf } from './monkey-keys.ts'
import { openPrinter } from './printer.ts'
import { renderersOf, signalAll } from './renderers.ts'
import { postingsOf, watchNotes } from './window-ledger.ts'
import { haveTill, toCounter } from './window-person.ts'

/** In turn, while keys are pressed: each stands still as a whole, as a program that hangs does. */
const FROZEN = ['server', 'printer', 'window', 'main process'] as const
type Frozen = (typeof FROZEN)[number]

const KEYS = 10_000

/** Fewer postings than one in so many keys, and the keys have tried nothing. */
const KEYS_A_POSTING = 200

/** Ten thousand keys of a seed, and of the next ones until the time is over. */
export async function proveMonkey({ minutes, seed, log }: ProofOptions): Promise<string> {
  buildOnce()
  const until = Date.now() + minutes * 60_000
  const told: string[] = []
  do told.push(await pressRandomKeys({ seed: seed + told.length, keys: KEYS, log }))
  while (Date.now() < until)
  return told.join('\n')
}

type MonkeyOptions = Omit<ProofOptions, 'minutes'> & { readonly keys: number }

/**
 * Presses random keys in a real window where a teller works, while server, printer, window and main process stand still in turn. After each
 * turn, postings in the ledger are the ones that somebody confirmed and was told of.
 */
export async function pressRandomKeys({ seed, keys, log }: MonkeyOptions): Promise<string> {
  const userData = mkdtempSync(join(tmpdir(), 'corex-monkey-'))
  chmodSync(userData, 0o711) // as root the server runs under a system user
  const teller = await launchTeller({ userData })
  try {
    await seedBranch(teller.page)
    const { savings, current } = await seedCustomers(teller.page)
    return await atWork(teller, turnsOf(seed, keys, [savings, current]), log)
  } finally {
    await teller.close()
    rmSync(userData, { recursive: true, force: true })
  }
}

async function atWork(teller: Teller, turns: readonly Turn[], log: MonkeyOptions['log']): Promise<string> {
  const { page, userData } = teller
  using notes = watchNotes(userData)
  using printer = openPrinter()
  const before = new Set((await postingsOf(userData)).map(({ key }) => key))
  const eyes = await openEyes(page)
  page.on('download', printer.print)
  const scene: Scene = {
    page,
    settle: () => toCounter({ page, userData, notesLeft: () => notes.left().length }),
    freeze: (what) => freezing(teller, printer.pid, what),
  }
  let keys = 0
  for (const [n, turn] of turns.entries()) {
    const frozen = FROZEN[n % FROZEN.length] ?? 'server'
    await takeTurn(scene, turn, frozen)
    keys += keysIn(turn)
    const faults = await monkeyFaults({ userData, eyes, notes, before })
    if (faults.length > 0)
      throw new Error(`After ${keys} keys, with the ${frozen} frozen:\n${faults.join('\n')}`)
    log(`${keys} keys, ${eyes.posted.size} postings, the ${frozen} was frozen for ${turn.frozenFor} ms`)
  }
  return summary(keys, eyes, notes.keys.size, await printer.finished())
}

function summary(keys: number, eyes: Eyes, intents: number, documents: number): string {
  const postings = eyes.posted.size
  if (postings * KEYS_A_POSTING < keys) throw new Error(`${keys} keys posted only ${postings} times`)
  return `monkey: ${keys} keys, ${eyes.confirmed.length} presses that could post, ${intents} intents, ${postings} postings, ${eyes.recoveries()} recovery slips, ${documents} documents printed; postings are what was confirmed and told, and the books balance`
}

type Scene = {
  readonly page: Page
  /** Comes back to the counter, and waits until every posting is known. */
  readonly settle: () => Promise<void>
  /** Stops something; the function that is answered lets it go on. */
  readonly freeze: (what: Frozen) => () => void
}

async function takeTurn({ page, settle, freeze }: Scene, turn: Turn, what: Frozen): Promise<void> {
  await settle()
  await haveTill(page)
  await press(page, turn.lively)
  await settle()
  await press(page, turn.slip)
  const confirm = ['Control+Enter']
  if (turn.confirmFirst) await press(page, confirm)
  const thaw = freeze(what)
  try {
    const pressing = press(page, turn.confirmFirst ? turn.frozen : [...confirm, ...turn.frozen])
    await pause(turn.frozenFor)
    thaw()
    await pressing
  } finally {
    thaw()
  }
  await settle()
}

async function press(page: Page, presses: readonly Press[]): Promise<void> {
  for (const each of presses)
    await (each.startsWith('paste ') ? page.keyboard.insertText(each.slice(6)) : page.keyboard.press(each))
}

function freezing({ app, userData }: Teller, printer: number, what: Frozen): () => void {
  const main = app.process().pid ?? 0
  if (what === 'server') {
    const server = serverOf(userData)
    server.cut()
    return server.mend
  }
  const pids = { printer: [printer], window: renderersOf(main), 'main process': [main] }[what]
  signalAll(pids, 'SIGSTOP')
  return () => signalAll(pids, 'SIGCONT')
}

if (import.meta.main) await runAlone(proveMonkey)

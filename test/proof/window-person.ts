import type { Page } from '@playwright/test'
import { withLedger } from '../e2e/support/books.ts'
import { call } from '../e2e/support/call.ts'
import { openTill, PASSWORD, STAFF } from '../e2e/support/seed.ts'
import { expectSoon } from './expect-soon.ts'

/** What a recovery slip says. */
export type SlipShown = { readonly outcome: string; readonly reference: string | null }

type Facts = {
  readonly page: Page
  readonly userData: string
  /** How many postings are not known yet. */
  readonly notesLeft: () => number
  /** Called with each recovery slip before it is answered. */
  readonly onSlip?: (shown: SlipShown) => void
}

/** A whole application and its server that start anew after a kill take that long on a machine that is busy with much else. */
const LIMIT_MS = 240_000

/**
 * Brings a teller back to the counter with nothing open, whatever the window shows: signs in, answers recovery slips, closes what is open.
 * Throws when the window does not get there.
 */
export async function toCounter(facts: Facts): Promise<void> {
  try {
    await expectSoon('the window is at the counter', () => step(facts), LIMIT_MS)
  } catch (error) {
    const { page, notesLeft } = facts
    const where = await page.evaluate(lookAround)
    const shown = await page.evaluate(whatShows)
    throw new Error(`${notesLeft()} postings are not known, and the window is at ${where}: ${shown}`, {
      cause: error,
    })
  }
}

/** Sees to it that the teller who is signed in has an open till. */
export async function haveTill(page: Page): Promise<void> {
  const { tills } = await call(page, 'tills.list', {})
  const mine = tills.find((till) => till.mine)
  if (mine !== undefined && !mine.counted) return
  if (mine?.waits !== null && mine?.waits !== undefined)
    return void (await call(page, 'approvals.withdraw', { approvalId: mine.waits }))
  const free = tills.find(({ holder }) => holder === null)
  await openTill(page, free?.id ?? '', '500.00')
}

/** In milliseconds: what was there when it was looked at may be gone, and then it is looked at again. */
const SOON = { timeout: 1_000 }
const meanwhile = (act: () => Promise<void>): Promise<void> => act().catch(() => {})

type Where = 'recovery' | 'locked' | 'signed out' | 'database' | 'starting' | 'busy' | 'work' | 'counter'

/** One step towards the counter; true when it is reached. */
async function step({ page, userData, notesLeft, onSlip }: Facts): Promise<boolean> {
  const where = await page.evaluate(lookAround)
  if (where === 'locked' || where === 'signed out') await signIn(page, userData, where)
  else if (where === 'database') await meanwhile(() => page.getByRole('button', { name: 'Back' }).click(SOON))
  else if (where === 'recovery') await answerSlip(page, onSlip)
  else if (where === 'counter' && notesLeft() === 0) return true
  else if (where === 'work') await leave(page)
  return false
}

async function answerSlip(page: Page, onSlip: (shown: SlipShown) => void = () => {}): Promise<void> {
  const shown = await page.evaluate(readSlip)
  if (shown === null) return
  onSlip(shown)
  await page.keyboard.press('Control+Enter')
}

/** One thing after the other, whichever helps: what is open is closed, and the search at the counter gets the focus. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('F2')
  if ((await page.evaluate(lookAround)) !== 'work') return
  await page.keyboard.press('Escape')
  await page.keyboard.press('F2')
  if ((await page.evaluate(lookAround)) !== 'work') return
  // What is typed on a screen is left by a button only, and by the second press.
  const counter = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Counter' })
  await meanwhile(() => counter.click(SOON))
  await meanwhile(() => counter.click(SOON))
}

async function signIn(page: Page, userData: string, where: 'locked' | 'signed out'): Promise<void> {
  const { username } = STAFF.teller
  // Keys that fell into the password were wrong passwords, and five of them lock out; an administrator ends that.
  await withLedger(userData, (client) =>
    client.query('UPDATE corex.sign_in_attempts SET forgiven = true WHERE username = $1', [username]),
  )
  await meanwhile(async () => {
    if (where === 'signed out') await page.getByLabel('User name').fill(username, SOON)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD, SOON)
    await page.keyboard.press('Enter')
  })
}

/** Runs in the page. */
function lookAround(): Where {
  const { body } = document
  const has = (selector: string, text: string) =>
    [...body.querySelectorAll(selector)].some(({ textContent }) => textContent.startsWith(text))
  if (document.querySelector('[aria-label="Recovery slip"]') !== null) return 'recovery'
  if (has('button', 'Unlock')) return 'locked'
  if (has('h1', 'Sign in')) return 'signed out'
  if (has('h1', 'Database connection') && document.querySelector('nav') === null) return 'database'
  if (document.querySelector('nav') === null) return 'starting'
  // A press may wait for an account that is being looked up, and post when nobody expects it any more.
  if (body.querySelector('[aria-busy=true]') !== null) return 'busy'
  const isAtSearch = document.activeElement?.getAttribute('placeholder') === 'Name or number'
  return isAtSearch && document.querySelector('section[aria-label="Slip"]') !== null ? 'counter' : 'work'
}

/** Runs in the page: the screen, what lies above it, what is under way, and where the focus is. */
function whatShows(): string {
  const shown = ['main', '[role=dialog]', '[aria-busy=true]'].map((selector) => [
    selector,
    ...[...document.querySelectorAll(selector)].map(({ textContent }) => textContent.slice(0, 200)),
  ])
  return JSON.stringify([...shown, ['focus', document.activeElement?.outerHTML.slice(0, 200)]])
}

/** Runs in the page: the outcome in its large letters, and the reference where the ledger has one. */
function readSlip(): SlipShown | null {
  const slip = document.querySelector('[aria-label="Recovery slip"]')
  if (slip === null) return null
  const outcomes = [...slip.querySelectorAll('p')].map(({ textContent }) => textContent)
  const named = [...slip.querySelectorAll('dt')].find(({ textContent }) => textContent === 'Reference')
  return {
    outcome: outcomes.find((text) => /^(NOT )?(POSTED|KNOWN)/.test(text)) ?? '',
    reference: named?.nextElementSibling?.textContent ?? null,
  }
}

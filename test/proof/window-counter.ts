import type { Page } from '@playwright/test'
import { booksFaults } from '../e2e/support/books.ts'
import { launchTeller, type Teller } from '../e2e/support/launch.ts'
import { seedBranch, seedCustomers } from '../e2e/support/seed.ts'
import { postingsOf, watchNotes } from './window-ledger.ts'
import { toCounter } from './window-person.ts'

/** A teller's window that may be killed and opened again, and what is known of the postings that are typed in it. */
export type WindowCounter = AsyncDisposable & {
  readonly userData: string
  readonly page: () => Page
  readonly main: () => number
  /** Types a slip up to the press that posts it. */
  readonly type: () => Promise<void>
  /** The next page of the same application, once there is one. */
  readonly nextPage: () => Promise<Page>
  /** Shows a page, as the one that the teller works with from now on. */
  readonly show: (page: Page) => void
  /** Ends what is left of the application, and starts it again on the same data. */
  readonly startAgain: () => Promise<void>
  /** A reference that somebody was told to be posted. */
  readonly know: (reference: string) => void
  /** Comes back to the counter; answers what the recovery slip said at last, null where there was none. */
  readonly recover: () => Promise<string | null>
  /** How many postings are neither known to be in the ledger nor known not to be. */
  readonly notesLeft: () => number
  /** References of what is in the ledger since it was opened. */
  readonly posted: () => Promise<string[]>
  /** What is wrong; nothing when what is posted is what is known to be, and the books balance. */
  readonly faults: () => Promise<string[]>
  readonly counts: () => { readonly intents: number; readonly posted: number }
}

export async function openWindowCounter(userData: string): Promise<WindowCounter> {
  let teller = await launch(userData)
  await seedBranch(teller.page)
  const { savings } = await seedCustomers(teller.page)
  const before = new Set((await postingsOf(userData)).map(({ key }) => key))
  const known = new Set<string>()
  const notes = watchNotes(userData)
  const notesLeft = () => notes.left().length
  let page = teller.page

  const recover = async () => {
    let told: string | null = null
    const onSlip = ({ outcome, reference }: { outcome: string; reference: string | null }) => {
      told = outcome
      if (outcome === 'POSTED' && reference !== null) known.add(reference)
    }
    await toCounter({ page, userData, notesLeft, onSlip })
    return told
  }
  const startAgain = async () => {
    await teller.kill()
    teller = await launch(userData)
    page = teller.page
  }
  const posted = async () => (await postingsOf(userData, before)).map(({ reference }) => reference)
  const faults = async () => {
    const inLedger = await posted()
    return [
      ...inLedger.filter((each) => !known.has(each)).map((each) => `${each} is posted, and nobody knows it`),
      ...[...known]
        .filter((each) => !inLedger.includes(each))
        .map((each) => `${each} is not posted, and was told to be`),
      ...(await booksFaults(userData)).map((fault) => JSON.stringify(fault)),
    ]
  }
  const close = async () => {
    notes[Symbol.dispose]()
    await teller.close()
  }
  await recover()
  return {
    userData,
    page: () => page,
    main: () => teller.app.process().pid ?? 0,
    type: () => typeSlip(page, savings),
    nextPage: () => nextPage(teller),
    show: (next) => void (page = next),
    startAgain,
    know: (reference) => void known.add(reference),
    recover,
    notesLeft,
    posted,
    faults,
    counts: () => ({ intents: notes.keys.size, posted: known.size }),
    [Symbol.asyncDispose]: close,
  }
}

/** After several crashes a person is asked whether the window is to be loaded again; here, that person says so. */
async function launch(userData: string): Promise<Teller> {
  const teller = await launchTeller({ userData })
  await teller.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
  })
  return teller
}

/** Its document comes after the page itself. */
async function nextPage({ app }: Teller): Promise<Page> {
  const page = await app.waitForEvent('window', { timeout: 0 })
  await page.waitForURL((url) => url.protocol !== 'about:', { timeout: 0 })
  return page
}

async function typeSlip(page: Page, account: string): Promise<void> {
  await page.keyboard.press('F4')
  await page.keyboard.type(account)
  await page.keyboard.press('Enter')
  await page.keyboard.type('1')
  await page.getByRole('heading', { name: 'Ana Eriksson' }).waitFor()
  await page.getByRole('button', { name: 'Post deposit of 1.00 USD' }).waitFor()
}

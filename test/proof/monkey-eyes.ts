import type { Page } from '@playwright/test'

/** What somebody sees who looks at the window all the time. */
export type Eyes = {
  /** References that the window showed as posted or reversed, or in a recovery slip as posted. */
  readonly posted: ReadonlySet<string>
  /** Each press of Enter, with or without Ctrl, while a slip could be posted by it: what its button said. */
  readonly confirmed: readonly string[]
  /** How many recovery slips were shown. */
  readonly recoveries: () => number
  /** What no window should ever show or say. */
  readonly faults: readonly string[]
}

type Seen = {
  readonly posted?: string
  readonly confirmed?: string
  readonly recovery?: string
  readonly fault?: string
}

const MARK = 'seen by the proof: '

/** Watches a page from here on. It tells by the console, so that no binding stands beside the application's own. */
export async function openEyes(page: Page): Promise<Eyes> {
  const posted = new Set<string>()
  const confirmed: string[] = []
  const recoveries = new Set<string>()
  const faults: string[] = []
  const take = (seen: Seen) => {
    if (seen.posted !== undefined) posted.add(seen.posted)
    if (seen.confirmed !== undefined) confirmed.push(seen.confirmed)
    if (seen.recovery !== undefined) recoveries.add(seen.recovery)
    if (seen.fault !== undefined) faults.push(seen.fault)
  }
  page.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(MARK)) take(JSON.parse(text.slice(MARK.length)))
    else if (message.type() === 'error') faults.push(`The page says: ${text}`)
  })
  page.on('pageerror', (error) => faults.push(`The page threw: ${error.stack ?? error.message}`))
  await page.addInitScript(watch, MARK)
  await page.evaluate(watch, MARK)
  return { posted, confirmed, recoveries: () => recoveries.size, faults }
}

/** Runs in the page. */
function watch(mark: string): void {
  const told = new Map<string, string>()
  const tell = (seen: Seen) => console.debug(`${mark}${JSON.stringify(seen)}`)
  /** What stands there is told when it appears and when it changes. */
  const see = (what: keyof Seen, seen: Seen | null) => {
    const text = JSON.stringify(seen)
    if (seen !== null && told.get(what) !== text) tell(seen)
    told.set(what, text)
  }
  const lookAtSlip = () => {
    const notes = [...document.querySelectorAll('b')].map(({ textContent }) => textContent)
    const posted = notes
      .map((text) => /^Posted as (\S+)$/.exec(text)?.[1])
      .find((found) => found !== undefined)
    see('posted', posted === undefined ? null : { posted })
  }
  const lookAtRecovery = () => {
    const slip = document.querySelector('[aria-label="Recovery slip"]')
    if (slip === null) return see('recovery', null)
    const isPosted = [...slip.querySelectorAll('p')].some(({ textContent }) => textContent === 'POSTED')
    const named = [...slip.querySelectorAll('dt')].find(({ textContent }) => textContent === 'Reference')
    const posted = named?.nextElementSibling?.textContent
    const recovery = slip.textContent
    see('recovery', { recovery, ...(isPosted && posted !== undefined ? { posted } : {}) })
  }
  const look = () => {
    lookAtSlip()
    lookAtRecovery()
    const alarm = document.querySelector('[role=alert]')?.textContent ?? ''
    see('fault', alarm.includes('This screen stopped working') ? { fault: alarm } : null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const buttons = [...document.querySelectorAll('button')].map(({ textContent }) => textContent)
    const label = buttons.find((text) => /^Post (deposit|withdrawal|transfer)/.test(text))
    const isSum = document.querySelector('[aria-label^="Calculation"]') !== null
    if (label !== undefined) tell({ confirmed: isSum ? label.replace(/ of .*/, '') : label })
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
  addEventListener('keydown', press, { capture: true })
}

// `npm run bench:answers`: how long the window and the main process leave anything unanswered while a PDF of fifty pages, and then a photograph of
// fifty megapixels, are worked on. A table of Markdown; the first row is the same window with nothing to do. Needs `npm run build`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { launchCounter } from '../e2e/support/begin.ts'
import { goTo } from '../e2e/support/tour.ts'
import { pdfFile } from '../support/pdf.ts'

const LIMIT = 100
const IDLE_MS = 10_000
const WORK_MS = 600_000

type Ticks = { readonly gaps: readonly number[]; readonly longTasks: number }
type Watching = { stop: () => Ticks }

/** Begins to note how long each tick is waited for, and, where there is Chromium, the tasks that it calls long (50 ms). Runs where it is sent. */
function watch(): void {
  let longTasks = 0
  const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length))
  if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
    observer.observe({ entryTypes: ['longtask'] })
  const gaps: number[] = []
  let last = performance.now()
  const timer = setInterval(() => {
    gaps.push(performance.now() - last)
    last = performance.now()
  }, 10)
  const stop = () => {
    clearInterval(timer)
    observer.disconnect()
    return { gaps, longTasks }
  }
  Object.assign(globalThis, { watching: { stop } })
}

const stopWatching = (): Ticks => (globalThis as unknown as { watching: Watching }).watching.stop()

const teller = await launchCounter()
const { app, page } = teller
const folder = mkdtempSync(join(tmpdir(), 'corex-answers-'))
const say = (line: string) => void process.stdout.write(`${line}\n`)

function row(what: string, where: string, { gaps }: Ticks, longTasks: string): string {
  const sorted = gaps.toSorted((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(0)
  const late = gaps.filter((gap) => gap > LIMIT).length
  return `| ${what} | ${where} | ${gaps.length} | ${at(0.5)} | ${at(0.99)} | ${(sorted.at(-1) ?? 0).toFixed(0)} | ${late} | ${longTasks} |`
}

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  await page.evaluate(watch)
  await app.evaluate(watch)
  await work()
  const [ticks, main] = [await page.evaluate(stopWatching), await app.evaluate(stopWatching)]
  say(row(what, 'window', ticks, String(ticks.longTasks)))
  say(row(what, 'main process', main, '–'))
}

const photograph = () =>
  sharp({
    create: {
      width: 8660,
      height: 5770,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .jpeg({ quality: 60 })
    .toBuffer()

async function choose(name: string, content: Buffer, pages: number): Promise<void> {
  const file = join(folder, name)
  writeFileSync(file, content)
  await page.locator('input[type=file]').setInputFiles(file)
  const made = page.getByRole('list', { name: 'Pages of the document' }).getByRole('listitem')
  await made.nth(pages - 1).waitFor({ timeout: WORK_MS })
  await page.getByLabel('Is being made').first().waitFor({ state: 'detached', timeout: WORK_MS })
}

try {
  const picture = await sharp(await photograph())
    .resize({ width: 1240 })
    .jpeg()
    .toBuffer()
  const pdf = await pdfFile({ pages: 50, picture })
  const large = await photograph()
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('tanaka')
  await page.getByRole('row', { name: /Mei Tanaka/ }).dblclick()
  await page
    .getByRole('button', { name: /Upload (a )?documents?/ })
    .first()
    .click()
  say(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}; milliseconds between ticks of 10 ms`)
  say(`| work | process | ticks | p50 | p99 | longest | above ${LIMIT} ms | long tasks |`)
  say('| --- | --- | --: | --: | --: | --: | --: | --: |')
  await measure('nothing', () => wait(IDLE_MS))
  await measure('a PDF of 50 pages', () => choose('fifty.pdf', pdf, 50))
  await measure('a photograph of 50 megapixels', () => choose('large.jpg', large, 51))
} finally {
  await teller.close()
  rmSync(folder, { recursive: true })
}

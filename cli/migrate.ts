import { ok } from '../shared/result.ts'
import { withClient } from '../electron/db/admin.ts'
import { addressOf, type Connection } from '../electron/db/connection.ts'
import { attempt, type Attempt, type DatabaseFault, fault } from '../electron/db/fault.ts'
import { inspectServer } from '../electron/db/inspect.ts'
import { migrate as upgrade, type MigrationPlan, planMigration } from '../electron/db/migrate.ts'
import { wayOf } from '../electron/db/migration-files.ts'
import { targetOf } from '../electron/db/open-database.ts'
import { provision } from '../electron/db/provision.ts'
import { buildsSeen, type BuildSeen } from '../electron/db/builds-seen.ts'
import { resetWorkstations } from '../electron/db/role-settings.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { isDryRun } from './dry-run.ts'
import { sentenceOf } from './faults.ts'
import { openOptions } from './reach-database.ts'

/** `corex migrate`: a server of the bank is brought to the version of this program, by its administrator. */
export const migrate: Command = {
  summary: 'Upgrades a server of the bank to the version of this program, while people work',
  usage: [
    'migrate              shows what has to be done, does it, and says what was done',
    'migrate --dry-run    shows it, and does nothing',
  ],
  run: async (args, around) => {
    const isDry = isDryRun('migrate', args, around)
    if (isDry === null) return EXIT.usage
    const asked = await planFor(around)
    if (!asked.ok) return refused(around, asked)
    return isDry ? show(around, asked.value) : carryOut(around, asked.value)
  },
}

function refused(around: Surroundings, { error }: { readonly error: DatabaseFault }): ExitCode {
  around.say(sentenceOf(error))
  answer(around, { done: false, ...error }, () => [])
  return EXIT.database
}

type Asked = {
  readonly admin: Connection
  readonly folder: string
  readonly plan: MigrationPlan
  readonly builds: readonly BuildSeen[]
}

/** Looks, and changes nothing. */
async function planFor({ target }: Surroundings): Promise<Attempt<Asked>> {
  const options = openOptions(target)
  const folder = options.migrationsFolder
  const found = await targetOf(options)
  if (!found.ok) return found
  const admin = found.value
  if (admin === null) return fault('NOT_PROVISIONED', { reason: 'EMBEDDED' })
  const report = await inspectServer(admin, folder)
  if (!report.ok) return report
  const address = { address: addressOf(admin) }
  if (report.value.login !== 'administrator')
    return fault('PERMISSION_DENIED', { user: admin.user, reason: 'ADMINISTRATOR' })
  if (report.value.schema === 'newer') return fault('SCHEMA_NEWER', address)
  if (report.value.schema === 'absent') return fault('NOT_PROVISIONED', address)
  const tried = await attempt(() => planMigration(admin, folder))
  const planned = tried.ok ? tried.value : tried
  if (!planned.ok) return planned
  return ok({ admin, folder, plan: planned.value, builds: await withClient(admin, buildsSeen) })
}

const HOW = {
  'by itself': 'in a moment',
  'outside a transaction': 'beside those who work, for as long as it takes',
  'with the code': 'with the code',
} as const

function linesOf({ admin, plan, builds }: Asked): string[] {
  const { pending, whileWorking, oldestServed } = plan
  if (pending.length === 0) return [`${addressOf(admin)} has this version already. Nothing has to be done.`]
  return [
    `To be done at ${addressOf(admin)}:`,
    ...pending.map(({ name, text }) => `  ${name.padEnd(44)} ${HOW[wayOf(text)]}`),
    whileWorking
      ? `People go on working. Applications from ${oldestServed} on work with it; the others have to be replaced.`
      : 'This database is too old to be upgraded while people work: close the application everywhere first.',
    ...(builds.length > 0 ? ['Builds that were here in the last fourteen days:'] : []),
    ...builds.map(
      ({ build, workstations, seen }) => `  ${build.padEnd(24)} ${workstations} workstations, last ${seen}`,
    ),
  ]
}

const documentOf = ({ plan, builds }: Asked) => ({
  pending: plan.pending.map(({ name }) => name),
  whileWorking: plan.whileWorking,
  oldestServed: plan.oldestServed,
  builds,
})

function show(around: Surroundings, asked: Asked): ExitCode {
  answer(around, { done: false, ...documentOf(asked) }, () => linesOf(asked))
  return EXIT.done
}

async function carryOut(around: Surroundings, asked: Asked): Promise<ExitCode> {
  for (const line of linesOf(asked)) around.say(line)
  const { admin, folder, plan } = asked
  if (plan.pending.length > 0) await provision(admin, admin.database, folder)
  const tried = await attempt(() => upgrade(admin, folder, around.say))
  const done = tried.ok ? tried.value : tried
  if (!done.ok) return refused(around, done)
  const ran = done.value
  await withClient(admin, resetWorkstations)
  answer(around, { done: true, ...documentOf(asked), ran }, () => [
    ran.length === 0 ? 'Nothing was left to do.' : `Done: ${ran.length} steps, up to ${ran.at(-1)}.`,
  ])
  return EXIT.done
}

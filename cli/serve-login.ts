import { DATABASE_NAME, urlOf } from '../electron/db/connection.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { attempt, fault } from '../electron/db/fault.ts'
import { dropEndedLogins, makeSetUpLogin } from '../electron/db/set-up-login.ts'
import { answer, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { sentenceOf } from './faults.ts'
import { runningServer } from './running-server.ts'

/** What makes the first workstation: a login, and what stands in the policy of the computer. Whoever may read the service's folder makes it. */
export async function makeLogin(around: Surroundings): Promise<ExitCode> {
  const made = await madeAt(around)
  if (!made.ok) {
    around.say(sentenceOf(made.error))
    answer(around, made.error, () => [])
    return EXIT.database
  }
  const { url, policy, until } = made.value
  answer(around, made.value, () => [
    'At the workstation, under Database connection, On a server, Set a server up:',
    '',
    `  ${url}`,
    '',
    `It is good until ${until}, and sets up whatever it is given: give it to nobody else.`,
    'For all who work at this computer, in /etc/corex-teller/policy.json, which belongs to root:',
    '',
    JSON.stringify(policy, null, 2),
  ])
  return EXIT.done
}

async function madeAt({ target: { settingsFolder }, say }: Surroundings) {
  const dataFolder = dataFolderIn(settingsFolder)
  const running = await attempt(async () => runningServer(dataFolder, say), { folder: dataFolder })
  if (!running.ok) return running
  const admin = running.value
  // By a socket it is the application that runs it, for its own user.
  if (admin === null || admin.tls === 'off')
    return fault('SERVER_UNREACHABLE', { reason: 'NOT_SERVED', folder: settingsFolder })
  const { host, port, tls } = admin
  return attempt(async () => {
    await dropEndedLogins(admin)
    const { user, password, until } = await makeSetUpLogin(admin)
    const url = urlOf({ ...admin, database: DATABASE_NAME, user, password })
    const server = { host, port, certificateAuthority: tls.ca }
    return { url, user, password, until: until.toISOString(), policy: { format: 1, server } }
  })
}

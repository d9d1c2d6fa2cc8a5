import { addressOf } from '../electron/db/connection.ts'
import { BUILD } from '../electron/build.ts'
import { chooseServer } from '../electron/db/open-server.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { sentenceOf } from './faults.ts'
import { openOptions, reachDatabase } from './reach-database.ts'

/** `corex database`: which database this is, and whether it can be used. */
export const database: Command = {
  summary: 'Says which database is used, and whether it can be',
  usage: ['database', 'database keep    keeps the server of COREX_DATABASE_URL, with a login of its own'],
  run: async ([first, ...more], around) => {
    if (first === undefined) return show(around)
    if (first === 'keep' && more.length === 0) return keep(around)
    around.say(`There is no such form: corex database --help`)
    return EXIT.usage
  },
}

async function show(around: Surroundings): Promise<ExitCode> {
  const reached = await reachDatabase(around.target)
  if (!reached.ok) {
    around.say(sentenceOf(reached.error))
    answer(around, { usable: false, ...reached.error }, () => [])
    return EXIT.database
  }
  const { kind, connection, serverVersion, close } = reached.value
  await close()
  const own = { address: addressOf(connection), login: connection.user }
  const found = { usable: true, kind, ...own, serverVersion, build: BUILD }
  answer(around, found, () => Object.entries(found).map(([name, value]) => `${name.padEnd(14)} ${value}`))
  return EXIT.done
}

/** The URL is an administrator's, once: a login of this program's own is made, and kept with the address. */
async function keep(around: Surroundings): Promise<ExitCode> {
  const url = around.target.env['COREX_DATABASE_URL']
  if (url === undefined || url === '') {
    around.say('COREX_DATABASE_URL is not set: it names the server that is to be kept.')
    return EXIT.usage
  }
  const kept = await chooseServer(url, null, 'known', openOptions(around.target))
  if (kept.ok) return show({ ...around, target: { ...around.target, env: {} } })
  around.say(sentenceOf(kept.error))
  return EXIT.database
}

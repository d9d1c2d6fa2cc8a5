import { expect, test } from 'vitest'
import { type Connection, urlOf } from '../../electron/db/connection.ts'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'
import { openWire } from '../support/wire.ts'
import { createWorkplace } from '../support/workplace.ts'

const { branch } = await workplaceForFile()

/** A workplace that connected by itself to that server, with the teller signed in, and the events that its window gets. */
async function atWork(connection: Connection, settingsFolder: string) {
  const made = createWorkplace(branch)
  await made.close()
  const events: string[] = []
  Object.assign(made.state, {
    options: { ...made.state.options, settingsFolder, env: { COREX_DATABASE_URL: urlOf(connection) } },
    emit: (event: string, payload: object) => {
      // Jobs that become due meanwhile tell of themselves.
      if (event === 'connection.changed') events.push(`${event} ${JSON.stringify(payload)}`)
    },
  })
  await connect(made.state)
  await made.call('sessions.signIn', { username: branch.staff.teller.username, password: PASSWORD })
  events.length = 0
  return { ...made, events, [Symbol.asyncDispose]: () => disconnect(made.state) }
}

test('of a server that freezes the call itself tells after two seconds, and the bar goes red at that moment', async () => {
  await using folder = await temporaryFolder()
  await using wire = await openWire(branch.database.workstation(1))
  await using workplace = await atWork(wire.connection, folder.path)
  const { ask, events } = workplace
  wire.freeze()
  using time = ownTime()
  const began = performance.now()
  const answer = await ask('customers.search', { text: 'ana' })
  const [took, ran] = [performance.now() - began, time.passed()]
  expect(answer).toEqual({ ok: false, error: { code: 'SERVER_UNREACHABLE' } })
  expect(took, 'the server has its time').toBeGreaterThan(1_500)
  expect(ran, 'the watch alone would take five seconds').toBeLessThan(4_000)
  expect(events).toEqual(['connection.changed {"connected":false}'])

  wire.thaw()
  await expect.poll(() => events.at(-1), { timeout: 20_000 }).toBe('connection.changed {"connected":true}')
  expect(await ask('customers.search', { text: 'ana' })).toMatchObject({ ok: true })
})

test('a call that waits for a lock of a colleague is waited for', async () => {
  await using folder = await temporaryFolder()
  await using workplace = await atWork(branch.database.workstation(1), folder.path)
  const { ask, events, state } = workplace
  const { database: open } = state
  const colleague = await branch.database.superuser.connect()
  const looks: boolean[] = []
  // Within the five seconds after which PostgreSQL itself ends what waits for a lock.
  const answers = async () => {
    const answered = (await open?.answers()) ?? false
    if (looks.push(answered) === 2) await colleague.query('COMMIT')
    return answered
  }
  Object.assign(state, { database: { ...open, answers } })
  await colleague.query('BEGIN; LOCK TABLE customers IN ACCESS EXCLUSIVE MODE')
  expect(await ask('customers.search', { text: 'ana' })).toMatchObject({ ok: true })
  colleague.release()
  expect(looks.slice(0, 2)).toEqual([true, true])
  expect(events).toEqual([])
})

const TICK_MS = 100

/** The milliseconds in which this process was running: on a busy machine it is held up, and the call with it. */
function ownTime() {
  let ticks = 0
  const timer = setInterval(() => (ticks += 1), TICK_MS)
  return { passed: () => ticks * TICK_MS, [Symbol.dispose]: () => clearInterval(timer) }
}

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Connection, urlOf } from '../../electron/db/connection.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import type { Counter } from './counter.ts'
import { expectSoon } from './expect-soon.ts'
import { signIn } from './kill-main.ts'
import { openLine } from './line.ts'
import { waitingForLock } from './lock.ts'
import { startTeller } from './teller.ts'

const IP = ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip'].find((path) => existsSync(path)) ?? 'ip'

/** Both ends of the cable: at the server and at the workstation. Of TEST-NET-2, RFC 5737. */
const HERE = '198.51.100.1'
const THERE = '198.51.100.2'
const PORT = 5433

/** Why no network can be made here, or null when it can. */
export function whyNoCable(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it needs root on Linux'
  try {
    const probe = `probe${process.pid}`
    ip('netns', 'add', probe)
    ip('netns', 'del', probe)
    return null
  } catch {
    return 'no network namespace can be made here'
  }
}

const ip = (...args: string[]) => execFileSync(IP, args, { stdio: 'pipe' })

/** A workstation in a network of its own, with a cable to the server that can be pulled and put back. */
function layCable() {
  const name = `cx${process.pid}`
  const [here, there] = [`${name}h`, `${name}t`]
  ip('netns', 'add', name)
  ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name)
  ip('addr', 'add', `${HERE}/30`, 'dev', here)
  ip('link', 'set', here, 'up')
  const within = [IP, 'netns', 'exec', name]
  ip('-n', name, 'addr', 'add', `${THERE}/30`, 'dev', there)
  ip('-n', name, 'link', 'set', there, 'up')
  ip('-n', name, 'link', 'set', 'lo', 'up')
  return {
    within,
    pull: () => ip('link', 'set', here, 'down'),
    putBack: () => ip('link', 'set', here, 'up'),
    [Symbol.dispose]: () => ip('netns', 'del', name),
  }
}

/**
 * The cable is pulled while the posting waits in its transaction, and put back when the ledger has it: the answer is lost in between, and
 * nobody closed anything. The workstation asks again until it knows.
 */
export async function pullCable(counter: Counter, connection: Connection): Promise<void> {
  using cable = layCable()
  await using folder = await temporaryFolder()
  await using line = await openLine(connection, HERE)
  await using teller = await startTeller({
    settingsFolder: folder.path,
    url: urlOf({ ...line.connection, host: '127.0.0.1', port: PORT }),
    page: randomUUID(),
    within: cable.within,
    preload: join(import.meta.dirname, 'relay-here.ts'),
    env: { PROOF_RELAY: JSON.stringify({ from: PORT, to: { host: HERE, port: line.connection.port } }) },
  })
  await signIn(teller, counter)
  const { name, input } = counter.intent()
  const first = await pulledWhilePosting()
  cable.putBack()
  let answer = first
  await expectSoon('the outcome is known', async () => {
    if (answer?.ok === false) answer = await teller.ask(name, input)
    return answer?.ok === true
  })
  counter.confirm(input.key)
  await teller.ask('intents.acknowledge', { key: input.key })

  async function pulledWhilePosting() {
    const lock = await waitingForLock(counter.branch)
    const asked = teller.ask(name, input)
    await lock.isWaitedFor()
    cable.pull()
    await lock[Symbol.asyncDispose]()
    await expectSoon('it is posted', async () => (await counter.faults()).length > 0)
    return asked
  }
}

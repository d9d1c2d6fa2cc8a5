import { inTurn, type ProofOptions, runAlone } from './alone.ts'
import { openCounter } from './counter.ts'
import { EXPECTED, KILL_STEPS, killMainAt } from './kill-main.ts'
import { killServerAt, SERVER_MOMENTS } from './kill-server.ts'
import { openOwnServer } from './own-server.ts'

/**
 * Kills the main process, the server, and both, at each step of a posting. Each time what is posted is what was shown as posted or told by a
 * recovery slip, and the books balance.
 */
export async function proveKill({ minutes, log }: ProofOptions): Promise<string> {
  await using server = await openOwnServer()
  const counter = await openCounter(server.branch)
  const mains = KILL_STEPS.map((step) => ({
    what: `the workstation, ${step}`,
    run: async () => {
      const told = await killMainAt(counter, server.connection, step)
      if (!EXPECTED[step].includes(told)) throw new Error(`Killed when ${step}, the slip said ${told}`)
    },
  }))
  const servers = SERVER_MOMENTS.flatMap((moment) =>
    [false, true].map((withMain) => ({
      what: `${withMain ? 'the server and the workstation' : 'the server'}, ${moment}`,
      run: () => killServerAt(counter, server, moment, withMain),
    })),
  )
  let kills = 0
  await inTurn([...mains, ...servers], minutes, async ({ what, run }) => {
    await run()
    const faults = await counter.faults()
    if (faults.length > 0) throw new Error(`Killed ${what}:\n${faults.join('\n')}`)
    kills += 1
    log(`killed ${what}`)
  })
  const { intents, posted } = counter.counts()
  return `kill: ${kills} kills, ${intents} intents, ${posted} of them posted and known to be, the others known not to be; the books balance`
}

if (import.meta.main) await runAlone(proveKill)

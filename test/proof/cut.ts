import { inTurn, type ProofOptions, runAlone } from './alone.ts'
import { openCounter } from './counter.ts'
import { CUTS, deliverLate, openCutCounter, postThroughCut } from './cut-line.ts'
import { openOwnServer } from './own-server.ts'
import { whyNoCable, pullCable } from './pulled-cable.ts'

/** Delays, resets, half opens and cuts the line to the server at each moment of a posting, delivers a packet late, and pulls a cable. */
export async function proveCut({ minutes, log }: ProofOptions): Promise<string> {
  await using server = await openOwnServer()
  const counter = await openCounter(server.branch)
  const skipped = whyNoCable()
  if (skipped !== null) log(`the pulled cable is skipped: ${skipped}`)
  const lines = Object.entries(CUTS).map(([what, cut]) => ({
    what: `the line ${what}`,
    run: async () => {
      await using scene = await openCutCounter(counter, server.connection)
      await postThroughCut(counter, scene.main, scene.line, cut)
    },
  }))
  const late = {
    what: 'a packet arrives late',
    run: async () => {
      const told = await deliverLate(counter, server.connection)
      if (told !== 'NOT_POSTED') throw new Error(`Before the packet arrived the slip said ${told}`)
    },
  }
  const cable = { what: 'a cable is pulled', run: () => pullCable(counter, server.connection) }
  let cuts = 0
  await inTurn([...lines, late, ...(skipped === null ? [cable] : [])], minutes, async ({ what, run }) => {
    await run()
    const faults = await counter.faults()
    if (faults.length > 0) throw new Error(`When ${what}:\n${faults.join('\n')}`)
    cuts += 1
    log(what)
  })
  const { intents, posted } = counter.counts()
  const cables = skipped === null ? '' : `; the pulled cable is skipped: ${skipped}`
  return `cut: ${cuts} cuts, ${intents} intents, ${posted} of them posted once and known to be; the books balance${cables}`
}

if (import.meta.main) await runAlone(proveCut)

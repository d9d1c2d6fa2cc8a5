import { age, DAY_MS, type HealthFacts, stateBy, type Verdict, verdict } from './facts.ts'

const GIGABYTE = 1_000_000_000

/** The slot of the embedded server's own backup. */
const OWN_SLOT = 'corex_backup'

/** Slots keep the log for whoever reads it, and fill the disk for whoever does not. */
export function slots({ server, backups }: HealthFacts): Verdict {
  const isOwn = (name: string) => backups !== null && name === OWN_SLOT
  const lost = server.slots.find((slot) => slot.lost)
  if (lost !== undefined) return verdict('ACT', 'slotLost', { text: lost.name })
  if (backups?.isSetUp === true && !server.slots.some(({ name }) => isOwn(name)))
    return verdict('ACT', 'slotMissing')
  const [most] = server.slots.toSorted((a, b) => b.bytes - a.bytes)
  if (most === undefined) return verdict('OK', 'slotsNone')
  const state = stateBy(most.bytes, GIGABYTE, 3 * GIGABYTE)
  if (state !== 'OK') return verdict(state, 'slotHolds', { text: most.name, bytes: most.bytes })
  // That of the backup is idle for a moment whenever its receiver begins anew, which the last sealed second tells better.
  const idle = server.slots.find(({ name, active }) => !active && !isOwn(name))
  if (idle !== undefined) return verdict('LOOK', 'slotIdle', { text: idle.name, bytes: idle.bytes })
  return verdict('OK', 'slots', { count: server.slots.length, bytes: most.bytes })
}

export function replication({ server: { receivers } }: HealthFacts): Verdict {
  if (receivers === null) return verdict('UNKNOWN', 'receiversUnknown')
  const [last] = receivers.toSorted((a, b) => b.bytes - a.bytes)
  if (last === undefined) return verdict('OK', 'receiversNone')
  const state = stateBy(last.bytes, GIGABYTE / 10, 3 * GIGABYTE)
  if (state !== 'OK') return verdict(state, 'receiverBehind', { text: last.name, bytes: last.bytes })
  return verdict('OK', 'receivers', { count: receivers.length })
}

/** What is free, and for how many days that is enough at what the last month added. */
export function disk({ freeBytes, server: { growthADay } }: HealthFacts): Verdict {
  if (freeBytes === null) return verdict('UNKNOWN', 'diskUnknown')
  const low = stateBy(-freeBytes, -5 * GIGABYTE, -GIGABYTE)
  if (low !== 'OK') return verdict(low, 'diskLow', { bytes: freeBytes })
  if (growthADay === null || growthADay === 0) return verdict('OK', 'diskSteady', { bytes: freeBytes })
  const days = Math.floor(freeBytes / growthADay)
  const state = stateBy(-days, -30, -7)
  return verdict(state, state === 'OK' ? 'disk' : 'diskFills', { bytes: freeBytes, days })
}

export function checksums({ server: { checksums: sums } }: HealthFacts): Verdict {
  if (sums.failures > 0)
    return verdict('ACT', 'checksumsFail', {
      count: sums.failures,
      ...(sums.at === null ? {} : { at: sums.at }),
    })
  return sums.on ? verdict('OK', 'checksums') : verdict('LOOK', 'checksumsOff')
}

export function connections({ server }: HealthFacts): Verdict {
  const { used, limit } = server.connections
  const state = stateBy(used / Math.max(limit, 1), 0.8, 0.95)
  return verdict(state, state === 'OK' ? 'connections' : 'connectionsMany', { count: used, limit })
}

export function version({ look, backups }: HealthFacts): Verdict | null {
  if (look === null) return null
  if (look.wanted === null) return verdict('OK', 'server', { text: look.version })
  // The application brings the embedded server, from whose workstations is taken what the holes need (docs/security.md): nobody here can do more.
  return verdict(backups === null ? 'ACT' : 'LOOK', 'serverUnpatched', {
    text: look.version,
    wanted: look.wanted,
  })
}

export function settings({ look }: HealthFacts): Verdict | null {
  if (look === null) return null
  const { warnings } = look
  return warnings.length === 0
    ? verdict('OK', 'settings')
    : verdict('LOOK', 'settingsWeak', { names: [...warnings] })
}

export function certificate(facts: HealthFacts): Verdict | null {
  const { look } = facts
  if (look === null) return null
  const at = look.certificateEnds
  if (at === null) return verdict('OK', 'certificateNone')
  const days = Math.floor(-age(facts, at) / DAY_MS)
  if (days < 0) return verdict('ACT', 'certificateOver', { at })
  const state = stateBy(-days, -30, -7)
  return verdict(state, state === 'OK' ? 'certificate' : 'certificateEnds', { at, days })
}

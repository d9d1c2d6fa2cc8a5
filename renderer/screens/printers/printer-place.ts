import type { CallInput, CallOutput } from '../../../shared/contract.ts'

type Way = CallInput<'printers.add'>['way']

const CUPS = 'CUPS:'
const SYSTEM = 'SYSTEM:'

/** The printers of this computer to choose from: those of CUPS, or else the system's own. */
export function placesOf({ queues, devices }: CallOutput<'printers.discover'>) {
  const ofCups = (queues ?? []).map((queue) => ({ value: `${CUPS}${queue}`, label: queue }))
  if (ofCups.length > 0) return ofCups
  return (devices ?? []).map(({ device, name }) => ({ value: `${SYSTEM}${device}`, label: name }))
}

/** The way to the printer that was chosen. */
export const wayOfPlace = (place: string): Way =>
  place.startsWith(SYSTEM)
    ? { by: 'SYSTEM', device: place.slice(SYSTEM.length) }
    : { by: 'CUPS', queue: place.slice(CUPS.length) }

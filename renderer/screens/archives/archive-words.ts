import type { Archive } from '../../../shared/contract/archives.ts'
import type { Tone } from '../../components/status-badge.tsx'

/** `2025`, or of a month of the audit log `2025-03`. */
export const yearOf = ({ kind, period }: Archive): string => period.slice(0, kind === 'LEDGER' ? 4 : 7)

/** A month and a year may begin on one day. */
export const keyOf = ({ kind, period }: Archive): string => `${kind} ${period}`

/** Something that was compared with the seal is not what was sealed. */
export const differs = ({ seal }: Archive): boolean =>
  seal !== null && (seal.differing > 0 || seal.fileChecked?.what === 'FILE_BAD')

export function toneOf(archive: Archive): Tone {
  if (differs(archive)) return 'bad'
  return TONES[archive.state]
}

const TONES: Readonly<Record<Archive['state'], Tone>> = {
  OPEN: 'neutral',
  OVER: 'wait',
  SEALED: 'ok',
  AWAY: 'ok',
  REMOVED: 'neutral',
}

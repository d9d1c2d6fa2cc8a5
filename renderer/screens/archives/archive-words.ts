import type { Archive } from '../../../shared/contract/archives.ts'
import type { Tone } from '../../components/status-badge.tsx'

export const yearOf = ({ period }: Archive): string => period.slice(0, 4)

/** Something that was compared with the seal is not what was sealed. */
export const differs = ({ seal }: Archive): boolean =>
  seal !== null && (seal.differing > 0 || seal.fileChecked?.what === 'FILE_BAD')

export function toneOf(archive: Archive): Tone {
  if (differs(archive)) return 'bad'
  return archive.state === 'SEALED' ? 'ok' : archive.state === 'OVER' ? 'wait' : 'neutral'
}

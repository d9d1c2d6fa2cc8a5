import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import type { CallInput, CallName } from '../../shared/contract.ts'
import type { Recovery } from '../../shared/contract/intents.ts'
import { contract } from '../../shared/contract.ts'
import type { Operation } from '../../shared/contract/define.ts'
import { intentsFolder, keepIntent } from '../../electron/services/intents/keep-intent.ts'
import type { TestWorkplace } from './workplace.ts'

/** The names of the notes on the workplace's disk. */
export const notesOf = ({ state }: TestWorkplace): Promise<string[]> =>
  readdir(intentsFolder(state)).catch(() => [])

/** What is on the disk when the application ends between noting a call and sending it. */
export async function notedAndNeverSent<N extends CallName>(
  { state }: TestWorkplace,
  name: N,
  input: CallInput<N>,
): Promise<void> {
  const operation: Operation = contract[name]
  const parsed = operation.input.parse(input)
  const words = operation.moves?.(parsed)
  if (words === undefined) throw new Error(`${name} moves no money`)
  const kept = await keepIntent(state, words, parsed, '')
  if (!kept.ok) throw new Error(kept.error.code)
}

/** What the workplace tells whoever is signed in there, as a window that holds nothing asks for it. */
export async function recoveriesAt(workplace: TestWorkplace): Promise<Recovery[]> {
  return (await workplace.call('intents.settle', { page: randomUUID(), lost: [] })).recoveries
}

/** Removes all notes, as if every outcome had been shown. */
export async function acknowledgeAll(workplace: TestWorkplace): Promise<void> {
  for (const { key } of await recoveriesAt(workplace)) await workplace.call('intents.acknowledge', { key })
}

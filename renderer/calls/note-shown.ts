import { call, type Failure } from './api.ts'
import { loseKey } from './pending-postings.ts'
import { UNANSWERED } from './posting-state.ts'

type Answered = { readonly ok: true } | { readonly ok: false; readonly error: Failure }

/**
 * For a command with a key that `usePosting` does not send. What is known has been shown, and its note is removed; what is not known is lost
 * here, and settled in a recovery slip.
 */
export async function noteShown(key: string, answer: Answered): Promise<void> {
  const isKnown = answer.ok || (!UNANSWERED.has(answer.error.code) && answer.error.code !== 'INTERNAL')
  if (isKnown) await call('intents.acknowledge', { key })
  else loseKey(key)
}

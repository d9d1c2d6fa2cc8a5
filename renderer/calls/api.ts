import type { CallInput, CallName, CallOutput, Envelope, EventName, Events } from '../../shared/contract.ts'
import type { CallFailure, ErrorCode } from '../../shared/errors.ts'
import { askAboutLetters } from './missing-letters.ts'
import { askForCode } from './step-up.ts'

/** What the preload script puts on the window: its only way to the main process. */
export type Bridge = {
  /** This load of the page. */
  readonly page: string
  invoke<N extends CallName>(name: N, input: unknown): Promise<Envelope<N>>
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void
}

declare global {
  interface Window {
    readonly corex: Bridge
  }
}

/** An expected failure as the window holds it, whatever the call. */
export type Failure = CallFailure<ErrorCode>

/** The commands that move money: they carry an idempotency key. */
export type PostingName = {
  [N in CallName]: CallInput<N> extends { key: string } ? N : never
}[CallName]

export type PostingPayload<N extends PostingName> = Omit<CallInput<N>, 'key'>

/**
 * Calls the main process. The main process has checked the answer against the contract, so it is not checked again.
 * A bridge that rejects is a bug in the main process; it becomes INTERNAL, so that a screen can go on.
 */
export const call = <N extends CallName>(name: N, input: CallInput<N>): Promise<Envelope<N>> =>
  invoke(name, input)

/** Like `call`, for a command that moves money, whose key `usePosting` keeps. */
export const callWithKey = <N extends PostingName>(
  name: N,
  payload: PostingPayload<N>,
  key: string,
): Promise<Envelope<N>> => invoke(name, { ...payload, key })

/** What needs an answer first is asked once more when that was given: nothing typed is lost. */
async function invoke<N extends CallName>(name: N, input: unknown): Promise<Envelope<N>> {
  const answer = await once(name, input)
  return !answer.ok && (await isSettled(answer.error)) ? once(name, input) : answer
}

/** A fresh code of the person's device, or leave for boxes in place of letters that this computer cannot print. */
async function isSettled(error: Failure): Promise<boolean> {
  if (error.code === 'STEP_UP_NEEDED') return askForCode()
  const letters = error.details?.['letters']
  if (error.code !== 'LETTERS_MISSING' || letters === undefined) return false
  return (await askAboutLetters(error)) && (await once('printers.allowBoxes', { letters })).ok
}

async function once<N extends CallName>(name: N, input: unknown): Promise<Envelope<N>> {
  try {
    return await window.corex.invoke(name, input)
  } catch (error) {
    console.error(`${name} was not answered`, error)
    return { ok: false, error: { code: 'INTERNAL' } }
  }
}

/** Listens to an event of the main process; the returned function ends it. */
export function listen<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  return window.corex.on(event, listener)
}

/** TanStack Query knows failures only as thrown errors; the error carries the failure. */
export type CallError = Error & { readonly failure: Failure }

/** Like `call`, for queries: throws a `CallError`, so that the last good answer stays on the screen. */
export async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await call(name, input)
  if (answer.ok) return answer.value
  throw Object.assign(new Error(answer.error.code), { failure: answer.error })
}

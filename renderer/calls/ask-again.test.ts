import { expect, test, vi } from 'vitest'
import type { EventName, Events } from '../../shared/contract.ts'
import type { listen } from './api.ts'
import { createAskAgain } from './ask-again.ts'
import { createPosting } from './posting.ts'
import type { Answer } from './posting-state.ts'

const lost: Answer<string> = { ok: false, error: { code: 'SERVER_UNREACHABLE' } }
const posted: Answer<string> = { ok: true, value: 'T-1' }

/** The events of the main process, told to whoever listens. */
function mainProcess() {
  const heard = new Map<EventName, Set<(payload: never) => void>>()
  const hear: typeof listen = (event, listener) => {
    const listeners = heard.get(event) ?? new Set()
    heard.set(event, listeners.add(listener))
    return () => void listeners.delete(listener)
  }
  const tell = <E extends EventName>(event: E, payload: Events[E]) => {
    for (const listener of heard.get(event) ?? []) listener(payload as never)
  }
  return { hear, tell, listeners: () => [...heard.values()].flatMap((all) => [...all]).length }
}

/** A posting as the window keeps it, which shows each of its states while the server seems to be there or not. */
async function unknownOutcome(answers: Answer<string>[], window: { serverConnected: boolean }) {
  const send = vi.fn(async () => answers.shift() ?? lost)
  const posting = createPosting<string, string>(() => 'key', send)
  const again = createAskAgain(() => void posting.resend())
  const main = mainProcess()
  const end = again.heed(main.hear)
  const show = () => again.shown(posting.state().phase, window.serverConnected)
  posting.subscribe(show)
  await posting.post('100.00')
  return { posting, send, main, show, end }
}
const settles = (send: ReturnType<typeof vi.fn>, times: number) =>
  vi.waitFor(() => expect(send).toHaveBeenCalledTimes(times))

test('an unknown outcome is tried once more at once where the server seems to be there, and only once', async () => {
  const { posting, send } = await unknownOutcome([lost, lost, lost], { serverConnected: true })
  await vi.waitFor(() => expect([send.mock.calls.length, posting.state().phase]).toEqual([2, 'unknown']))
})

test('an unknown outcome is asked for when the server is back, also after a first try at once has failed', async () => {
  const window = { serverConnected: true }
  const { posting, send, main, show } = await unknownOutcome([lost, lost, posted], window)
  await vi.waitFor(() => expect([send.mock.calls.length, posting.state().phase]).toEqual([2, 'unknown']))
  // Lost and back so quickly that the window is drawn only once, with the server there.
  main.tell('connection.changed', { connected: false })
  show()
  main.tell('connection.changed', { connected: true })
  await settles(send, 3)
  await vi.waitFor(() => expect(posting.state()).toMatchObject({ phase: 'posted', result: 'T-1' }))
})

test('an unknown outcome is not asked for while the server is lost, and is after the workstation is unlocked', async () => {
  const { posting, send, main } = await unknownOutcome([lost, posted], { serverConnected: false })
  main.tell('connection.changed', { connected: false })
  expect([send.mock.calls.length, posting.state().phase]).toEqual([1, 'unknown'])
  main.tell('session.changed', {})
  await vi.waitFor(() => expect(posting.state().phase).toBe('posted'))
})

test('a slip that is put away listens no longer', async () => {
  const { main, end } = await unknownOutcome([posted], { serverConnected: true })
  expect(main.listeners()).toBe(2)
  end()
  expect(main.listeners()).toBe(0)
})

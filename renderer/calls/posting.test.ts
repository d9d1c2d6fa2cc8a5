import { expect, test, vi } from 'vitest'
import type { Failure } from './api.ts'
import { createPosting } from './posting.ts'
import type { Answer } from './posting-state.ts'

type Payload = { readonly amount: string }
const refused = (code: Failure['code']): Answer<string> => ({ ok: false, error: { code } })
const posted = (reference: string): Answer<string> => ({ ok: true, value: reference })

/** Posts against a server that answers from a list, and remembers what it was sent. */
function posting(answers: Answer<string>[]) {
  const sent: { key: string; amount: string }[] = []
  let keys = 0
  const machine = createPosting<Payload, string>(
    () => `key ${(keys += 1)}`,
    async (key, { amount }) => {
      sent.push({ key, amount })
      return answers.shift() ?? refused('INTERNAL')
    },
  )
  return { machine, sent }
}

test('a double press sends once', async () => {
  const { machine, sent } = posting([posted('T-1')])
  await Promise.all([machine.post({ amount: '500' }), machine.post({ amount: '500' })])
  expect(sent).toEqual([{ key: 'key 1', amount: '500' }])
  expect(machine.state()).toEqual({ phase: 'posted', failure: null, result: 'T-1' })
})

test('the same payload after a refusal keeps its key, another payload gets another', async () => {
  const { machine, sent } = posting([refused('TILL_NOT_OPEN'), refused('TILL_NOT_OPEN'), posted('T-1')])
  await machine.post({ amount: '500' })
  expect(machine.state()).toMatchObject({ phase: 'refused', failure: { code: 'TILL_NOT_OPEN' } })
  await machine.post({ amount: '500' })
  await machine.post({ amount: '600' })
  expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 1', 'key 2'])
})

test('an unknown outcome keeps key and payload, whatever is pressed, until it is known', async () => {
  const { machine, sent } = posting([
    refused('SERVER_UNREACHABLE'),
    refused('SERVER_UNREACHABLE'),
    posted('T-1'),
  ])
  await machine.post({ amount: '500' })
  expect(machine.state().phase).toBe('unknown')
  await machine.post({ amount: '900' })
  expect(machine.reset()).toBe(false)
  await machine.resend()
  expect(machine.state().phase).toBe('unknown')
  await machine.resend()
  expect(sent).toEqual(Array.from({ length: 3 }, () => ({ key: 'key 1', amount: '500' })))
  expect(machine.state()).toMatchObject({ phase: 'posted', result: 'T-1' })
})

test('an unknown outcome stays unknown when a retry is refused before the key was checked, for example by a lock', async () => {
  for (const code of [
    'SESSION_LOCKED',
    'SERVER_BUSY',
    'NOT_SIGNED_IN',
    'PASSWORD_CHANGE_REQUIRED',
  ] as const) {
    const { machine, sent } = posting([refused('SERVER_UNREACHABLE'), refused(code), posted('T-1')])
    await machine.post({ amount: '500' })
    await machine.resend()
    expect(machine.state().phase, code).toBe('unknown')
    expect(machine.reset()).toBe(false)
    await machine.resend()
    expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(['key 1']))
    expect(machine.state()).toMatchObject({ phase: 'posted', result: 'T-1' })
  }
})

test('a first sending that is refused before the key was checked posted nothing for certain', async () => {
  const { machine, sent } = posting([refused('SERVER_BUSY'), posted('T-1')])
  await machine.post({ amount: '500' })
  expect(machine.state().phase).toBe('refused')
  await machine.post({ amount: '600' })
  expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
})

test('after INTERNAL the posting may exist, so even another payload keeps the key', async () => {
  const { machine, sent } = posting([refused('INTERNAL'), refused('KEY_REUSED')])
  await machine.post({ amount: '500' })
  await machine.post({ amount: '600' })
  expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 1'])
  expect(machine.state().failure?.code).toBe('KEY_REUSED')
})

test('a second press after success does nothing; the next intent has a key of its own', async () => {
  const { machine, sent } = posting([posted('T-1'), posted('T-2')])
  await machine.post({ amount: '500' })
  await machine.post({ amount: '500' })
  expect(sent).toHaveLength(1)
  expect(machine.reset()).toBe(true)
  await machine.post({ amount: '500' })
  expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
})

test('resending does nothing unless the outcome is unknown, and listeners are called at every step', async () => {
  const { machine, sent } = posting([posted('T-1')])
  const listener = vi.fn<() => void>()
  const unsubscribe = machine.subscribe(listener)
  await machine.resend()
  expect(sent).toEqual([])
  await machine.post({ amount: '500' })
  expect(listener).toHaveBeenCalledTimes(2)
  unsubscribe()
  machine.reset()
  expect(listener).toHaveBeenCalledTimes(2)
})

test('a key that was settled as not posted is spent: the same payload gets another', async () => {
  const { machine, sent } = posting([refused('INTENT_SETTLED'), posted('T-1')])
  await machine.post({ amount: '500' })
  await machine.post({ amount: '500' })
  expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
})

test('a note that could not be written is a refusal, but on a retry the outcome stays unknown', async () => {
  const { machine, sent } = posting([refused('INTENT_NOT_WRITTEN'), refused('SERVER_UNREACHABLE')])
  await machine.post({ amount: '500' })
  expect(machine.state().phase).toBe('refused')
  await machine.post({ amount: '500' })
  await machine.resend()
  expect(sent).toHaveLength(3)
  const again = posting([refused('SERVER_UNREACHABLE'), refused('INTENT_NOT_WRITTEN')])
  await again.machine.post({ amount: '500' })
  await again.machine.resend()
  expect(again.machine.state().phase).toBe('unknown')
})

test('an answer is told once it is shown: posted, refused, or failed; an unknown outcome is not', async () => {
  const answers = [
    refused('SERVER_UNREACHABLE'),
    refused('TILL_NOT_OPEN'),
    refused('INTERNAL'),
    posted('T-1'),
  ]
  const told: string[] = []
  const machine = createPosting<Payload, string>(
    () => 'key',
    async () => answers.shift() ?? refused('INTERNAL'),
    (key, as) => void told.push(`${key} ${as} ${machine.state().phase}`),
  )
  await machine.post({ amount: '500' })
  expect(told).toEqual([])
  await machine.resend()
  await machine.post({ amount: '500' })
  await machine.post({ amount: '500' })
  expect(told).toEqual(['key refused refused', 'key failed refused', 'key posted posted'])
})

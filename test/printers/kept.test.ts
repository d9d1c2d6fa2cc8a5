import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { knownPrinters } from '../../electron/printers/known-printers.ts'
import { PAPERS } from '../../shared/contract/printers.ts'

/** The file in which a workstation keeps its printers, as this release and the one before read it. */

const COUNTER = {
  id: '7d1e0a52-0c83-4a4f-9f0e-2a6b8f1d5c01',
  name: 'Counter 3',
  way: { by: 'ESCPOS', host: '10.0.7.21', port: 9100, roll: '80' },
  papers: ['RECEIPT'],
}
const LASER = {
  id: '7d1e0a52-0c83-4a4f-9f0e-2a6b8f1d5c02',
  name: 'Laser',
  way: { by: 'CUPS', queue: 'Laser' },
  papers: ['STATEMENT'],
}
const CHOICES = { RECEIPT: COUNTER.id, STATEMENT: LASER.id, PROOF: null }

const opened = (content: object | null) => {
  const file = join(mkdtempSync(join(tmpdir(), 'corex-known-')), 'printers.json')
  if (content !== null) writeFileSync(file, JSON.stringify(content))
  return { file, known: knownPrinters(join(file, '..')) }
}

/** What the release before read: the whole file, or none of it. It knew no passbooks. */
const EARLIER = ['RECEIPT', 'STATEMENT', 'PROOF'] as const
const before = z.object({
  format: z.literal(1),
  printers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      way: z.discriminatedUnion('by', [
        z.object({ by: z.literal('ESCPOS'), host: z.string(), port: z.number(), roll: z.enum(['80', '58']) }),
        z.object({ by: z.literal('CUPS'), queue: z.string() }),
      ]),
      papers: z.array(z.enum(EARLIER)).min(1),
    }),
  ),
  choices: z.record(z.enum(EARLIER), z.uuid().nullable()),
})

test('the printers of the release before are read, and it reads the others where one of the system is added', async () => {
  const { file, known } = opened({ format: 1, printers: [COUNTER, LASER], choices: CHOICES })
  const none = { PASSBOOK: null }
  expect(await known.all()).toEqual({ printers: [COUNTER, LASER], choices: { ...CHOICES, ...none } })
  const way = { by: 'SYSTEM', device: 'HP LaserJet (2. Stock)' } as const
  const added = await known.keep({ name: 'Hall', way, papers: [...PAPERS] })
  await known.choose('PROOF', added.id)
  const choices = { ...CHOICES, PROOF: added.id }
  expect(await known.all()).toEqual({
    printers: [COUNTER, added, LASER],
    choices: { ...choices, ...none },
  })
  expect(await knownPrinters(join(file, '..')).all()).toEqual(await known.all())
  expect(before.parse(JSON.parse(readFileSync(file, 'utf8')))).toMatchObject({
    printers: [COUNTER, LASER],
    choices,
  })
})

test('a printer that is not understood, of a release to come, takes no other one with it', async () => {
  const odd = { ...LASER, way: { by: 'TELEGRAPH' } }
  const { known } = opened({ format: 1, printers: [odd, COUNTER], system: [odd], choices: CHOICES })
  expect((await known.all()).printers).toEqual([COUNTER])
})

test('where there is no file, or it is damaged, there are no printers', async () => {
  for (const content of [null, { format: 2 }, { format: 1, printers: 'none' }])
    expect((await opened(content).known.all()).printers).toEqual([])
})

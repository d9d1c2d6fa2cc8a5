import { mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { knownPrinters } from '../../electron/printers/known-printers.ts'
import { PAPERS } from '../../shared/contract/printers.ts'

/** The file of a workstation's printers, as releases before have written it. */

const folder = mkdtempSync(join(tmpdir(), 'corex-known-printers-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const OFFICE = '11111111-1111-4111-8111-111111111111'
const COUNTER = '22222222-2222-4222-8222-222222222222'
const PROOFS = '33333333-3333-4333-8333-333333333333'

/** Before there were passbooks. */
const BEFORE = {
  format: 1,
  printers: [
    {
      id: COUNTER,
      name: 'Counter 3',
      way: { by: 'ESCPOS', host: '192.168.1.30', port: 9100, roll: '80' },
      papers: ['RECEIPT'],
    },
    {
      id: OFFICE,
      name: 'Office',
      way: { by: 'CUPS', queue: 'Office' },
      papers: ['RECEIPT', 'STATEMENT', 'PROOF'],
    },
    { id: PROOFS, name: 'Proofs', way: { by: 'CUPS', queue: 'Proofs' }, papers: ['PROOF'] },
  ],
  choices: { RECEIPT: COUNTER, STATEMENT: OFFICE, PROOF: null },
}

const file = join(folder, 'printers.json')
const written = async () => JSON.parse(await readFile(file, 'utf8')) as unknown

test('printers and choices of the release before are read, and what printed every paper prints passbooks too', async () => {
  await writeFile(file, JSON.stringify(BEFORE))
  const known = knownPrinters(folder)
  const { printers, choices } = await known.all()
  expect(choices).toEqual({ ...BEFORE.choices, PASSBOOK: null })
  expect(printers.map(({ id, papers }) => [id, papers])).toEqual([
    [COUNTER, ['RECEIPT']],
    [OFFICE, [...PAPERS]],
    [PROOFS, ['PROOF']],
  ])
  await known.choose('PASSBOOK', OFFICE)
  const after = { printers, choices: { ...BEFORE.choices, PASSBOOK: OFFICE } }
  expect(await knownPrinters(folder).all()).toEqual(after)
  // What that release reads stands there as it was.
  expect(await written()).toMatchObject(BEFORE)
})

test('a printer that is forgotten prints passbooks no more', async () => {
  await writeFile(file, JSON.stringify(BEFORE))
  const known = knownPrinters(folder)
  await known.choose('PASSBOOK', OFFICE)
  await known.forget(OFFICE)
  expect((await known.all()).choices).toEqual({
    RECEIPT: COUNTER,
    STATEMENT: null,
    PROOF: null,
    PASSBOOK: null,
  })
})

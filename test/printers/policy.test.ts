import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PrinterView } from '../../shared/contract/printers.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { escposPrinter } from '../support/escpos-printer.ts'
import { withPolicyPrinters, withPrinter } from '../support/printers.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()

test('the printers that the bank sets are the only ones, each kind of paper by the first that prints it', async () => {
  const printer = await escposPrinter({})
  const at = withPolicyPrinters(workplace.as('teller').state, [
    { name: 'Office', queue: 'Office', roll: '80', papers: ['STATEMENT'] },
    { name: 'Counter', address: printer.address, roll: '58' },
    { name: 'Archive', device: 'HP LaserJet (2. Stock)', roll: '80' },
    { name: 'Books', queue: 'Books', roll: '80' },
  ])
  // What people chose here before counts for nothing.
  await withPrinter(workplace, {}, async (own) => {
    const { value } = (await dispatch(at, 'printers.list', {})) as { value: Listed }
    expect(value.printers.map(({ way }) => way.by)).toEqual(['CUPS', 'ESCPOS', 'SYSTEM', 'CUPS'])
    expect(value.printers[2]).toMatchObject({
      way: { device: 'HP LaserJet (2. Stock)' },
      papers: ['RECEIPT', 'STATEMENT', 'PROOF'],
    })
    const named = new Map(value.printers.map(({ id, name }) => [id, name]))
    expect([...named.values()]).toEqual(['Office', 'Counter', 'Archive', 'Books'])
    expect(Object.entries(value.choices).map(([paper, id]) => [paper, named.get(id)])).toEqual([
      ['RECEIPT', 'Counter'],
      ['STATEMENT', 'Office'],
      ['PROOF', 'Archive'],
      ['PASSBOOK', 'Books'],
    ])
    expect(value.isSetByPolicy).toBe(true)
    expect(await dispatch(at, 'printers.test', { printerId: own })).toMatchObject({
      error: { code: 'PRINTER_NOT_FOUND' },
    })
    const counter = value.choices['RECEIPT'] ?? ''
    expect(await dispatch(at, 'printers.test', { printerId: counter })).toMatchObject({ ok: true })
    // The same printer has the same id at each start.
    const again = (await dispatch(at, 'printers.list', {})) as { value: Listed }
    expect(again.value).toEqual(value)
  })
  await printer.close()
})

type Listed = {
  readonly printers: readonly PrinterView[]
  readonly choices: Readonly<Record<string, string>>
  readonly isSetByPolicy: boolean
}

test('nobody adds, removes or chooses another one, an administrator neither, and with an empty list all is saved as files', async () => {
  const refused = { ok: false, error: { code: 'SET_BY_BANK' } }
  for (const who of ['teller', 'admin'] as const) {
    const at = withPolicyPrinters(workplace.as(who).state, [])
    const way = { by: 'ESCPOS', address: '127.0.0.1', roll: '80' } as const
    expect(await dispatch(at, 'printers.add', { name: 'Mine', way })).toMatchObject(refused)
    expect(await dispatch(at, 'printers.remove', { printerId: randomUUID() })).toMatchObject(refused)
    expect(await dispatch(at, 'printers.choose', { paper: 'RECEIPT', printerId: null })).toMatchObject(
      refused,
    )
    expect(await dispatch(at, 'printers.list', {})).toMatchObject({
      value: { printers: [], choices: { RECEIPT: null } },
    })
  }
})

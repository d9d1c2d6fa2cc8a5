import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { type CallName, contract } from '../../shared/contract.ts'
import type { LargeWork, Operation } from '../../shared/contract/define.ts'
import { work } from '../../shared/contract/fields.ts'
import { asBytes, csvOf, payerAndPayees, postFile } from '../support/payments.ts'
import { openSanctions } from '../support/screening.ts'
import { approvedChange } from '../support/keys.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { newDocument } from '../support/documents.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { newCustomer } from '../support/customers.ts'

/** Work that may take longer than a second is shown and can be ended: docs/large-work.md, the contract, and what is done. */

const ROOT = join(import.meta.dirname, '../..')
const large = (Object.entries(contract) as [CallName, Operation][]).flatMap(
  ([name, { large: how, input, output }]) => (how === undefined ? [] : [{ name, how, input, output }]),
)
const byName = ([a = '']: string[], [b = '']: string[]) => (a < b ? -1 : 1)
const named = (by: LargeWork['by']) => large.filter(({ how }) => how.by === by)

test('the page names every large call with its way to show itself, and no other', async () => {
  const page = await readFile(join(ROOT, 'docs/large-work.md'), 'utf8')
  const table = page.slice(page.indexOf('## In the window'), page.indexOf('## What is not divided'))
  const rows = Array.from(table.matchAll(/^\| `([\w.]+)` \|[^|]+\| (WORK|STEPS|OWN)\b/gm), ([, name, by]) => [
    name,
    by,
  ])
  expect(rows).toEqual(large.map(({ name, how }) => [name, how.by]).toSorted(byName))
  expect(table.match(/^\| `/gm)).toHaveLength(rows.length)
})

const program = globSync('electron/**/*.ts', { cwd: ROOT })
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n')
const fieldsOf = (schema: unknown) => Object(Object(schema).shape)

/** Whether a call has what its way to show itself needs. */
function isShown({ how, input, output }: (typeof large)[number]): boolean {
  if (how.by === 'STEPS') return [how.done, how.of].every((field) => field in fieldsOf(output))
  if (how.by === 'OWN') return Object.hasOwn(contract, how.ended) && program.includes(`'${how.told}'`)
  const field: unknown = fieldsOf(input).work
  return field === work || Object(field).def?.innerType === work
}

test('each has what its way needs: an id in its input, counts in its answer, or an event and a call that ends it', () => {
  expect(large.filter((call) => !isShown(call)).map(({ name }) => name)).toEqual([])
})

const workplace = await workplaceForFile()
const { branch } = workplace
const PEOPLE = Array.from({ length: 501 }, (_, n) => ({ name: `Olga Nowhere ${n}` }))
const UN_ENTRY = '<INDIVIDUAL><FIRST_NAME>Olga</FIRST_NAME></INDIVIDUAL>'
const UN_LIST = `<CONSOLIDATED_LIST><INDIVIDUALS>${UN_ENTRY.repeat(4_000)}</INDIVIDUALS></CONSOLIDATED_LIST>`
const openDays = async () =>
  (await branch.database.superuser.query('SELECT 1 FROM corex.business_days WHERE closed_at IS NULL'))
    .rowCount

type Case = {
  readonly who: 'supervisor' | 'admin'
  readonly input: () => Promise<object>
  /** What stands after it was ended. */
  readonly left?: () => Promise<void>
}

/** Exports of archives are ended in test/archives/years.test.ts, which has years. */
const CASES: Readonly<Record<string, Case>> = {
  'accounts.exportStatement': {
    who: 'supervisor',
    input: async () => ({
      accountId: await openNewCustomersAccount(branch),
      format: 'PDF',
      from: null,
      to: null,
    }),
  },
  'printers.preview': {
    who: 'supervisor',
    input: async () => ({
      paper: { of: 'STATEMENT', accountId: await openNewCustomersAccount(branch), from: null, to: null },
    }),
  },
  'books.exportJournal': {
    who: 'supervisor',
    input: async () => ({ format: 'HLEDGER', from: null, to: null }),
  },
  'branches.closeDay': {
    who: 'supervisor',
    input: async () => ({}),
    left: async () => expect(await openDays()).toBe(1),
  },
  // Both open tills, so they come after the closing of a day.
  'payments.preview': {
    who: 'supervisor',
    input: async () => {
      const { payer, numbers } = await payerAndPayees(branch)
      const content = asBytes(csvOf(numbers.map((number) => [number, '1.00'])))
      return { accountId: payer, fileName: 'salaries.csv', content }
    },
  },
  'payments.exportResult': {
    who: 'supervisor',
    input: async () => {
      const { payer, numbers } = await payerAndPayees(branch)
      const { id } = await postFile(workplace, payer, csvOf(numbers.map((number) => [number, '1.00'])))
      return { id, as: 'PDF' }
    },
  },
  'screening.previewList': {
    who: 'supervisor',
    input: async () => ({ files: [{ fileName: 'un.xml', content: new TextEncoder().encode(UN_LIST) }] }),
  },
  'screening.importList': {
    who: 'supervisor',
    input: async () => ({
      key: randomUUID(),
      list: 'Test',
      files: openSanctions(PEOPLE),
      entries: PEOPLE.length,
    }),
    left: async () =>
      expect((await workplace.as('supervisor').call('screening.lists', {})).lists).toEqual([]),
  },
  'keys.rotate': {
    who: 'admin',
    input: async () => {
      const teller = workplace.as('teller')
      const { id } = await teller.call('customers.register', newCustomer())
      await teller.call('documents.upload', newDocument(id))
      return { approvalId: await approvedChange(workplace, 'KEY_ROTATION') }
    },
    left: async () =>
      expect(await workplace.as('admin').call('keys.read', {})).toMatchObject({ underWay: true }),
  },
}

test('each call that carries the id of its work is among those that are ended here', () => {
  const here = named('WORK')
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('archives.'))
  expect(Object.keys(CASES).toSorted()).toEqual(here.toSorted())
})

test.each(Object.entries(CASES))(
  '%s says how far it is, ends when it is told to, and leaves nothing half-done',
  async (name, { who, input, left }) => {
    const [id, given, { emit }] = [randomUUID(), await input(), workplace.state]
    const told: unknown[] = []
    Object.assign(workplace.state, {
      emit: (event: string, payload: unknown) => {
        if (event !== 'work.progress') return
        told.push(payload)
        void workplace.ask('sessions.endWork', { work: id })
      },
    })
    const answer = await dispatch(workplace.as(who).state, name, { ...given, work: id })
    Object.assign(workplace.state, { emit })
    expect(answer).toEqual({ ok: false, error: { code: 'WORK_CANCELLED' } })
    expect(told).toEqual([{ id, done: expect.any(Number), of: expect.any(Number) }])
    await left?.()
  },
)

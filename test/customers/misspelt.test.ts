import { beforeAll, expect, test } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import { newCustomer } from '../support/customers.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

const PEOPLE = [
  ['Dieter', 'Wolf'],
  ['Anna Maria', 'Lindqvist-Berg'],
  ['Jan', 'Wójcik'],
  ['Δημήτριος', 'Παπαγεωργίου'],
] as const

beforeAll(async () => {
  workplace.become(branch.staff.teller)
  for (const [firstName, lastName] of PEOPLE)
    await workplace.call('customers.register', newCustomer({ firstName, lastName }))
})

const found = async (text: string) =>
  (await workplace.call('customers.search', { text })).customers.map(({ lastName }) => lastName)

test.each([
  ['two letters swapped in a short name', 'Wofl', 'Wolf'],
  ['a letter too many in a short name', 'Wollf', 'Wolf'],
  ['a mistake in each word', 'Deiter Wolff', 'Wolf'],
  ['surname first', 'Wofl Dietr', 'Wolf'],
  ['letters swapped across an accent', 'Wócjik', 'Wójcik'],
  ['a mistake in one half of a double name', 'Linqdvist', 'Lindqvist-Berg'],
  ['two names written as one', 'Annamaria', 'Lindqvist-Berg'],
  ['one name written as two', 'Lind qvist', 'Lindqvist-Berg'],
  ['a wrong third name', 'Anna Mraia Lindqist', 'Lindqvist-Berg'],
  ['in other letters', 'Papagoergiou', 'Παπαγεωργίου'],
  ['only one of two words right', 'Qxqxqx Wolf', 'Wolf'],
])('a customer is found with %s', async (_mistake, typed, lastName) => {
  expect(await found(typed)).toEqual([lastName])
})

test('nobody is found by a name that is unlike all others', async () => {
  expect(await found('Qxqxqx')).toEqual([])
  expect(await found('Qxqxqx Zvzvzv')).toEqual([])
})

test('a customer whose name is corrected is found by the new one, misspelt', async () => {
  await withClient(branch.database.admin, (client) =>
    client.query(`UPDATE corex.customers SET last_name = 'Zakrzewska' WHERE last_name = 'Wójcik'`),
  )
  expect(await found('Zakrezwska')).toEqual(['Zakrzewska'])
})

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

const register = (firstName: string, lastName: string) =>
  workplace.call('customers.register', newCustomer({ firstName, lastName }))

beforeAll(async () => {
  workplace.become(branch.staff.teller)
  for (const [firstName, lastName] of PEOPLE) await register(firstName, lastName)
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

test('a part of a name stays as long as somebody has it, and goes with a correction when nobody has', async () => {
  const { id } = await register('Ottilie', 'Wolf')
  const kept = async (...parts: string[]) => {
    const { rows } = await branch.database.superuser.query<{ part: string }>(
      'SELECT part FROM name_parts WHERE part = ANY ($1) ORDER BY part',
      [parts],
    )
    return rows.map(({ part }) => part)
  }
  await branch.database.superuser.query(
    `UPDATE customers SET first_name = 'Odile', last_name = 'Otter' WHERE id = $1`,
    [id],
  )
  expect(await kept('odile', 'otter', 'ottilie', 'wolf')).toEqual(['odile', 'otter', 'wolf'])
  // Registrations and a correction at the same moment: what is registered is found, whichever comes first.
  await Promise.all([
    register('Odile', 'Marten'),
    branch.database.superuser.query(`UPDATE customers SET first_name = 'Otilde' WHERE id = $1`, [id]),
    register('Runa', 'Otter'),
  ])
  expect(await kept('odile', 'otilde', 'otter')).toEqual(['odile', 'otilde', 'otter'])
})

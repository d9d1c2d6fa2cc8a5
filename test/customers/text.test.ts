import { expect, test } from 'vitest'
import { newCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { insertUser, newUser } from '../support/users.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** One form of each text, for keeping, for uniqueness and for search: however it was typed, it is one person. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

const register = (changes: Parameters<typeof newCustomer>[0]) =>
  workplace.as('teller').ask('customers.register', newCustomer(changes))
const found = async (text: string) =>
  (await workplace.as('teller').call('customers.search', { text })).customers.map(({ lastName }) => lastName)

const upload = (customerId: string, documentNumber: string) =>
  workplace.ask('documents.upload', newDocument(customerId, { documentNumber }))

test('a phone number is found as people say it', async () => {
  expect(await register({ lastName: 'Sjöberg', phone: '070-174 06 99' })).toMatchObject({ ok: true })
  const abroad = [
    { lastName: 'Rossi', phone: '06 6982 1234', country: 'IT' },
    { lastName: 'Nagy', phone: '06 30 123 4567', country: 'HU' },
  ]
  for (const person of abroad) expect(await register(person)).toMatchObject({ ok: true })
  for (const typed of [
    '070-174 06 99',
    '070 174 06',
    '0701740699',
    '0046701740699',
    '00 46 70 174 06 99',
    '+46 (0)70-174 06 99',
    '+46 070 174 06 99',
    '46701740699',
    '701740699',
    '(070) 174 06 99',
    '０７０-174 06 99',
    '٠٧٠١٧٤٠٦٩٩',
    '070 174 06 99 ext. 12',
  ])
    expect(await found(typed), typed).toEqual(['Sjöberg'])
  for (const typed of ['06 6982 12', '0039 06 6982', '+39 06 6982 1234'])
    expect(await found(typed), typed).toEqual(['Rossi'])
  for (const typed of ['06 30 123 4567', '+36 30 123', '0036 30 123 4567'])
    expect(await found(typed), typed).toEqual(['Nagy'])
})

test('an extension is kept beside its number, and anything else beside a number is refused', async () => {
  const extended = newCustomer({ lastName: 'Berg', phone: '08-123 456 78 ext. 12' })
  await workplace.as('teller').call('customers.register', extended)
  const stored = await workplace.call('customers.get', { customerId: extended.id })
  expect(stored.phone).toBe('+46812345678;ext=12')
  const { rows } = await database.superuser.query(
    'SELECT phone, phone_extension FROM customers WHERE id = $1',
    [extended.id],
  )
  expect(rows).toEqual([{ phone: '+46812345678', phone_extension: '12' }])
  for (const phone of ['070 174 06 05 (mother)', '070-174 06 05 / 08-123 45'])
    expect(await register({ phone }), phone).toMatchObject({ error: { code: 'PHONE_INVALID' } })
})

test('a name of invisible characters is none, and those in a name are not kept', async () => {
  expect(await register({ lastName: '\u200B\u2060\u3164' })).toMatchObject({ error: { code: 'VALIDATION' } })
  expect(await register({ lastName: '---' })).toMatchObject({ error: { code: 'NAME_WITHOUT_LETTERS' } })
  const hidden = newCustomer({
    firstName: 'A\u200Bn\u00ADna',
    lastName: ' \u202EÅ\u0308ström\u202C \u00A0Ｂerg ',
  })
  await workplace.as('teller').call('customers.register', hidden)
  expect(await workplace.call('customers.get', { customerId: hidden.id })).toMatchObject({
    firstName: 'Anna',
    lastName: 'Å\u0308ström Berg',
  })
})

test('a name that mixes letters of two alphabets that look alike is refused, with the letter', async () => {
  expect(await register({ firstName: 'Аnna' })).toMatchObject({
    error: { code: 'NAME_MIXES_ALPHABETS', details: { letter: 'n' } },
  })
  expect(await register({ firstName: 'Анна', lastName: 'Иванова' })).toMatchObject({ ok: true })
  for (const name of ['Νικόλαος', '김정은', 'محمد علي', 'สมชาย', '王伟', "O'Brien-Núñez Jr."])
    expect(await register({ firstName: null, lastName: name }), name).toMatchObject({ ok: true })
})

test('a person with one name is registered, found and shown by it', async () => {
  const one = newCustomer({ firstName: null, lastName: 'Suharto', dateOfBirth: '1961-06-08' })
  await workplace.as('teller').call('customers.register', one)
  expect(await found('suharto')).toEqual(['Suharto'])
  const { firstName: _first, ...likely } = one
  const { customers } = await workplace.call('customers.findDuplicates', {
    firstName: null,
    lastName: likely.lastName,
    dateOfBirth: likely.dateOfBirth,
    phone: null,
    email: null,
  })
  expect(customers.map(({ id }) => id)).toEqual([one.id])
})

test('a name is found in the alphabet in which it is typed, and its twin in another one is a likely duplicate', async () => {
  const ivan = { firstName: 'Иван', lastName: 'Медведев', dateOfBirth: '1970-01-02' }
  await register(ivan)
  for (const typed of ['Иван Медв', 'Ivan Medvedev', 'medvedev iv'])
    expect(await found(typed), typed).toEqual(['Медведев'])
  const twin = {
    firstName: 'Ivan',
    lastName: 'Medvedev',
    dateOfBirth: '1970-01-02',
    phone: null,
    email: null,
  }
  const { customers } = await workplace.call('customers.findDuplicates', twin)
  expect(customers).toMatchObject([{ lastName: 'Медведев' }])
})

test('an e-mail address is one address however its letters are written, national domains included', async () => {
  expect(await register({ lastName: 'Post', email: 'Post@BÜCHER.example' })).toMatchObject({ ok: true })
  for (const email of ['post@bücher.example', 'POST@xn--bcher-kva.example', 'ｐost@bu\u0308cher.example'])
    expect(await register({ email }), email).toMatchObject({ error: { code: 'EMAIL_TAKEN' } })
  for (const typed of ['Post@Bü', 'post@xn--bcher-kva.example'])
    expect(await found(typed), typed).toEqual(['Post'])
  expect(await register({ email: 'иван@почта.рф' })).toMatchObject({ ok: true })
  expect(await register({ email: 'pоst@example.com' }), 'a Cyrillic o').toMatchObject({
    error: { code: 'VALIDATION' },
  })
})

test('the e-mail address of a colleague is taken however its letters are written', async () => {
  const { email } = await insertUser(database.superuser, branch.id, { email: 'Sam.Okafor@Example.test' })
  expect(email).toBe('Sam.Okafor@Example.test')
  expect(
    await workplace.as('admin').ask('users.create', newUser({ email: 'SAM.OKAFOR@example.TEST' })),
  ).toMatchObject({ error: { code: 'EMAIL_TAKEN' } })
})

test('the number of a document is taken also by its twin in dashes, full-width letters, or letters that look alike', async () => {
  const [first, second] = [newCustomer({ lastName: 'Alm' }), newCustomer({ lastName: 'Ek' })]
  for (const customer of [first, second]) await workplace.as('teller').call('customers.register', customer)
  expect(await upload(first.id, 'AB-1234567')).toMatchObject({ ok: true })
  for (const twin of ['ab 1234567', 'ＡＢ１２３４５６７', 'АВ1234567', 'A\u200BB1234567', 'AB١٢٣٤٥٦٧'])
    expect(await upload(second.id, twin), twin).toMatchObject({ error: { code: 'DOCUMENT_NUMBER_TAKEN' } })
})

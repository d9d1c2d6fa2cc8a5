import { expect, test } from 'vitest'
import { users } from '../../i18n/en/users.ts'
import { blankUser, createUserSchema } from './create-user-schema.ts'
import { permissionsByArea } from './permissions.ts'
import { makePassword } from './temporary-password.ts'
import { contract } from '../../../shared/contract.ts'

test('a made password is four groups that can be read aloud, and never the same twice', () => {
  const made = Array.from({ length: 200 }, () => makePassword())
  for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
  expect(new Set(made).size).toBe(made.length)
})

test('bytes that would make some letters likelier are discarded', () => {
  let byte = 255
  const password = makePassword((bytes) => bytes.fill(byte--))
  expect(password).toBe('9999-9999-9999-9999')
})

test('a new user has no role until one is chosen, and is not made without', () => {
  const typed = {
    ...blankUser,
    fullName: 'Bo Berg',
    username: 'bberg',
    email: 'bo.berg@example.test',
    temporaryPassword: makePassword(),
  }
  expect(createUserSchema.safeParse(typed).error?.issues).toMatchObject([
    { path: ['role'], message: users.create.roleMissing },
  ])
  expect(createUserSchema.safeParse({ ...typed, role: 'AUDITOR' }).data).toMatchObject({ role: 'AUDITOR' })
})

test('the matrix shows every call of the contract once, with a word for its area', () => {
  const areas = permissionsByArea()
  const shown = areas.flatMap(({ permissions }) => permissions.map(({ name }) => name))
  expect(shown.toSorted()).toEqual(Object.keys(contract).toSorted())
  for (const { area } of areas) expect(Object.keys(users.area)).toContain(area)
})

test('the matrix says what the contract says', () => {
  const all = permissionsByArea().flatMap(({ permissions }) => permissions)
  const of = (name: string) => all.find((permission) => permission.name === name)
  expect(of('documents.approve')).toEqual({
    name: 'documents.approve',
    anyone: false,
    roles: ['SUPERVISOR'],
  })
  expect(of('sessions.signIn')?.anyone).toBe(true)
  expect(of('sessions.lock')?.roles).toContain('TELLER')
})

import { expect, test } from 'vitest'
import { missingIn } from './missing-in.ts'
import { blankRegistration } from './person-schema.ts'

test('an empty registration names every field that is needed, in the order of the form', () => {
  expect(missingIn(blankRegistration(''))).toEqual([
    'firstName',
    'lastName',
    'dateOfBirth',
    'country',
    'phone',
    'address',
    'city',
    'nationality',
    'taxResidences',
  ])
})

test('what is filled in is needed no more, and neither is the first name of somebody with one name', () => {
  const typed = { ...blankRegistration('SE'), oneName: true, lastName: 'Suparno', phone: ' ' }
  expect(missingIn({ ...typed, taxResidences: [{ country: 'SE' }] })).toEqual([
    'dateOfBirth',
    'phone',
    'address',
    'city',
    'nationality',
  ])
})

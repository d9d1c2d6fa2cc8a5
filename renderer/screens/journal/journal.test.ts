import { expect, test } from 'vitest'
import { findOf } from './filters.ts'

test('one field reads a reference, the number of an account or a customer, and a name', () => {
  expect(findOf(' t261126-000012 ')).toEqual({ reference: 'T261126-000012' })
  expect(findOf('4017-0000-06')).toEqual({ accountNumber: '4017000006' })
  expect(findOf('C-10000081')).toEqual({ customerNumber: 'C-10000081' })
  expect(findOf('Maria D')).toEqual({ person: 'Maria D' })
  expect(findOf('  ')).toEqual({})
})

import { expect, test } from 'vitest'
import { ASKS } from '../../../test/support/customers.ts'
import { documentView } from '../../../test/support/documents.ts'
import { rejectedLast } from './rejected-last.ts'

const rejected = (id: string, minute: number) =>
  documentView({ id, status: 'REJECTED', uploadedAt: `2026-11-22T10:0${minute}:00Z` })

test('the last document that was rejected is told until another one of its kind waits or is approved', () => {
  const twice = [rejected('new', 2), rejected('old', 1)]
  const bill = documentView({ id: 'bill', documentType: 'UTILITY_BILL', status: 'REJECTED' })
  expect(rejectedLast([...twice, bill], ASKS).map(({ id }) => id)).toEqual(['new', 'bill'])
  expect(
    rejectedLast([...twice, documentView({ status: 'PENDING' }), bill], ASKS).map(({ id }) => id),
  ).toEqual(['bill'])
})

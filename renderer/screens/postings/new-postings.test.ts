import { expect, it } from 'vitest'
import type { StatementLine } from '../../../shared/contract/accounts.ts'
import { newEntries } from './new-postings.ts'

const line = (entryId: string): StatementLine => ({
  entryId,
  transactionId: entryId,
  reference: entryId,
  businessDate: '2026-11-22',
  postedAt: '2026-11-22T10:00:00Z',
  transactionType: 'DEPOSIT',
  description: null,
  side: 'CREDIT',
  amount: '1.00',
  balanceAfter: '1.00',
})

it('marks only the postings that were not there before', () => {
  expect([...newEntries([line('a')], [line('b'), line('a')])]).toEqual(['b'])
  expect([...newEntries([line('a'), line('b')], [line('a')])]).toEqual([])
})

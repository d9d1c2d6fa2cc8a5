import { expect, it } from 'vitest'
import { statementLine } from '../../../test/support/postings.ts'
import { newEntries } from './new-postings.ts'

const line = (entryId: string) => statementLine({ entryId })

it('marks only the postings that were not there before', () => {
  expect([...newEntries([line('a')], [line('b'), line('a')])]).toEqual(['b'])
  expect([...newEntries([line('a'), line('b')], [line('a')])]).toEqual([])
})

import { expect, test } from 'vitest'
import { hookResult } from '../../../test/support/hook-result.ts'
import { createQueryClient } from '../../calls/use-call.ts'
import { EVERYTHING } from './statement-filter.ts'
import { useStatement } from './use-statement.ts'

test('what is looked for has no sums before anything is answered', () => {
  const filter = { ...EVERYTHING, find: 'rent' }
  const { lines, totals } = hookResult(createQueryClient(), () => useStatement('an account', filter))
  expect({ lines, totals }).toEqual({ lines: { state: 'loading' }, totals: null })
})

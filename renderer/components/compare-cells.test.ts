import { expect, it } from 'vitest'
import { compareCells } from './compare-cells.ts'

it('sorts references, tills and account numbers of different lengths by their numbers', () => {
  for (const sorted of [
    ['T261126-999999', 'T261126-1000000', 'T261126-1000001', 'T261127-1000002'],
    ['Till 1', 'Till 2', 'Till 10'],
    ['9999999994', '10000000009'],
    [9n, 10n, 11n],
  ])
    expect(sorted.toReversed().toSorted(compareCells)).toEqual(sorted)
})

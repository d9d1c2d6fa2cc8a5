import { describe, expect, test } from 'vitest'
import type { ScannerView } from '../../../shared/contract/scanners.ts'
import { offeredBy, possibleChoice, type ScanChoice } from './scan-choice.ts'

const scanner = (id: string, changes: Partial<ScannerView> = {}): ScannerView => ({
  id,
  name: `Scanner ${id}`,
  address: 'http://10.0.0.9/eSCL',
  sources: [
    { source: 'FLATBED', colours: ['COLOUR', 'GREY'], resolutions: [200, 300, 600] },
    { source: 'FEEDER', colours: ['GREY'], resolutions: [200] },
  ],
  ...changes,
})
const last: ScanChoice = { scannerId: 'b', source: 'FEEDER', colour: 'COLOUR', dpi: 600 }

describe('what a document is scanned with', () => {
  test('is nothing where no scanner is known', () => {
    expect(possibleChoice([], last)).toBeNull()
    expect(offeredBy(undefined, last)).toBeNull()
  })

  test('is the first scanner, its glass, colour and 300 dots per inch', () => {
    expect(possibleChoice([scanner('a'), scanner('b')], null)).toEqual({
      scannerId: 'a',
      source: 'FLATBED',
      colour: 'COLOUR',
      dpi: 300,
    })
  })

  test('is what was chosen last, as far as that scanner can', () => {
    expect(possibleChoice([scanner('a'), scanner('b')], last)).toEqual({
      scannerId: 'b',
      source: 'FEEDER',
      colour: 'GREY',
      dpi: 200,
    })
  })

  test('leaves the resolution to a scanner that names none', () => {
    const silent = scanner('a', { sources: [{ source: 'FEEDER', colours: ['GREY'], resolutions: [] }] })
    expect(possibleChoice([silent], null)).toMatchObject({ source: 'FEEDER', dpi: 300 })
    expect(offeredBy(silent, null)?.resolutions).toEqual([])
  })
})

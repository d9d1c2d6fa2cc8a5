import { expect, test } from 'vitest'
import { MRZ_CHARACTERS, remainderOf } from '../../shared/mrz/characters.ts'
import { readFields } from '../../shared/mrz/read-fields.ts'
import { judgeField } from '../../shared/mrz/vouched.ts'
import { CLASSES } from '../../electron/reading/mrz/cell-size.ts'
import type { ReadZone } from '../../electron/reading/mrz/zone-reading.ts'
import { settle } from '../../electron/reading/mrz/settle.ts'

/** The specimen of ICAO 9303-4, appendix A, whose number is L898902C3, with a letter where its nought is. */
const LINES = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8989O2C36UTO7408122F1204159ZE184226B<<<<<10']

/** What is seen of a cell: the character of LINES, but for one cell of which this is seen. */
function cellOf(character: string, shares: Readonly<Record<string, number>>): Float64Array {
  const cell = new Float64Array(CLASSES)
  for (const [each, share] of Object.entries({ [character]: 1, ...shares }))
    cell[MRZ_CHARACTERS.indexOf(each)] = share
  return cell
}

function zoneIn(shares: Readonly<Record<string, number>>): ReadZone {
  const likely = LINES.map((line, i) =>
    Array.from(line, (character, column) => cellOf(character, i === 1 && column === 5 ? shares : {})),
  )
  const seen = LINES.map((line, i) =>
    Array.from(line, (character, column) => ({
      character,
      confidence: i === 1 && column === 5 ? (shares[character] ?? 1) : 1,
      next: '<',
      nextConfidence: 0,
      remainders: Array.from({ length: 10 }, (_, at) => (at === remainderOf(character) ? 1 : 0)),
    })),
  )
  const { fields, isCompositeRight } = readFields('TD3', LINES)
  return { format: 'TD3', lines: LINES, seen, likely, fields, isCompositeRight, sureness: 1, digits: 0.6 }
}

const numberAfter = (seen: ReadZone['seen']) => {
  const lines = seen.map((cells) => cells.map(({ character }) => character).join(''))
  const { number } = readFields('TD3', lines).fields
  if (number === undefined) throw new Error('The specimen has a number.')
  return judgeField(number, seen)
}

test('of two characters that were both seen in a cell the digit decides, and then vouches for nothing', () => {
  const zone = zoneIn({ O: 0.55, '0': 0.4 })
  expect(numberAfter(zone.seen)).toMatchObject({ text: 'L8989O2C3', vouching: 'contradicted' })
  expect(numberAfter(settle(zone))).toMatchObject({ text: 'L898902C3', vouching: 'unvouched' })
})

test('what was hardly seen is no other reading: the field stays as it was read, and contradicted', () => {
  const zone = zoneIn({ O: 0.95, '0': 0.03 })
  expect(settle(zone)).toBe(zone.seen)
})

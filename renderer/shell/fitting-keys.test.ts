import { expect, test } from 'vitest'
import { fittingKeys, type MeasuredKey } from './fitting-keys.ts'

const key = (name: string, yields: MeasuredKey['yields']): MeasuredKey => ({ name, yields, width: 96 })
const KEYS = [
  key('F1', 'never'),
  key('F8', 'frame'),
  key('F9', 'frame'),
  key('T', 'minor'),
  key('A', 'never'),
  key('R', 'never'),
]
const shown = (room: number) => fittingKeys(KEYS, room).map(({ name }) => name)

test('where not all keys have room, those of the frame go first, then those that matter less, and no other', () => {
  expect(shown(596)).toEqual(['F1', 'F8', 'F9', 'T', 'A', 'R'])
  expect(shown(595)).toEqual(['F1', 'F8', 'T', 'A', 'R'])
  expect(shown(396)).toEqual(['F1', 'T', 'A', 'R'])
  expect(shown(395)).toEqual(['F1', 'A', 'R'])
  expect(shown(1)).toEqual(['F1', 'A', 'R'])
})

import { expect, test } from 'vitest'
import type { Page } from '../../../../shared/reading/page.ts'
import { contentOf, currentOf, fileEntry, filesOf, moved, pageEntries, selectedOf, undone } from './entry.ts'

const page = (bytes: number): Page => ({
  jpeg: new Uint8Array(bytes),
  width: 300,
  height: 200,
  faults: [],
  corners: null,
})
const made = pageEntries(fileEntry('a', 'card.pdf'), [page(1), page(2)], [])
const [front, back] = made
if (front === undefined || back === undefined) throw new Error('Two pages')

test('the pages of a file stand in its order, each with a name that tells them apart', () => {
  expect(made.map(({ id, name }) => [id, name])).toEqual([
    ['a 1', 'card.pdf 1'],
    ['a 2', 'card.pdf 2'],
  ])
})

test('the pages of one file are one file that is not uploaded yet', () => {
  expect(filesOf([...made, fileEntry('b', 'back.png')])).toEqual(['card.pdf', 'back.png'])
})

test('a page changes its place, and stays where it is at the ends', () => {
  expect(moved(made, 'a 2', -1)).toEqual([back, front])
  expect(moved(made, 'a 2', 1)).toEqual(made)
  expect(moved(made, 'a 1', -1)).toEqual(made)
})

test('undoing takes the last edit away, and never the page as it came', () => {
  const edit = { corners: null, quarters: 1 }
  const twice = {
    ...front,
    versions: [...front.versions, { edit, page: page(3), readings: [] }] as const,
  }
  expect(currentOf(twice).page).toEqual(page(3))
  expect(undone(twice)).toEqual(front)
  expect(undone(undone(twice))).toEqual(front)
})

test('a file that cannot be taken has nothing to hand in, one whose pages were not waited for has itself', () => {
  const content = new Uint8Array(5)
  const file = {
    ...fileEntry('b', 'b.png'),
    chosen: { name: 'b.png', mediaType: 'image/png', content },
  } as const
  expect(contentOf({ ...file, stopped: true })).toBe(content)
  expect(contentOf({ ...file, problem: 'Damaged' })).toBeNull()
})

test('when the page that was looked at is gone, another one is shown', () => {
  expect(selectedOf(made, 'a 2')).toBe(back)
  expect(selectedOf([front], 'a 2')).toBe(front)
  expect(selectedOf([], 'a 2')).toBeUndefined()
})

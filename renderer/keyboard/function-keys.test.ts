import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What a function key does must not depend on the screen that happens to be shown: hands learn it once. */

const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  F1: ['help', 'close'],
  F2: ['customerKey', 'postings:customerKey', 'search', 'find', 'openCustomer'],
  F3: ['vault:moveKey'],
  F7: ['reverse', 'postings:reverse'],
  F8: ['statement', 'postings:statement', 'number'],
  F9: ['nav.documents', 'shell:nav.documents'],
  F11: ['camera.open', 'camera.take'],
  F12: ['specimens.hide', 'specimens.show'],
  F10: ['nav.tills', 'shell:nav.tills', 'holding.count', 'title'],
}

const root = join(import.meta.dirname, '..')
const sources = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.includes('.test.'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

/** The words of each binding of a function key: the texts between its name and what it runs. */
const bindings = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\b(F\d+): \{\s*label: ([^]*?),\s*run:/g)].flatMap(([, key = '', label = '']) =>
    [...label.matchAll(/'([\w:.]+)'/g)].map(([, word = '']) => ({ file, key, word })),
  ),
)

test('a function key means one thing, whatever screen is shown', () => {
  expect(bindings.length).toBeGreaterThan(12)
  expect(bindings.filter(({ key, word }) => !MEANINGS[key]?.includes(word))).toEqual([])
})

test('F4, F5 and F6 are the slips of the counter and nothing else', () => {
  const slips = sources.filter(({ text }) => /key: 'F\d+'/.test(text)).map(({ file }) => file)
  expect(slips).toEqual(['screens/postings/slip-kinds.ts'])
  expect(bindings.filter(({ key }) => ['F4', 'F5', 'F6'].includes(key))).toEqual([])
})

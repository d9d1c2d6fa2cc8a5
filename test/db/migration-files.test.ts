import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { codeHash, readCode } from '../../electron/db/code.ts'
import { hashOf, newestCodeMarker, statementsOf } from '../../electron/db/migration-files.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

it('a hash is the same whether a checkout ends lines by LF or by CR LF', () => {
  expect(hashOf('SELECT 1;\r\nSELECT 2;\r\n')).toBe(hashOf('SELECT 1;\nSELECT 2;\n'))
  expect(hashOf('SELECT 1;\n')).not.toBe(hashOf('SELECT 2;\n'))
})

it('the newest marker of the code is the last one by its number', () => {
  expect(newestCodeMarker(['0009-kinds', '0010-code', '0011-code-words', '0012-code', '0013-holds'])).toBe(
    '0012-code',
  )
  expect(newestCodeMarker(['0009-kinds'])).toBeUndefined()
})

it('the hash of the code follows from what stands in which file, in whatever order it was read', () => {
  const [a, b] = [
    { path: 'common/a.sql', text: 'SELECT 1' },
    { path: 'common/b.sql', text: 'SELECT 2' },
  ]
  expect(codeHash([b, a])).toBe(codeHash([a, b]))
  expect(
    codeHash([
      { ...a, text: b.text },
      { ...b, text: a.text },
    ]),
  ).not.toBe(codeHash([a, b]))
  expect(codeHash([a, { ...b, path: 'vault/b.sql' }])).not.toBe(codeHash([a, b]))
})

it('code in a folder that is none of the areas is refused by its name, not left out', async () => {
  await using folder = await temporaryFolder()
  await cp(join(MIGRATIONS, 'code'), folder.path, { recursive: true })
  await mkdir(join(folder.path, 'holds'))
  await expect(readCode(folder.path)).rejects.toThrow('code/holds')
})

it('a script is parted into its statements, and neither a text, a comment nor the body of a function ends one', () => {
  const made =
    "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$\nDECLARE\n  a text := ';';\nBEGIN RETURN a;\nEND $$"
  const parted = statementsOf(
    `-- One; and another.\n${made};\n\nDROP INDEX i; -- the last;\nSELECT 'it''s; one';\n`,
  )
  expect(parted).toEqual([
    `-- One; and another.\n${made}`,
    'DROP INDEX i',
    "-- the last;\nSELECT 'it''s; one'",
  ])
})

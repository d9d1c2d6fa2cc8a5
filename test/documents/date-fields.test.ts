import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTypedDate } from '../../renderer/components/typed-date.ts'

const root = join(import.meta.dirname, '../..')

test('every date is read by the one date field, whose years have four digits', () => {
  expect(readTypedDate('42031-01-01').kind).toBe('unread')
  const native = globSync('renderer/**/*.tsx', { cwd: root })
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
    .filter(({ text }) => text.includes('type="date"'))
  expect(native.map(({ file }) => file.replaceAll('\\', '/'))).toEqual([
    'renderer/components/form/date-input.tsx',
  ])
  expect(native[0]?.text).toContain('max="9999-12-31"')
})

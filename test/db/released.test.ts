import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeHash, readCode } from '../../electron/db/code.ts'
import { hashInMarker, newestCodeMarker, readMigrations } from '../../electron/db/migration-files.ts'
import { SCHEMA } from '../../electron/build.ts'
import { readReleasedHashes } from '../../tools/released-hashes.ts'
import { MIGRATIONS } from '../support/cluster.ts'

const migrations = await readMigrations(MIGRATIONS)
const code = await readCode(join(MIGRATIONS, 'code'))
const newest = newestCodeMarker(migrations.map(({ name }) => name))
const withoutComments = (text: string) => text.replaceAll(/--.*/g, '')

describe('a released migration', () => {
  it('is as it was: databases that ran another text refuse to start', async () => {
    const released = await readReleasedHashes(MIGRATIONS)
    const changed = migrations.filter(({ name, hash }) => (released.get(`${name}.sql`) ?? hash) !== hash)
    expect(
      changed.map(({ name }) => name),
      'put it back and write a new migration; only one that nobody has run may have its line in hashes.txt replaced',
    ).toEqual([])
    const missing = [...released.keys()].filter(
      (file) => !migrations.some(({ name }) => file === `${name}.sql`),
    )
    expect(missing, 'databases have it on record: put it back').toEqual([])
  })

  it('has its hash on record, except the newest marker, which carries that of code/', async () => {
    const released = await readReleasedHashes(MIGRATIONS)
    const unrecorded = migrations.filter(({ name }) => !released.has(`${name}.sql`)).map(({ name }) => name)
    expect(unrecorded, 'run `npm run hashes:db`').toEqual([newest])
  })

  it.each(migrations)('$name makes no code and calls none', ({ text }) => {
    // Rows that get their value in a new column are not changed by anybody: their triggers rest meanwhile. A function that computes
    // such values and is dropped again by the same migration is no code of the database, and neither is one that an index of it rests on: it
    // never changes.
    const statements = withoutComments(text)
      .replaceAll(
        /ALTER TABLE ([\w.%$]+) DISABLE TRIGGER USER;([^;]*;)\s*ALTER TABLE \1 ENABLE TRIGGER USER;/g,
        '$2',
      )
      .replaceAll(/CREATE FUNCTION (\w+)\([^$]*\$\$[^$]*\$\$;([^$]*?)DROP FUNCTION \1\([^)]*\);/g, '$2')
      .replaceAll(
        /CREATE OR REPLACE FUNCTION (\w+)\([^$]*\bIMMUTABLE\b[^$]*\$\$[^$]*\$\$;(?=[^$]*\bINDEX\b[^;]*\b\1\()/g,
        '',
      )
    expect(statements).not.toMatch(
      /\bCREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?(FUNCTION|PROCEDURE|AGGREGATE|TRIGGER|POLICY)\b/i,
    )
    expect(statements).not.toMatch(
      /\b(GRANT|REVOKE|ROW\s+LEVEL\s+SECURITY|(ENABLE|DISABLE)(\s+\w+)?\s+TRIGGER)\b/i,
    )
    const functions = code.flatMap((file) =>
      [...file.text.matchAll(/^CREATE OR REPLACE FUNCTION (\w+)\(/gm)].map(([, name = '']) => name),
    )
    expect(functions.length).toBeGreaterThan(50)
    expect(functions.filter((name) => new RegExp(`\\b${name}\\s*\\(`).test(statements))).toEqual([])
  })
})

describe('a marker of a release of the code', () => {
  it('carries the hash of code/, if it is the newest', () => {
    const text = migrations.find(({ name }) => name === newest)?.text ?? ''
    expect(
      hashInMarker(text),
      'code/ changed: make a new marker NNNN-code.sql (until 1.0 the newest may be kept), then run `npm run hashes:db`',
    ).toBe(codeHash(code))
  })

  it('is what the application says it was made for, if it is the newest', () => {
    expect(SCHEMA).toBe(newest)
  })

  it('holds nothing but its reason, its hash and the oldest release that it serves', () => {
    const markers = migrations.filter(({ name }) => name.endsWith('-code'))
    expect(markers.length).toBeGreaterThan(0)
    expect(markers.filter(({ text }) => withoutComments(text).trim() !== '')).toEqual([])
    expect(markers.filter(({ text }) => hashInMarker(text) === undefined)).toEqual([])
  })
})

describe('code/', () => {
  it('is applied in the stated order', () => {
    const paths = code.map(({ path }) => path)
    const kinds = paths.map(
      (path) => /(?:drops|triggers|policies|grants)\.sql$/.exec(path)?.[0] ?? 'function',
    )
    expect([...paths.slice(0, 2), ...paths.slice(-2)]).toEqual([
      'before.sql',
      'functions.sql',
      'after.sql',
      'rows.sql',
    ])
    expect([...new Set(kinds.slice(2, -2))]).toEqual([
      'drops.sql',
      'function',
      'triggers.sql',
      'policies.sql',
      'grants.sql',
    ])
    expect(paths.find((path) => !/(?:before|functions|drops)\.sql$/.test(path))).toMatch(/^common\//)
  })

  it('is of small files, and replaces functions, so that it can be applied again', () => {
    const read = code.map(({ path, text }) => ({ path, statements: withoutComments(text), text }))
    expect(read.filter(({ text }) => text.split('\n').length > 120).map(({ path }) => path)).toEqual([])
    expect(read.filter(({ statements }) => /\bCREATE\s+FUNCTION\b/i.test(statements))).toEqual([])
  })
})

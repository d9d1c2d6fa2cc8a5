import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** How SQL is written here, as CONTRIBUTING.md says it under "SQL". */

const LONGEST_LINE = 140
/** Released before the rule, and so never changed. */
const WITH_LONG_LINES = ['migrations/0006-accounts-and-ledger.sql']

/** Words that PostgreSQL reserves and that are not used as names here. Types, functions, true and false are small. */
const KEYWORDS =
  `add all alter and any array as asc begin between by cascade case cast check collate column comment commit
  constraint create cross database declare default deferrable deferred delete desc distinct drop else elsif end
  enum except exception execute exists filter for force foreach foreign from full function generated grant group
  having if immutable in index inherit inner insert into is join language lateral left like limit loop not notice null of
  offset on or order outer over perform policy primary procedure publication raise references replace
  restrict return returning returns revoke rollback row schema security select set setof stable strict superuser
  table temporary then to truncate union unique update using values view volatile when where while window
  with without`
    .split(/\s+/)
    .filter((word) => word !== '')

type Script = { file: string; text: string }

/** The text with comments and quoted strings blanked out, line for line; what stands between `$$` remains. */
function bare(text: string): string {
  return text.replace(/--[^\n]*|'(?:[^']|'')*'|"[^"]*"/g, (part) =>
    part.startsWith('--') ? '' : part.replace(/[^\n]/g, ' '),
  )
}

/** Lines that match, as `file:line text`. */
function linesOf({ file, text }: Script, isFault: (line: string) => boolean): string[] {
  return text.split('\n').flatMap((line, i) => (isFault(line) ? [`${file}:${i + 1} ${line.trim()}`] : []))
}

const smallKeyword = new RegExp(String.raw`(?<![.\w])(?:${KEYWORDS.join('|')})(?![.\w(])`)

/** What stands between CREATE FUNCTION and the function's body. */
const functionHeads = (text: string) => [
  ...text.matchAll(
    /CREATE (?:OR REPLACE )?FUNCTION ([\w.]+)\b([\s\S]*?)(?:\bAS \$|\bRETURN\b|\bBEGIN ATOMIC\b)/g,
  ),
]

const rules: Record<string, (script: Script) => string[]> = {
  'starts with a comment that says what it is for': ({ file, text }) =>
    text.startsWith('-- ') ? [] : [file],
  'ends with one line feed and has no tab and no blank at the end of a line': (script) => [
    ...linesOf(script, (line) => /\t|[ \r]$/.test(line)),
    ...(/[^\n]\n$/.test(script.text) ? [] : [script.file]),
  ],
  [`has no line beyond ${LONGEST_LINE} characters`]: (script) =>
    linesOf(script, (line) => line.length > LONGEST_LINE && !WITH_LONG_LINES.includes(script.file)),
  'is indented by two blanks a step, or aligned with the condition above': (script) =>
    linesOf(script, (line) => /^(?: {2})* (?!AND |OR |WHEN |ELSE )\S/.test(line)),
  'writes keywords in capitals': ({ file, text }) =>
    linesOf({ file, text: bare(text) }, (line) => smallKeyword.test(line)),
  'gives every function its own search path': ({ file, text }) =>
    functionHeads(text)
      .filter(([, , head = '']) => !/\bSET search_path = pg_catalog\b/.test(head))
      .map(([, name]) => `${file} ${name}`),
  // A row variable of the table's own type has the table's columns, whatever they are.
  'names the columns that it inserts': ({ file, text }) =>
    linesOf({ file, text: bare(text) }, (line) =>
      /\bINSERT INTO [\w.]+ (?:VALUES|SELECT (?!\w+\.\*;))/.test(line),
    ),
  'builds dynamic SQL by format() only': (script) =>
    linesOf(script, (line) =>
      /\bEXECUTE (?!format\(|\$|FUNCTION\b|PROCEDURE\b|ON\b|'[^']*';)/.test(bare(line)),
    ),
}

const root = join(import.meta.dirname, '..')
const scripts = globSync('migrations/**/*.sql', { cwd: root }).map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(join(root, file), 'utf8'),
}))

describe('every script', () => {
  test.each(Object.entries(rules))('%s', (_rule, faultsOf) => {
    expect(scripts.length).toBeGreaterThan(8)
    expect(scripts.flatMap(faultsOf)).toEqual([])
  })
})

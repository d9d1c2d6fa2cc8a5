import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ERRORS, isAnyCallError, isErrorCode } from '../../shared/errors.ts'

/** The table of errors and the places that raise them agree, also in SQL, which no compiler checks. */

const root = join(import.meta.dirname, '../..')
const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))

/** Refusals that no use case can cause. They are not in the table, so the window would see INTERNAL. */
const GUARDS = [
  'APPEND_ONLY',
  'DERIVED_UNDER_PERSON',
  'ENTRIES_UNBALANCED',
  'ONE_CHANGE_A_TRANSACTION',
  'LOOK_NOT_RECORDED',
  'NOT_COMMITTED',
  'TOO_MANY_LEGS',
  'TOO_MANY_POSTINGS',
  'WRONG_DURABILITY',
  'WRONG_ISOLATION',
]

/** The arguments of the call whose opening parenthesis is at `start`, split at its own commas. */
function argumentsAt(text: string, start: number): string[] {
  const found = ['']
  let depth = 0
  for (let at = start + 1; depth > 0 || text[at] !== ')'; at++) {
    const character = text[at] ?? expect.unreachable('A parenthesis is not closed')
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (character === ',' && depth === 0) found.push('')
    else found.push(`${found.pop() ?? ''}${character}`)
  }
  return found.map((argument) => argument.trim())
}

const literal = (sql: string) => /^'(\w+)'$/.exec(sql)?.[1] ?? null

type Facts = readonly (string | null)[]
type Raised = { readonly code: string | null; readonly facts: Facts }

function raisedIn(sql: string): { readonly expression: string; readonly facts: Facts }[] {
  const calls = sql.replaceAll(/--.*$/gm, '').matchAll(/(?<!FUNCTION (?:corex\.)?)\brefuse\(/g)
  return [...calls].map(({ input, index, 0: call }) => {
    const [code = '', facts = 'jsonb_build_object()'] = argumentsAt(input, index + call.length - 1)
    const names = facts.startsWith('jsonb_build_object(')
      ? argumentsAt(facts, facts.indexOf('(')).filter((_, at) => at % 2 === 0)
      : [facts]
    return { expression: code, facts: names.filter((name) => name !== '').map(literal) }
  })
}

/** What a credit or a debit of an account is refused with is a column of account_kinds. */
function ofAccountKinds(sql: string): string[] {
  const [rows = ''] = /INSERT INTO account_kinds[^;]*;/.exec(sql) ?? []
  return [...rows.matchAll(/, (\w+|'\w+'), (\w+|'\w+')\)/g)]
    .flatMap(([, debit = '', credit = '']) => [debit, credit])
    .flatMap((value) => literal(value) ?? [])
}

const sources = read('migrations/**/*.sql')
const kinds = sources.flatMap(ofAccountKinds)
const inSql = sources.flatMap(raisedIn).flatMap(({ expression, facts }): Raised[] => {
  // How much is in a till is not said: it is refused by name before the others of its kind.
  const ofKinds = kinds.filter((code) => code !== 'TILL_SHORT_OF_CASH')
  const codes = /^(kind|line)\.(debit|credit)_refusal$/.test(expression) ? ofKinds : [literal(expression)]
  return codes.map((code) => ({ code, facts }))
})
const refusals = inSql.filter(({ code }) => code === null || !GUARDS.includes(code))
const typescript = [...read('electron/**/*.ts'), ...read('shared/**/*.ts')].join('\n')
const constraints = read('electron/db/refusal.ts').join('\n')
const dispatcher = read('electron/ipc/dispatch.ts').join('\n')

const inOrder = (facts: readonly (string | null)[]) =>
  facts
    .map(String)
    .toSorted((a, b) => a.localeCompare(b))
    .join()
const declared = (code: string | null) => (code !== null && isErrorCode(code) ? inOrder(ERRORS[code]) : null)

const isRaised = (code: string) =>
  refusals.some((refusal) => refusal.code === code) ||
  typescript.includes(`fail('${code}'`) ||
  constraints.includes(`'${code}'`) ||
  (isAnyCallError(code) && dispatcher.includes(`'${code}'`))

test('the reader of SQL finds codes and facts', () => {
  const sql = `PERFORM refuse('A'); -- refuse('NOT_ME')
    PERFORM refuse('B', jsonb_build_object('x', f(1, 2), 'y', z)); CREATE FUNCTION refuse(code text) PERFORM refuse(v);`
  expect(raisedIn(sql)).toEqual([
    { expression: "'A'", facts: [] },
    { expression: "'B'", facts: ['x', 'y'] },
    { expression: 'v', facts: [] },
  ])
  expect(kinds).toContain('LOAN_OVERPAID')
  expect(inSql.length).toBeGreaterThan(50)
})

test('SQL raises codes of the table, each with exactly its facts', () => {
  expect(refusals.filter(({ code, facts }) => inOrder(facts) !== declared(code))).toEqual([])
})

test('every code of the table is raised somewhere', () => {
  expect(Object.keys(ERRORS).filter((code) => !isRaised(code))).toEqual([])
})

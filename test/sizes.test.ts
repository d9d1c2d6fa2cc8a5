import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { describe, expect, test } from 'vitest'

/**
 * Small files and small functions, as numbers. Functions are counted in several ways, because each way alone can be met by
 * splitting where it does not help; every limit holds for every way. Lines are those of the source, comments included.
 */
const LIMITS = {
  medianFile: 55,
  medianFunction: 10,
  longestFunction: 100,
  rendererP90: 40,
}

type Sized = { name: string; lines: number; isNamed: boolean; isTopLevel: boolean }

const lineCount = (text: string) => text.split('\n').length

/** Every function of a source file that has a body, with the lines from its first word to its closing brace. */
function functionsIn(file: string, text: string): Sized[] {
  const found: Sized[] = []
  const names = new Map<object, string>()
  let depth = 0
  const enter = (node: {
    start: number
    end: number
    id?: { name: string } | null
    body?: object | null
  }) => {
    const name = node.id?.name ?? names.get(node)
    if (node.body !== null && node.body !== undefined)
      found.push({
        name: `${file} ${name ?? '(no name)'}`,
        lines: lineCount(text.slice(node.start, node.end)),
        isNamed: name !== undefined,
        isTopLevel: depth === 0,
      })
    depth += 1
  }
  const leave = () => {
    depth -= 1
  }
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`)
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init !== null) names.set(init, id.name)
    },
    MethodDefinition: ({ key, value }) => names.set(value, text.slice(key.start, key.end)),
    PropertyDefinition: ({ key, value }) => {
      if (value !== null) names.set(value, text.slice(key.start, key.end))
    },
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    'FunctionDeclaration:exit': leave,
    'FunctionExpression:exit': leave,
    'ArrowFunctionExpression:exit': leave,
  }).visit(program)
  return found
}

const quantile = (numbers: number[], share: number) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(share * numbers.length)] ?? 0

const root = join(import.meta.dirname, '..')
/** What is made by a program (the table types) is not counted. */
const files = globSync('{cli,electron,renderer,shared,tools}/**/*.{ts,tsx,mjs}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.ts$|\.d\.mts$|^electron\/db\/tables\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const functions = files.flatMap(({ file, text }) => functionsIn(file, text))

const ways: [string, (each: Sized) => boolean][] = [
  ['every function', () => true],
  ['every function with a name', ({ isNamed }) => isNamed],
  ['every function with a name at the top of its file', ({ isNamed, isTopLevel }) => isNamed && isTopLevel],
]

describe('the counting', () => {
  test('sees declarations, arrows, methods and what stands inside them', () => {
    const text = [
      'export function Card(props: { n: number }) {',
      '  const half = () => props.n / 2',
      '  return <b onClick={() => half()}>{half()}</b>',
      '}',
      'class Safe {',
      '  open(): void {',
      '    return',
      '  }',
      '}',
      'export const safe = (): Safe => {',
      '  return new Safe()',
      '}',
      'declare function elsewhere(): void',
    ].join('\n')
    expect(functionsIn('a.tsx', text)).toEqual([
      { name: 'a.tsx Card', lines: 4, isNamed: true, isTopLevel: true },
      { name: 'a.tsx half', lines: 1, isNamed: true, isTopLevel: false },
      { name: 'a.tsx (no name)', lines: 1, isNamed: false, isTopLevel: false },
      { name: 'a.tsx open', lines: 3, isNamed: true, isTopLevel: true },
      { name: 'a.tsx safe', lines: 3, isNamed: true, isTopLevel: true },
    ])
  })

  test('reads the whole product', () => {
    expect(files.length).toBeGreaterThan(300)
    expect(functions.length).toBeGreaterThan(1500)
  })
})

describe('the sizes', () => {
  test('half of the files are short', () => {
    const lengths = files.map(({ text }) => lineCount(text) - 1)
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(LIMITS.medianFile)
  })

  test('no function, and so no component, is long', () => {
    const long = functions.filter(({ lines }) => lines > LIMITS.longestFunction)
    expect(long.map(({ name, lines }) => `${name} ${lines}`)).toEqual([])
  })

  test.each([
    ...ways,
    ['every function of three lines or more', ({ lines }) => lines >= 3] as (typeof ways)[0],
  ])('half of the functions are short: %s', (_way, counts) => {
    const lengths = functions.filter(counts).map(({ lines }) => lines)
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(LIMITS.medianFunction)
  })

  test.each(ways)('nine of ten functions of the renderer fit on a screen: %s', (_way, counts) => {
    const inRenderer = functions.filter((each) => each.name.startsWith('renderer/') && counts(each))
    expect(
      quantile(
        inRenderer.map(({ lines }) => lines),
        0.9,
      ),
    ).toBeLessThanOrEqual(LIMITS.rendererP90)
  })
})

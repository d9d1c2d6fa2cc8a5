import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ListedEntry } from '../../../electron/services/screening/listed-entry.ts'

/** The same numbers for the same seed, from 0 to 1. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

/** Draws by the shares of a table, each time in logarithmic time. */
function drawer(rows: readonly (readonly [string, number])[], random: () => number): () => string {
  const sums: number[] = []
  for (const [, share] of rows) sums.push((sums.at(-1) ?? 0) + share)
  return () => {
    const at = random() * (sums.at(-1) ?? 1)
    let [from, to] = [0, sums.length - 1]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((sums[middle] ?? 0) < at) from = middle + 1
      else to = middle
    }
    return rows[from]?.[0] ?? ''
  }
}

export type Person = { readonly first: string; readonly last: string; readonly year: number }

/** People whose given names and surnames are as common as the table says, each drawn for itself, and born from 1940 to 2007. */
export function drawPeople(count: number, random: () => number): readonly Person[] {
  const rows = read('name-frequencies.csv').map((line) => line.split(','))
  const of = (kind: string) =>
    rows.flatMap(([one, name = '', share]) => (one === kind ? [[name, Number(share)] as const] : []))
  const [given, surname] = [drawer(of('GIVEN'), random), drawer(of('SURNAME'), random)]
  return Array.from({ length: count }, () => ({
    first: given(),
    last: surname(),
    year: 1940 + Math.floor(random() * 68),
  }))
}

export type Published = { readonly years: readonly number[]; readonly names: readonly string[] }

/** Excerpts of published lists: births and all spellings of a person. */
export const publishedPersons = (): readonly Published[] =>
  read('listed-persons.txt').map((line) => {
    const [, years = '', names = ''] = line.split(';')
    return {
      years: years
        .split(' ')
        .filter((year) => year !== '')
        .map(Number),
      names: names.split('|'),
    }
  })

const entryOf = (n: number, { years, names }: Published): ListedEntry => ({
  reference: String(n),
  kind: 'PERSON',
  programme: 'BENCH',
  births: years.join('; '),
  years,
  names: names.map((name) => ({ name, weak: false })),
})

/** A letter of a name left out, doubled or swapped with the next: an alias of a made-up person. */
function respelt(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 2))
  const [before, here, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)]
  const way = random()
  if (way < 0.4) return before + after
  return way < 0.7 ? before + here + here + after : before + after.slice(0, 1) + here + after.slice(1)
}

/**
 * A list of so many entries and aliases: the published persons, and others made of their words, with their births, as common as they are
 * there.
 */
export function drawList(entries: number, aliases: number, random: () => number): readonly ListedEntry[] {
  const published = publishedPersons()
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]
  const list = published.map((person, n) => ({ ...person, names: [...person.names], n }))
  while (list.length < entries) {
    const one = pick(published)?.names[0]?.split(' ') ?? []
    const other = pick(published)?.names[0]?.split(' ') ?? []
    const name = [...one.slice(0, -1), other.at(-1) ?? ''].join(' ')
    list.push({ years: pick(published)?.years ?? [], names: [name], n: list.length })
  }
  let given = list.reduce((sum, { names }) => sum + names.length - 1, 0)
  for (; given < aliases; given += 1) {
    const one = list[published.length + Math.floor(random() * (list.length - published.length))]
    one?.names.push(respelt(one.names[0] ?? '', random))
  }
  return list.map((one) => entryOf(one.n, one))
}

const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[-/]/g, ' ')
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word !== '')

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1]
    for (const [j, there] of Array.from(other).entries())
      next.push(
        Math.min((row[j] ?? 0) + (letter === there ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

const closeness = (one: string, other: string) =>
  1 - distance(one, other) / Math.max(one.length, other.length)

/**
 * Whether two published names are spellings of each other: of two words or more, at most one more in one of them, not the same words, and each
 * word of the shorter shares at least half of its letters with one of the longer.
 */
export function areSpellings(one: string, other: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  if (shorter.length < 2 || longer.length - shorter.length > 1) return false
  if ([...shorter].sort().join(' ') === [...longer].sort().join(' ')) return false
  const left = [...longer]
  return shorter.every((word) => {
    const best = left.toSorted((a, b) => closeness(word, b) - closeness(word, a))[0] ?? ''
    if (closeness(word, best) < 0.5) return false
    left.splice(left.indexOf(best), 1)
    return true
  })
}

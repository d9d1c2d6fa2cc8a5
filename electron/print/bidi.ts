/** A piece of one line that a font can shape in a single direction, in the order in which it is printed. */
export type VisualRun = { readonly text: string; readonly rightToLeft: boolean }

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
}

/** Null where the neighbours' direction decides. */
type Direction = 'L' | 'R' | 'NUMBER' | null
type Kind = 'L' | 'R' | 'NUMBER' | 'NEUTRAL'

function kindsOf(characters: readonly string[]): Kind[] {
  const kinds: Kind[] = []
  for (const [at, character] of characters.entries())
    kinds.push(kindOf(characters, at, character, kinds[at - 1]))
  return kinds
}

function kindOf(
  characters: readonly string[],
  at: number,
  character: string,
  before: Kind | undefined,
): Kind {
  if (/\p{M}/u.test(character)) return before ?? 'NEUTRAL'
  if (/\p{Nd}/u.test(character)) return 'NUMBER'
  if (/\p{L}/u.test(character)) return RIGHT_TO_LEFT.test(character) ? 'R' : 'L'
  // A separator inside a number belongs to it: 1,204.50 and 4017-220-912 stay in one piece.
  const joinsDigits =
    before === 'NUMBER' && /[.,:/-]/.test(character) && /\p{Nd}/u.test(characters[at + 1] ?? '')
  return joinsDigits ? 'NUMBER' : 'NEUTRAL'
}

/** Numbers are read from left to right, but their place in the line follows the words before them (UAX 9, W7 and I1). */
function directionsOf(kinds: readonly Kind[], base: 'L' | 'R'): Direction[] {
  let lastStrong = base
  return kinds.map((kind) => {
    if (kind === 'NEUTRAL') return null
    if (kind === 'NUMBER') return lastStrong === 'R' ? 'NUMBER' : 'L'
    lastStrong = kind
    return kind
  })
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Where each bracket of a pair has its partner, opening to closing. */
function bracketPairs(characters: readonly string[]): [open: number, close: number][] {
  const open: number[] = []
  const pairs: [number, number][] = []
  for (const [at, character] of characters.entries()) {
    if (character in CLOSING) open.push(at)
    const partner = open.findLast((start) => CLOSING[characters[start] ?? ''] === character)
    if (partner === undefined) continue
    open.splice(open.indexOf(partner))
    pairs.push([partner, at])
  }
  return pairs.toSorted(([a], [b]) => a - b)
}

/** Both brackets take the direction of the text between them, so that the end of a line cannot separate them (UAX 9, N0). */
function orientBrackets(characters: readonly string[], directions: Direction[], base: 'L' | 'R'): void {
  const sideOf = (direction: Direction) => (direction === 'NUMBER' ? 'R' : direction)
  const other = base === 'L' ? 'R' : 'L'
  for (const [open, close] of bracketPairs(characters)) {
    const inside = directions.slice(open + 1, close).map(sideOf)
    if (!inside.some((side) => side !== null)) continue
    const before =
      directions
        .slice(0, open)
        .map(sideOf)
        .findLast((side) => side !== null) ?? base
    const direction = !inside.includes(base) && before === other ? other : base
    directions[open] = direction
    directions[close] = direction
  }
}

/** Spaces and signs take the direction of both neighbours when they agree, else that of the line (UAX 9, N1 and N2). */
function levelsOf(characters: readonly string[], kinds: readonly Kind[], base: 'L' | 'R'): number[] {
  const directions = directionsOf(kinds, base)
  orientBrackets(characters, directions, base)
  const following: ('L' | 'R')[] = []
  let next = base
  for (let at = directions.length - 1; at >= 0; at--) {
    const direction = directions[at] ?? null
    if (direction !== null) next = direction === 'L' ? 'L' : 'R'
    following[at] = next
  }
  let before = base
  return directions.map((direction, at) => {
    if (direction === null) return levelOf(before === following[at] ? before : base, base)
    before = direction === 'L' ? 'L' : 'R'
    return direction === 'NUMBER' ? 2 : levelOf(direction, base)
  })
}

const levelOf = (direction: 'L' | 'R', base: 'L' | 'R') => (direction === 'R' ? 1 : base === 'L' ? 0 : 2)

/** From the deepest level up, every stretch of that level or deeper is reversed (UAX 9, L2). */
function reorder<T extends { level: number }>(runs: readonly T[]): T[] {
  const ordered = [...runs]
  for (const level of [2, 1]) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start
      while ((ordered[end]?.level ?? 0) >= level) end++
      if (end === start) continue
      ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed())
      start = end
    }
  }
  return ordered
}

/** The font reverses a run that contains a right-to-left letter, but not a run of signs alone, which is reversed here. */
function rightToLeftText(characters: readonly string[]): string {
  // At an ordinary space the PDF library would shape each word separately and lose the words' order.
  const shown = characters.map((character) =>
    character === ' ' ? '\u00a0' : (MIRRORED[character] ?? character),
  )
  return shown.some((character) => RIGHT_TO_LEFT.test(character))
    ? shown.join('')
    : shown.toReversed().join('')
}

/**
 * Orders one line for printing as the Unicode bidirectional algorithm (UAX 9) does, without explicit embeddings,
 * which `printable` removes. The line's own direction is that of its first letter.
 */
export function visualRuns(line: string): VisualRun[] {
  if (!RIGHT_TO_LEFT.test(line)) return [{ text: line, rightToLeft: false }]
  const characters = Array.from(line)
  const kinds = kindsOf(characters)
  const levels = levelsOf(
    characters,
    kinds,
    kinds.find((kind) => kind === 'L' || kind === 'R') === 'R' ? 'R' : 'L',
  )
  const runs: { level: number; characters: string[] }[] = []
  for (const [at, character] of characters.entries()) {
    const level = levels[at] ?? 0
    const last = runs.at(-1)
    if (last?.level === level) last.characters.push(character)
    else runs.push({ level, characters: [character] })
  }
  return reorder(runs).map((run) =>
    run.level % 2 === 1
      ? { text: rightToLeftText(run.characters), rightToLeft: true }
      : { text: run.characters.join(''), rightToLeft: false },
  )
}

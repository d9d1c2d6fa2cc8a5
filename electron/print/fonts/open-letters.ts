import { type Script, SCRIPTS } from '../../../shared/scripts.ts'
import { printable } from '../printable.ts'
import { hasBundledLetter, isPlain } from './bundled.ts'
import { type Face, fontFilesIn, openFace } from './face.ts'
import { filesFor, scriptIn } from './font-files.ts'

/** Letters that no font of this computer draws, on a paper that nobody has let go out with boxes in their place. */
export class LettersMissing extends Error {
  readonly letters: string
  readonly scripts: readonly Script[]

  constructor(letters: string, scripts: readonly Script[]) {
    super('This computer has no font for letters of a paper')
    this.letters = letters
    this.scripts = scripts
  }
}

/** The fonts by which papers are printed. */
export type Letters = {
  /** The fonts that a paper that says all this needs beside the application's own. Throws `LettersMissing`. */
  readonly facesFor: (...said: readonly unknown[]) => Promise<readonly Face[]>
  /** Lets the next paper that lacks any letters go out with boxes, if it lacks these and no others, and `isStillAsked` then. */
  readonly allowBoxes: (letters: string, isStillAsked: () => boolean) => void
  /** The file of the font, among those that a paper has needed, that draws these words; null where none is needed. */
  readonly fileFor: (words: string) => string | null
}

/** Letters and signs that no font of the application draws, and that are drawn at all. */
const lacking = (word: string): string[] =>
  isPlain(word)
    ? []
    : Array.from(word).filter(
        (letter) => !hasBundledLetter(letter) && !/\p{Default_Ignorable_Code_Point}/u.test(letter),
      )

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.values(value).flatMap(textsIn)
}

type Word = { readonly word: string; readonly script: Script }

/** The words for which the application's fonts are not enough, each once. */
function wordsIn(said: unknown): Word[] {
  const words = new Map<string, Word>()
  for (const text of new Set(textsIn(said).filter((each) => !isPlain(each))))
    for (const word of printable(text).split(' ')) {
      const script = lacking(word).length > 0 ? scriptIn(text, word) : null
      if (script !== null) words.set(`${script} ${word}`, { word, script })
    }
  return [...words.values()]
}

const COUNTRIES: Partial<Record<Script, string>> = { JAPANESE: 'jp', KOREAN: 'kr' }
/** Chinese is written by the signs of Taiwan where the computer's language is from there, and by those of the mainland elsewhere. */
const countryOf = (script: Script) =>
  COUNTRIES[script] ??
  (/^zh-(?:tw|hant|hk|mo)/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'tc' : 'sc')

type Allowed = { readonly letters: string; readonly isStillAsked: () => boolean }
const NOTHING: Allowed = { letters: '', isStillAsked: () => false }

const lettersOf = (letters: ReadonlySet<string>) => [...letters].toSorted().join('')

export function openLetters(folders: readonly string[]): Letters {
  const opened = new Map<string, Promise<Face | null>>()
  const faces: Face[] = []
  let allowed: Allowed = NOTHING

  const open = (file: string, script: Script) => {
    const key = `${file}\n${countryOf(script)}`
    const face = opened.get(key) ?? openFace(file, countryOf(script))
    opened.set(key, face)
    return face
  }
  /** The first font that has all letters of a word, or else each font that has one that is still missing. */
  const find = async ({ word, script }: Word, files: readonly string[]): Promise<readonly Face[]> => {
    const some: Face[] = []
    let missing = lacking(word)
    for (const file of filesFor(script, files)) {
      const face = await open(file, script)
      if (face === null) continue
      if (lacking(word).every(face.has)) return [face]
      if (!missing.some(face.has)) continue
      some.push(face)
      missing = missing.filter((letter) => !face.has(letter))
      if (missing.length === 0) break
    }
    return some
  }
  const remember = (found: Face) => {
    if (!faces.includes(found)) faces.push(found)
    return found
  }

  return {
    allowBoxes: (letters, isStillAsked) => {
      allowed = { letters, isStillAsked }
    },
    fileFor: (words) => {
      const needed = lacking(words)
      return faces.find(({ has }) => needed.some(has))?.file ?? null
    },
    facesFor: async (...said) => {
      const words = wordsIn(said)
      if (words.length === 0) return []
      const files = await fontFilesIn(folders)
      const needed = new Set<Face>()
      const missing = new Set<string>()
      for (const word of words) {
        const found = await find(word, files)
        for (const face of found) needed.add(remember(face))
        for (const letter of lacking(word.word))
          if (!found.some(({ has }) => has(letter))) missing.add(letter)
      }
      if (missing.size === 0) return [...needed]
      const { letters, isStillAsked } = allowed
      allowed = NOTHING
      if (!isStillAsked() || lettersOf(missing) !== lettersOf(new Set(letters)))
        throw missingOf(missing, words)
      return [...needed]
    },
  }
}

function missingOf(missing: ReadonlySet<string>, words: readonly Word[]): LettersMissing {
  const scripts = new Set(
    words
      .filter(({ word }) => Array.from(word).some((each) => missing.has(each)))
      .map(({ script }) => script),
  )
  return new LettersMissing(
    [...missing].join(''),
    SCRIPTS.filter((script) => scripts.has(script)),
  )
}

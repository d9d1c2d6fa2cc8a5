import { entropyToMnemonic, mnemonicToEntropy, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { bytesOfOldLine } from './old-sheet-line.ts'

/**
 * A recovery sheet has 32 secret bytes as twenty-four words of BIP 39 in eight lines. The words are told apart by their first four letters, so that
 * no more has to be typed; a word that is on no list is named by its line, and eight bits of the last word check all of them.
 */
export const SHEET_LINES = 8
const WORDS_A_LINE = 3
const ENOUGH_LETTERS = 4

/** The lines of a secret of 32 bytes, as they are printed: `abandon ability able`. */
export function linesOf(secret: Uint8Array): string[] {
  const words = entropyToMnemonic(secret, wordlist).split(' ')
  return Array.from({ length: SHEET_LINES }, (_, at) =>
    words.slice(at * WORDS_A_LINE, (at + 1) * WORDS_A_LINE).join(' '),
  )
}

/** The word that was meant, or null where there is none. */
const wordFor = (typed: string): string | null =>
  wordlist.find((word) => word === typed || (typed.length >= ENOUGH_LETTERS && word.startsWith(typed))) ??
  null

/** The words of a line, or null where it is none of a sheet's. */
function wordsOf(typed: string): readonly string[] | null {
  const words = typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .map(wordFor)
  const known = words.filter((word) => word !== null)
  return known.length === WORDS_A_LINE && words.length === WORDS_A_LINE ? known : null
}

/** Whether a line can be what stands in that line of a sheet. Lines count from 1. */
export const isSheetLine = (line: number, typed: string): boolean =>
  wordsOf(typed) !== null || bytesOfOldLine(line, typed) !== null

/** Where no line by itself is wrong, but a word or a line stands in another's place. */
export const NO_LINE = 0

/** The secret of a sheet from its lines, or the number of the first line that is mistyped, missing or in another's place. */
export function secretOf(lines: readonly string[]): Uint8Array | number {
  const typed = Array.from({ length: SHEET_LINES }, (_, at) => lines[at] ?? '')
  return wordsOf(typed[0] ?? '') === null ? secretOfOld(typed) : secretOfWords(typed)
}

function secretOfWords(typed: readonly string[]): Uint8Array | number {
  const words = typed.map(wordsOf)
  const wrong = words.indexOf(null)
  if (wrong !== -1) return wrong + 1
  const mnemonic = words.flat().join(' ')
  return validateMnemonic(mnemonic, wordlist) ? mnemonicToEntropy(mnemonic, wordlist) : NO_LINE
}

function secretOfOld(typed: readonly string[]): Uint8Array | number {
  const parts = typed.map((line, at) => bytesOfOldLine(at + 1, line))
  const wrong = parts.indexOf(null)
  return wrong === -1 ? Uint8Array.from(parts.flatMap((part) => part ?? [])) : wrong + 1
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'

/** The font files are resolved at run time, so that it works from the bundle and from inside an archive. */
const fontFile = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))

let fonts: { regular: Buffer; bold: Buffer } | null = null
let regular: ReturnType<typeof create> | null = null

/** The fonts of the application, of which one is enough to know which letters both have. */
export function bundledFonts() {
  fonts ??= { regular: fontFile('DejaVuSansCondensed'), bold: fontFile('DejaVuSansCondensed-Bold') }
  return fonts
}

/** Of which every letter is as wide, as those of a receipt printer are. */
export const rollFonts = () => ({
  regular: fontFile('DejaVuSansMono'),
  bold: fontFile('DejaVuSansMono-Bold'),
})

/** Of each letter that was asked for: a statement has the same few a hundred thousand times. */
const known = new Map<string, boolean>()

export function hasBundledLetter(letter: string): boolean {
  const before = known.get(letter)
  if (before !== undefined) return before
  regular ??= create(bundledFonts().regular)
  const has = !('fonts' in regular) && regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
  known.set(letter, has)
  return has
}

/** Of a word in plain English letters and figures nothing has to be looked up. */
export const isPlain = (word: string): boolean => /^[ -~\u00a0]*$/.test(word)

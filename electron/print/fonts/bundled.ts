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

export function hasBundledLetter(letter: string): boolean {
  regular ??= create(bundledFonts().regular)
  return !('fonts' in regular) && regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
}

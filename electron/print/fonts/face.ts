import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { create, type Font, type FontCollection } from 'fontkit'

/** A font of this computer that can be put into a PDF. */
export type Face = {
  readonly file: string
  readonly bytes: Buffer
  /** Which of the fonts in the file; undefined where it holds one. */
  readonly name: string | undefined
  readonly has: (letter: string) => boolean
}

const MOST_BYTES = 64 * 1024 * 1024
const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i

/** All font files in these folders; what cannot be read is none. */
export async function fontFilesIn(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder, { recursive: true }).catch(() => [])
      return names.filter((name) => FONT_FILE.test(name)).map((name) => join(folder, name))
    }),
  )
  return found.flat()
}

// Outlines of this kind cannot be cut down to the letters of a paper, and its maker forbids the other.
const cannotBeEmbedded = (font: Font) =>
  'CFF2' in font || font['OS/2'].fsType.noEmbedding || font['OS/2'].fsType.bitmapOnly

/** Of a collection the one for this country, as Noto and Source Han name theirs; else its first. */
const chosen = (opened: Font | FontCollection, country: string): Font | undefined =>
  'fonts' in opened
    ? (opened.fonts.find(({ postscriptName }) => postscriptName.includes(`${country}-Regular`)) ??
      opened.fonts[0])
    : opened

/** Null where it is no font, or must not stand in a PDF. */
export async function openFace(file: string, country: string): Promise<Face | null> {
  try {
    if ((await stat(file)).size > MOST_BYTES) return null
    const bytes = await readFile(file)
    const opened = create(bytes)
    const font = chosen(opened, country)
    if (font === undefined || cannotBeEmbedded(font)) return null
    const name = 'fonts' in opened ? font.postscriptName : undefined
    return { file, bytes, name, has: (letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) }
  } catch {
    return null
  }
}

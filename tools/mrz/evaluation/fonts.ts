import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Font, openSync } from 'fontkit'

/** A font in which zones are printed for the figures, and the Debian package that has it. */
export type PrintedFont = { readonly name: string; readonly file: string; readonly from: string }

const root = join(import.meta.dirname, '../../..')
const SYSTEM = '/usr/share/fonts'

export const OCR_B: PrintedFont = {
  name: 'OCR-B',
  file: join(SYSTEM, 'opentype/ocr-b/OCRB.otf'),
  from: 'fonts-ocr-b',
}
/** Fonts that no document has and that the network never saw, in which a reader may read wrong, but may not vouch for it. */
export const UNSEEN: readonly PrintedFont[] = [
  {
    name: 'DejaVu Sans Mono',
    file: join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
    from: 'npm ci',
  },
  {
    name: 'Liberation Mono',
    file: join(SYSTEM, 'truetype/liberation/LiberationMono-Regular.ttf'),
    from: 'fonts-liberation',
  },
  {
    name: 'Inconsolata',
    file: join(SYSTEM, 'truetype/inconsolata/Inconsolata.otf'),
    from: 'fonts-inconsolata',
  },
]
export const isMissing = ({ file }: PrintedFont) => !existsSync(file)

export function openFont(file: string): Font {
  const font = openSync(file)
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts.`)
  return font
}
/** What stands above the zone. */
export const otherFont = () => openFont(join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))

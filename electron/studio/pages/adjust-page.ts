import sharp from 'sharp'
import type { Corners, Page } from '../../../shared/reading/page.ts'
import { makePage, PAGE_SIDE } from './make-page.ts'
import { straighten } from './perspective.ts'

/** A page cut to four corners and seen from straight above, then turned clockwise by so many quarters. */
export async function adjustPage(jpeg: Uint8Array, corners: Corners | null, quarters: number): Promise<Page> {
  const { data, info } = await sharp(jpeg)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const whole = { width: info.width, height: info.height, pixels: new Uint8Array(data) }
  const { width, height, pixels } = corners === null ? whole : straighten(whole, corners, PAGE_SIDE)
  // Turned by itself first: an orientation of the file and a turn of a person are not mixed in one pipeline.
  const turned = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .rotate(quarters * 90)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return makePage(sharp(turned.data, { raw: turned.info }))
}

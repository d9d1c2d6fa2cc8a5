import sharp, { type Sharp } from 'sharp'
import type { Page } from '../../../shared/reading/page.ts'
import { MAX_MEGAPIXELS } from '../../../shared/rules/picture-size.ts'
import { findCorners } from '../../reading/corners/find-corners.ts'
import { greyOf } from './grey-of.ts'
import { judgePage } from './judge-page.ts'

/** The longer side of a page that is kept, in pixels: 250 dpi of an A4 page. */
export const PAGE_SIDE = 3000
const QUALITY = 85

/**
 * Makes a page anew from pixels: upright as the camera held it, no larger than it is kept, in the colours of a screen, on white where it
 * was transparent, and without anything else that the file held.
 */
export async function makePage(pixels: Sharp): Promise<Page> {
  const { data, info } = await pixels
    .autoOrient()
    .resize({ width: PAGE_SIDE, height: PAGE_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  const grey = await greyOf(data)
  const corners = findCorners(grey)
  const faults = judgePage(grey, corners)
  return { jpeg: new Uint8Array(data), width: info.width, height: info.height, faults, corners }
}

/** A picture of a file whose content was checked; pixels are capped by its header, before any is decoded. */
export const pictureOf = (content: Uint8Array) =>
  sharp(content, {
    failOn: 'none',
    limitInputPixels: MAX_MEGAPIXELS * 1_000_000,
    sequentialRead: true,
  })

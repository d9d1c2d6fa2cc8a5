import sharp from 'sharp'
import { MAX_MEGAPIXELS } from '../../../shared/rules/picture-size.ts'

const MAX_SECONDS = 20

/** Some cameras leave bytes after the last pixel and before the end marker; nothing of the picture is missing then. */
const HARMLESS = /^VipsJpeg: Corrupt JPEG data: \d+ extraneous bytes before marker 0xd9$/

// A document is read once; its pixels would stay in memory for nothing.
sharp.cache(false)
// What else the decoder reads, from SVG to HEIF, is never uploaded and is no way in.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

/**
 * Whether a JPEG, PNG or WebP can be decoded to its last pixel without a warning of the decoder, which reports data that is cut off or does
 * not fit. Decodes in threads of its own, so that the window answers meanwhile, and gives up after 20 s. A changed byte that still
 * makes a valid picture is not found: JPEG has no checksum.
 */
export async function isWholePicture(content: Uint8Array): Promise<boolean> {
  const picture = sharp(content, {
    failOn: 'warning',
    limitInputPixels: MAX_MEGAPIXELS * 1_000_000,
    sequentialRead: true,
  })
  try {
    // Every pixel is decoded for it, and only a third of them is kept.
    await picture.timeout({ seconds: MAX_SECONDS }).extractChannel(0).raw().toBuffer()
    return true
  } catch (error) {
    return error instanceof Error && HARMLESS.test(error.message)
  }
}

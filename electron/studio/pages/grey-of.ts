import sharp from 'sharp'
import type { Grey } from '../../reading/grey.ts'

/** The grey values of a page that was made here. */
export async function greyOf(jpeg: Uint8Array): Promise<Grey> {
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) }
}

/** A grey picture, 0 is black and 255 is white, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

/** Half as wide and high, each pixel the mean of four. */
export function halve({ width, height, pixels }: Grey): Grey {
  const half = { width: width >> 1, height: height >> 1 }
  const smaller = new Uint8Array(half.width * half.height)
  for (let y = 0, i = 0; y < half.height; y++) {
    let at = 2 * y * width
    for (let x = 0; x < half.width; x++, i++, at += 2)
      smaller[i] =
        ((pixels[at] ?? 0) +
          (pixels[at + 1] ?? 0) +
          (pixels[at + width] ?? 0) +
          (pixels[at + width + 1] ?? 0) +
          2) >>
        2
  }
  return { ...half, pixels: smaller }
}

/** The mean of the pixels that each smaller one covers; a picture that is small enough stays. `scale` is how many times smaller it is. */
export function reduceTo(picture: Grey, side: number): Grey & { readonly scale: number } {
  const scale = Math.max(picture.width, picture.height) / side
  if (scale <= 1) return { ...picture, scale: 1 }
  const width = Math.round(picture.width / scale)
  const height = Math.round(picture.height / scale)
  const pixels = new Uint8Array(width * height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) pixels[i] = meanOf(picture, x * scale, y * scale, scale)
  return { width, height, pixels, scale }
}

function meanOf({ width, height, pixels }: Grey, left: number, top: number, side: number): number {
  const toX = Math.min(width, Math.max(Math.floor(left) + 1, Math.floor(left + side)))
  const toY = Math.min(height, Math.max(Math.floor(top) + 1, Math.floor(top + side)))
  let sum = 0
  let count = 0
  for (let y = Math.floor(top); y < toY; y++)
    for (let x = Math.floor(left); x < toX; x++, count++) sum += pixels[y * width + x] ?? 0
  return count === 0 ? 0 : sum / count
}

/** Turned clockwise by so many quarters. */
export function turn(picture: Grey, quarters: number): Grey {
  if (quarters % 4 === 0) return picture
  const { width, height, pixels } = picture
  const turned = new Uint8Array(pixels.length)
  for (let y = 0, i = 0; y < width; y++)
    for (let x = 0; x < height; x++, i++) turned[i] = pixels[(height - 1 - x) * width + y] ?? 0
  return turn({ width: height, height: width, pixels: turned }, quarters - 1)
}

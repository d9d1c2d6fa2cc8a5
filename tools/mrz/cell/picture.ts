/** A small grey picture, 0 is black and 1 is white, row by row. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Float64Array }

export const emptyPicture = (width: number, height: number): Picture => ({
  width,
  height,
  pixels: new Float64Array(width * height),
})

/** The nearest place that is in the picture: beyond its edge the last pixel goes on. */
export const within = (place: number, size: number) => Math.min(size - 1, Math.max(0, place))

/** Changes each pixel by its own value and its place. */
export function paint(picture: Picture, colour: (own: number, x: number, y: number) => number): void {
  const { width, height, pixels } = picture
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) pixels[i] = colour(pixels[i] ?? 0, x, y)
}

/** The value between four pixels. */
export function between({ width, height, pixels }: Picture, x: number, y: number): number {
  const left = Math.floor(Math.min(Math.max(x, 0), width - 1.001))
  const top = Math.floor(Math.min(Math.max(y, 0), height - 1.001))
  const right = Math.min(Math.max(x, 0), width - 1.001) - left
  const down = Math.min(Math.max(y, 0), height - 1.001) - top
  const i = top * width + left
  const upper = (pixels[i] ?? 0) * (1 - right) + (pixels[i + 1] ?? 0) * right
  const lower = (pixels[i + width] ?? 0) * (1 - right) + (pixels[i + width + 1] ?? 0) * right
  return upper * (1 - down) + lower * down
}

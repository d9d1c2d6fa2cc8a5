import type { Font } from 'fontkit'
import sharp, { type Sharp } from 'sharp'
import type { Grey } from '../../../electron/reading/grey.ts'
import { addGlare, addGrain } from '../cell/paper.ts'
import { blur, smear } from '../cell/blur.ts'
import { paint, type Picture } from '../cell/picture.ts'
import type { Random } from '../random.ts'
import { type Holder, someHolder } from './holder.ts'
import type { Level } from './levels.ts'
import { drawPage, pageOf, PITCH } from './page.ts'
import { type Corners, layInto, type Point } from './perspective.ts'

/** A made-up photograph of a made-up document, and what is true of it. */
export type Photograph = {
  readonly holder: Holder
  readonly jpeg: Buffer
  /** Of the page, clockwise from its upper left, in pixels of the picture as it is stored. */
  readonly corners: Corners
  /** Quarter turns clockwise after which it stands upright. */
  readonly quarters: number
}

async function greyOf(image: Sharp): Promise<Grey> {
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) }
}

/** A table under the page: plain, or with a grain of its own. */
function table(width: number, height: number, random: Random): Grey {
  const base = random.between(20, 235)
  const streak = random.between(0, 25)
  const wave = random.between(0.01, 0.2)
  const pixels = new Uint8Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    const line = base + streak * Math.sin(y * wave + 3 * Math.sin(y * 0.013))
    for (let x = 0; x < width; x++, i++) pixels[i] = Math.min(255, Math.max(0, line + random.between(-6, 6)))
  }
  return { width, height, pixels }
}

/** Where a page's corners lie: turned, and seen somewhat from the side. */
function cornersFor(wide: number, high: number, level: Level, random: Random): Corners {
  const angle = random.between(-level.turn, level.turn)
  const shift = () => random.between(-level.perspective, level.perspective)
  const corner = (x: number, y: number): Point => {
    const [px, py] = [(x + shift()) * wide, (y + shift()) * high]
    return [px * Math.cos(angle) - py * Math.sin(angle), px * Math.sin(angle) + py * Math.cos(angle)]
  }
  return [corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)]
}

/** A camera lets in less light where the picture as a whole would be nearly white, so that a reflection blots out its middle at most. */
const BRIGHTEST_MEAN = 0.75

function expose(picture: Picture): void {
  const mean = picture.pixels.reduce((sum, value) => sum + value, 0) / picture.pixels.length
  if (mean > BRIGHTEST_MEAN) paint(picture, (own) => (own * BRIGHTEST_MEAN) / mean)
}

function damage(grey: Grey, pitch: number, level: Level, random: Random): Grey {
  const picture: Picture = { ...grey, pixels: Float64Array.from(grey.pixels, (value) => value / 255) }
  const [fromLeft, fromTop] = [0, 0].map(() => random.between(-level.unevenLight, level.unevenLight))
  const light = random.between(1 - level.unevenLight, 1)
  paint(picture, (own, x, y) => {
    const across = (fromLeft ?? 0) * (x / picture.width - 0.5)
    return own * light * (1 + across + (fromTop ?? 0) * (y / picture.height - 0.5))
  })
  blur(picture, random.between(0, level.blur) * pitch)
  const moved = random.between(0, level.smear) * pitch
  if (moved > 1) smear(picture, moved, random.between(0, Math.PI))
  if (random.chance(level.glare / 2)) addGlare(picture, random)
  expose(picture)
  addGrain(picture, random.between(0, level.grain), random)
  return { ...grey, pixels: Uint8Array.from(picture.pixels, (value) => Math.round(255 * value)) }
}

/** Takes the photograph that follows from these random numbers. `font` prints the zone, `other` what stands above it. */
export async function takePhotograph(
  level: Level,
  font: Font,
  other: Font,
  random: Random,
): Promise<Photograph> {
  const holder = someHolder(random)
  const page = pageOf(holder.format)
  const pitch = random.between(...level.pitch)
  const perMillimetre = pitch / PITCH
  const [wide, high] = [page.wide * perMillimetre, page.high * perMillimetre]
  const svg = Buffer.from(drawPage(holder, font, other, random))
  const drawn = await greyOf(sharp(svg, { density: 72 }).resize(Math.round(wide * 1.5)))
  const scene = table(
    Math.round(wide * random.between(1.2, 1.7)),
    Math.round(high * random.between(1.3, 1.9)),
    random,
  )
  const lying = cornersFor(wide, high, level, random).map(([x, y]): Point => [
    x + scene.width / 2 + random.between(-0.05, 0.05) * wide,
    y + scene.height / 2 + random.between(-0.05, 0.05) * high,
  ])
  const [first, second, third, fourth] = lying
  if (!first || !second || !third || !fourth) throw new Error('A page has four corners.')
  const corners: Corners = [first, second, third, fourth]
  layInto(scene, drawn, corners)
  const seen = damage(scene, pitch, level, random)
  const quarters = random.chance(0.25) ? 1 + random.below(3) : 0
  const raw = { width: seen.width, height: seen.height, channels: 1 as const }
  const turned = sharp(seen.pixels, { raw }).rotate(((4 - quarters) % 4) * 90)
  const jpeg = await turned.jpeg({ quality: Math.round(random.between(...level.quality)) }).toBuffer()
  return { holder, jpeg, corners, quarters }
}

import type { ScannerSource } from '../../../shared/contract/scanners.ts'
import { ranged, usefulOf } from '../resolutions.ts'
import type { ScanWish } from '../scanner.ts'

/** A source under the name that the driver gives it; null where it has only one and no name. */
export type SaneSource = ScannerSource & { readonly option: string | null; readonly modes: SaneModes }
type SaneModes = Readonly<Partial<Record<ScanWish['colour'], string>>>

/** The values of an option as `scanimage -A` lists them; none where it is not there or not active. */
function valuesOf(text: string, option: string): readonly string[] {
  const [, values = '', present = ''] =
    new RegExp(`^\\s+--${option} ([^\\n]*?)(?: \\[([^\\]\\n]*)\\])?$`, 'm').exec(text) ?? []
  return values === '' || present === 'inactive' ? [] : values.split('|').map((value) => value.trim())
}

function resolutionsIn(text: string): number[] {
  const values = valuesOf(text, 'resolution')
  const [, least, most] = /^([\d.]+)\.\.([\d.]+)dpi/.exec(values[0] ?? '') ?? []
  if (least !== undefined && most !== undefined) return usefulOf(ranged(Number(least), Number(most)))
  return usefulOf(values.map((value) => Number.parseInt(value, 10)))
}

const isFeeder = (name: string) => /adf|feeder|duplex/i.test(name)

/** What a driver says that a scanner can do (`scanimage -A`). Its first source that is no feeder is the glass. */
export function readOptions(text: string): readonly SaneSource[] {
  const names = valuesOf(text, 'source')
  const modes = valuesOf(text, 'mode')
  const colour = modes.find((mode) => /colou?r/i.test(mode))
  const grey = modes.find((mode) => /gr[ae]y/i.test(mode))
  const known: SaneModes = {
    ...(colour === undefined ? {} : { COLOUR: colour }),
    ...(grey === undefined ? {} : { GREY: grey }),
  }
  const colours = (['COLOUR', 'GREY'] as const).filter((each) => known[each] !== undefined)
  const common = {
    colours: colours.length === 0 ? (['COLOUR'] as ScannerSource['colours']) : colours,
    resolutions: resolutionsIn(text),
    modes: known,
  }
  if (names.length === 0) return [{ source: 'FLATBED', option: null, ...common }]
  const glass = names.find((name) => !isFeeder(name))
  const feeder = names.find((name) => isFeeder(name) && !/duplex/i.test(name))
  const duplex = names.find((name) => isFeeder(name) && /duplex/i.test(name))
  return [
    ...(glass === undefined ? [] : [{ source: 'FLATBED' as const, option: glass, ...common }]),
    ...(feeder === undefined ? [] : [{ source: 'FEEDER' as const, option: feeder, ...common }]),
    ...(duplex === undefined ? [] : [{ source: 'DUPLEX' as const, option: duplex, ...common }]),
  ]
}

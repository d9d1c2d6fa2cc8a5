import type { ScannerSource } from '../../../shared/contract/scanners.ts'
import { childrenOf, findIn, readXml, textIn, type XmlNode } from '../../xml/xml-tree.ts'
import { ranged, usefulOf } from '../resolutions.ts'
import type { Device } from '../scanner.ts'

/** A source as it stands in ScannerCapabilities; its area in 300ths of an inch. */
export type EsclSource = ScannerSource & { readonly width: number; readonly height: number }
export type Capabilities = {
  readonly name: string
  readonly version: string
  readonly device: Device | null
  readonly sources: readonly EsclSource[]
}

const COLOUR_OF = { RGB24: 'COLOUR', Grayscale8: 'GREY' } as const
/** A4, for a scanner that does not say how much it sees. */
const A4 = { width: 2480, height: 3508 }

/** All elements of a name, however deep. */
const allIn = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allIn(child, name)])

const numberIn = (node: XmlNode | undefined, ...path: string[]) => Number.parseInt(textIn(node, ...path), 10)

/** What a scanner says it can do (Mopria eSCL 2.97, ScannerCapabilities); null where it is none, or has neither glass nor feeder. */
export function readCapabilities(text: string): Capabilities | null {
  const root = readXml(text)
  if (root?.name !== 'ScannerCapabilities') return null
  const version = textIn(root, 'Version')
  const flatbed = findIn(root, 'Platen', 'PlatenInputCaps')
  const feeder = findIn(root, 'Adf', 'AdfSimplexInputCaps')
  const duplex = findIn(root, 'Adf', 'AdfDuplexInputCaps')
  const sources = [
    ...(flatbed === undefined ? [] : [sourceOf('FLATBED', flatbed, root)]),
    ...(feeder === undefined ? [] : [sourceOf('FEEDER', feeder, root)]),
    ...(duplex === undefined ? [] : [sourceOf('DUPLEX', duplex, root)]),
  ]
  if (sources.length === 0) return null
  return {
    name: textIn(root, 'MakeAndModel').slice(0, 100),
    device: deviceOf(root),
    version: /^\d{1,2}\.\d{1,3}$/.test(version) ? version : '2.0',
    sources,
  }
}

/** As one writes a UUID, whether with `urn:uuid:` before it or not. */
export const plainUuid = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^urn:uuid:/, '')
    .slice(0, 100)

function deviceOf(root: XmlNode): Device | null {
  const uuid = plainUuid(textIn(root, 'UUID'))
  return uuid === '' ? null : { uuid, serial: textIn(root, 'SerialNumber').trim().slice(0, 100) }
}

function sourceOf(source: EsclSource['source'], caps: XmlNode, root: XmlNode): EsclSource {
  const profiles = childrenOf(findIn(caps, 'SettingProfiles'), 'SettingProfile').map((profile) =>
    referred(profile, root),
  )
  const modes = profiles.flatMap((profile) => allIn(profile, 'ColorMode')).map(({ text }) => text.trim())
  const colours = Object.entries(COLOUR_OF).flatMap(([mode, colour]) =>
    modes.includes(mode) ? [colour] : [],
  )
  const width = numberIn(caps, 'MaxWidth')
  const height = numberIn(caps, 'MaxHeight')
  return {
    source,
    // One that names no mode is asked for colour, which all have.
    colours: colours.length === 0 ? ['COLOUR'] : colours,
    resolutions: usefulOf(profiles.flatMap(resolutionsOf)),
    width: width > 0 ? Math.min(width, A4.width) : A4.width,
    height: height > 0 ? Math.min(height, A4.height) : A4.height,
  }
}

/** A profile may only name another one, which stands at the top. */
function referred(profile: XmlNode, root: XmlNode): XmlNode {
  const name = profile.attributes['ref']
  if (name === undefined) return profile
  const all = childrenOf(findIn(root, 'SettingProfiles'), 'SettingProfile')
  return all.find(({ attributes }) => attributes['name'] === name) ?? profile
}

function resolutionsOf(profile: XmlNode): readonly number[] {
  const discrete = allIn(profile, 'DiscreteResolution').map((each) => numberIn(each, 'XResolution'))
  const ranges = allIn(profile, 'XResolutionRange').flatMap((range) =>
    ranged(numberIn(range, 'Min'), numberIn(range, 'Max')),
  )
  return [...discrete, ...ranges]
}

import type { ScanWish } from '../scanner.ts'
import type { EsclSource } from './capabilities.ts'

const MODE = { COLOUR: 'RGB24', GREY: 'Grayscale8' } as const
const INPUT = { FLATBED: 'Platen', FEEDER: 'Feeder', DUPLEX: 'Feeder' } as const

/** What a scanner is asked for: all that it sees of a page, as JPEG. A resolution of null leaves that to the scanner. */
export function scanSettings(
  { source, colour, dpi }: ScanWish,
  version: string,
  { width, height }: EsclSource,
): string {
  const resolution =
    dpi === null
      ? ''
      : `<scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>${version}</pwg:Version>
<scan:Intent>Document</scan:Intent>
<pwg:ScanRegions><pwg:ScanRegion>
<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
<pwg:Width>${width}</pwg:Width><pwg:Height>${height}</pwg:Height>
</pwg:ScanRegion></pwg:ScanRegions>
<pwg:InputSource>${INPUT[source]}</pwg:InputSource>
<scan:ColorMode>${MODE[colour]}</scan:ColorMode>
<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
${resolution}
<scan:Duplex>${source === 'DUPLEX'}</scan:Duplex>
</scan:ScanSettings>
`
}

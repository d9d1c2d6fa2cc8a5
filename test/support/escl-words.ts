/** What the test's scanner says in XML, in the elements of Mopria's eSCL 2.97. */
const NAMES =
  'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"'

const discrete = (resolutions: readonly number[]) =>
  resolutions
    .map(
      (dpi) =>
        `<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`,
    )
    .join('')

const source = (kind: string, resolutions: readonly number[]) => `<scan:${kind}>
  <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
  <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3300</scan:MaxHeight>
  <scan:MaxScanRegions>1</scan:MaxScanRegions>
  <scan:SettingProfiles><scan:SettingProfile>
    <scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
    <scan:ContentTypes><pwg:ContentType>TextAndPhoto</pwg:ContentType></scan:ContentTypes>
    <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
    <scan:SupportedResolutions><scan:DiscreteResolutions>${discrete(resolutions)}</scan:DiscreteResolutions></scan:SupportedResolutions>
  </scan:SettingProfile></scan:SettingProfiles>
  <scan:SupportedIntents><scan:Intent>Document</scan:Intent></scan:SupportedIntents>
</scan:${kind}>`

export const capabilitiesXml = (
  name: string,
  resolutions: readonly number[],
  duplex: boolean,
) => `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities ${NAMES}>
<pwg:Version>2.63</pwg:Version>
<pwg:MakeAndModel>${name}</pwg:MakeAndModel>
<pwg:SerialNumber>T-0001</pwg:SerialNumber>
<scan:UUID>4509a320-00a0-008f-00b6-002507510eca</scan:UUID>
<scan:Platen>${source('PlatenInputCaps', resolutions)}</scan:Platen>
<scan:Adf>${source('AdfSimplexInputCaps', resolutions)}${duplex ? source('AdfDuplexInputCaps', resolutions) : ''}<scan:FeederCapacity>50</scan:FeederCapacity></scan:Adf>
</scan:ScannerCapabilities>`

export type JobWords = { readonly path: string; readonly done: number; readonly state: string }

export const statusXml = (
  state: string,
  feeder: string,
  jobs: readonly JobWords[],
) => `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerStatus ${NAMES}>
<pwg:Version>2.63</pwg:Version>
<pwg:State>${state}</pwg:State>
<scan:AdfState>${feeder}</scan:AdfState>
<scan:Jobs>${jobs
  .map(
    ({ path, done, state: of }) => `<scan:JobInfo>
  <pwg:JobUri>${path}</pwg:JobUri><pwg:JobUuid>${path.split('/').at(-1)}</pwg:JobUuid><scan:Age>1</scan:Age>
  <pwg:ImagesCompleted>${done}</pwg:ImagesCompleted><pwg:ImagesToTransfer>0</pwg:ImagesToTransfer>
  <pwg:JobState>${of}</pwg:JobState>
</scan:JobInfo>`,
  )
  .join('')}</scan:Jobs>
</scan:ScannerStatus>`

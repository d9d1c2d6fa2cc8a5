/** Why there is no picture, as far as it changes what can be done about it. */
export type CameraFault = 'DENIED' | 'MISSING' | 'IN_USE' | 'UNPLUGGED' | 'OTHER'

/** Where the choice of a camera is kept on this workstation; it says nothing of a customer. */
const REMEMBERED = 'corex-camera'

export const rememberedCamera = (): string | null => localStorage.getItem(REMEMBERED)
export const rememberCamera = (device: string): void => localStorage.setItem(REMEMBERED, device)

/** What getUserMedia rejects with: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
const FAULTS: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'DENIED',
  SecurityError: 'DENIED',
  NotFoundError: 'MISSING',
  NotReadableError: 'IN_USE',
  AbortError: 'IN_USE',
}

export const faultOf = (error: unknown): CameraFault =>
  (error instanceof Error ? FAULTS[error.name] : undefined) ?? 'OTHER'

/** As many pixels as the camera gives: what is read of a document are small letters. */
const PIXELS = { width: { ideal: 3840 }, height: { ideal: 2160 } } as const

const open = (wanted: MediaTrackConstraints) =>
  navigator.mediaDevices.getUserMedia({ video: { ...PIXELS, ...wanted }, audio: false })

/** Opens the camera that was used last, or another one when that is not there any more. Rejects as getUserMedia does. */
export async function openCamera(device: string | null): Promise<MediaStream> {
  if (device === null) return open({})
  try {
    return await open({ deviceId: { exact: device } })
  } catch (error) {
    const isGone = error instanceof Error && ['OverconstrainedError', 'NotFoundError'].includes(error.name)
    if (!isGone) throw error
    return open({})
  }
}

export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** The cameras of this workstation; their names are known once one of them was opened. */
export const listCameras = async (): Promise<MediaDeviceInfo[]> =>
  (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')

import { useEffect, useState } from 'react'
import { call } from '../../../calls/api.ts'
import { useIsLocked } from '../../../calls/use-session.ts'
import {
  type CameraFault,
  faultOf,
  listCameras,
  openCamera,
  rememberCamera,
  rememberedCamera,
  stopCamera,
} from './open-camera.ts'

type State =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream; readonly device: string | null }
  | { readonly kind: 'failed'; readonly fault: CameraFault }

const STARTING: State = { kind: 'starting' }

/**
 * The picture of a camera for as long as the part that asks for it is shown; the camera is off while the workstation is locked, and after
 * the session ended. A choice is remembered.
 */
export function useCamera() {
  const locked = useIsLocked()
  // Asking again for the same one is another request.
  const [request, ask] = useState(() => ({ device: rememberedCamera() }))
  const [state, setState] = useState<State>(STARTING)
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    if (locked) return undefined
    let opened: MediaStream | null = null
    let active = true
    const fail = (fault: CameraFault) => {
      if (active) setState({ kind: 'failed', fault })
    }
    const open = async () => {
      setState(STARTING)
      await call('documents.allowCamera', { allowed: true })
      // Left meanwhile: nothing is opened that nobody would close.
      if (!active) return
      const stream = await openCamera(request.device)
      if (!active) return stopCamera(stream)
      opened = stream
      const [track] = stream.getVideoTracks()
      track?.addEventListener('ended', () => fail('UNPLUGGED'))
      setDevices(await listCameras())
      if (active) setState({ kind: 'live', stream, device: track?.getSettings().deviceId ?? null })
    }
    open().catch((error: unknown) => fail(faultOf(error)))
    return () => {
      active = false
      if (opened !== null) stopCamera(opened)
      void call('documents.allowCamera', { allowed: false })
    }
  }, [locked, request])
  return {
    state,
    devices,
    choose: (device: string) => {
      rememberCamera(device)
      ask({ device })
    },
    again: () => ask({ ...request }),
  }
}

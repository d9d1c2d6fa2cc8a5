import { useState } from 'react'
import type { Failure } from '../../calls/api.ts'
import { useCall } from '../../calls/use-call.ts'

type Asked = { readonly address: string; readonly fingerprint: string }

/** Adds the scanner at an address when it answers there. A certificate that nobody vouches for is asked about once. */
export function useAddScanner(onAdded: () => void) {
  const add = useCall('scanners.add')
  const [asked, setAsked] = useState<Asked | null>(null)
  /** Why not; null where it is added, is being added already, or a certificate is asked about. */
  const run = async (address: string, fingerprint: string | null): Promise<Failure | null> => {
    setAsked(null)
    const answer = await add.run({ address, fingerprint })
    if (answer === null) return null
    if (answer.ok) {
      onAdded()
      return null
    }
    const found = answer.error.details?.['fingerprint']
    if (answer.error.code !== 'SCANNER_CERTIFICATE_UNKNOWN' || found === undefined) return answer.error
    setAsked({ address, fingerprint: found })
    return null
  }
  return {
    busy: add.busy,
    failure: asked === null ? add.failure : null,
    asked,
    run,
    accept: () => {
      if (asked !== null) void run(asked.address, asked.fingerprint)
    },
  }
}

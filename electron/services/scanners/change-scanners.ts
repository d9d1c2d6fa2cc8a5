import { ok } from '../../../shared/result.ts'
import type { ScannerView } from '../../../shared/contract/scanners.ts'
import type { KnownScanner } from '../../scanners/known-scanners.ts'
import type { UseCase } from '../../workplace.ts'

const viewOf = ({ id, name, address, sources }: KnownScanner): ScannerView => ({ id, name, address, sources })

export const listScanners: UseCase<'scanners', 'list'> = async (_input, { workplace }) => {
  const known = await workplace.scanners.known.all()
  return ok({ scanners: known.map(viewOf) })
}

export const discoverScanners: UseCase<'scanners', 'discover'> = async ({ where }, { workplace }) => {
  const found = await workplace.scanners.offered(where)
  return ok({ found: [...found] })
}

/** Keeps a scanner that answers at this address. */
export const addScanner: UseCase<'scanners', 'add'> = async ({ address, fingerprint }, { workplace }) => {
  const found = await workplace.scanners.find(address, fingerprint)
  return found.ok ? ok(viewOf(await workplace.scanners.keep(found.value))) : found
}

export const removeScanner: UseCase<'scanners', 'remove'> = async ({ scannerId }, { workplace }) => {
  await workplace.scanners.known.forget(scannerId)
  return ok({})
}

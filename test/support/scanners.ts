import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { openScanners } from '../../electron/scanners/open-scanners.ts'
import type { OpenLines } from '../../electron/scanners/mdns/look-around.ts'
import type { ScanLimits } from '../../electron/scanners/scanner.ts'
import { type Behaviour, esclServer, type EsclServer } from './escl-server.ts'
import { QUICK_LIMITS } from './scan-limits.ts'
import type { OwnCertificate } from './own-certificate.ts'
import type { TestWorkplace } from './workplace.ts'

/** A teller whose workstation waits less than the application does. */
export function impatientTeller(
  workplace: TestWorkplace,
  limits: Partial<ScanLimits>,
  env: Readonly<Record<string, string | undefined>> = process.env,
  openLines: OpenLines = () => [],
): Pick<TestWorkplace, 'ask'> {
  const { state } = workplace.as('teller')
  const scanners = openScanners(state.options.settingsFolder, { ...QUICK_LIMITS, ...limits }, env, openLines)
  return { ask: (name, input) => dispatch({ ...state, scanners }, name, input) }
}

/** What is asked of a scanner, its feeder in colour where nothing else is said. */
export const wishOf = (
  scannerId: string,
  changes: Partial<CallInput<'scanners.scan'>> = {},
): CallInput<'scanners.scan'> => ({
  id: randomUUID(),
  scannerId,
  source: 'FEEDER',
  colour: 'COLOUR',
  dpi: 300,
  ...changes,
})

/** Does something with a scanner that behaves like this, which then goes away. */
export async function withScanner<T>(
  changes: Partial<Behaviour>,
  work: (server: EsclServer) => Promise<T>,
  certificate: OwnCertificate | null = null,
): Promise<T> {
  const server = await esclServer(changes, certificate)
  try {
    return await work(server)
  } finally {
    await server.close()
  }
}

/** The same with a scanner that the workstation of a teller knows. */
export const withKnownScanner = <T>(
  workplace: TestWorkplace,
  changes: Partial<Behaviour>,
  work: (scannerId: string, server: EsclServer) => Promise<T>,
): Promise<T> =>
  withScanner(changes, async (server) => {
    const added = { address: server.url, fingerprint: null }
    const { id } = await workplace.as('teller').call('scanners.add', added)
    server.asked.length = 0
    return work(id, server)
  })

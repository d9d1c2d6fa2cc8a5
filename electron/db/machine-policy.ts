import { z } from 'zod'
import { addressOf as printerAddress } from '../printers/printer-address.ts'
import { PAPERS, printerDevice, printerQueue } from '../../shared/contract/printers.ts'
import { ok } from '../../shared/result.ts'
import { addressOf, type Connection, DATABASE_NAME, type Place } from './connection.ts'
import { type Attempt, fault } from './fault.ts'
import { type PolicyUpdates, policyUpdates } from './policy-updates.ts'
import { readPolicyText } from './policy-text.ts'

const HOST = /^[A-Za-z0-9.:-]{1,253}$/
const HOST_AND_PORT = /^([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[1-9]\d{0,4})?$/

/**
 * A printer, by its queue in CUPS, by what a system without CUPS calls it, or by its address in the network, and what it prints; without that,
 * all that it can.
 */
const policyPrinter = z
  .strictObject({
    name: z.string().min(1).max(60),
    queue: printerQueue.optional(),
    device: printerDevice.optional(),
    address: z
      .string()
      .refine((text) => printerAddress(text) !== null)
      .optional(),
    roll: z.enum(['80', '58']).default('80'),
    papers: z.array(z.enum(PAPERS)).min(1).optional(),
  })
  .refine(
    ({ queue, device, address }) => [queue, device, address].filter((way) => way !== undefined).length === 1,
    {
      path: ['address'],
    },
  )
  .refine(
    ({ address, papers }) => address === undefined || papers === undefined || papers.join('') === 'RECEIPT',
    {
      path: ['papers'],
    },
  )
export type PolicyPrinter = z.output<typeof policyPrinter>

/**
 * What the bank sets for a computer, where only whoever looks after it can write (policy-text.ts). Nobody at the workstation overrides it. What it
 * does not know is refused and not passed over: a slip of the pen must not leave a computer with less than was meant.
 */
const policyShape = z.strictObject({
  format: z.literal(1),
  server: z
    .strictObject({
      host: z.string().regex(HOST).optional(),
      /** Instead of `host`, where standbys may take over: names, or `name:port` for another port. */
      hosts: z.array(z.string().regex(HOST_AND_PORT)).min(1).max(8).optional(),
      port: z.number().int().min(1).max(65_535).default(5432),
      database: z.string().min(1).max(63).default(DATABASE_NAME),
      /** PEM; without it, the authorities that the system trusts. */
      certificateAuthority: z.string().includes('-----BEGIN CERTIFICATE-----').optional(),
    })
    .refine(({ host, hosts }) => (host === undefined) !== (hosts === undefined), { path: ['host'] })
    .optional(),
  /** After so many minutes without a key the workstation locks. */
  idleMinutes: z.number().int().min(1).max(30).optional(),
  /** Whether the window is left out of pictures and recordings of the screen, and of what is shared of it. */
  contentProtection: z.boolean().optional(),
  /** The printers of this computer, each kind of paper by the first that prints it; nobody adds another one. */
  printers: z
    .array(policyPrinter)
    .max(20)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'Each name once')
    .optional(),
  /** Without it nothing looks for a newer version. */
  updates: policyUpdates.optional(),
  /** There is no telemetry; whoever wants it in writing finds it here, and anything else is refused. */
  telemetry: z.literal('none').optional(),
})

type Server = Pick<Connection, 'host' | 'port' | 'database' | 'tls' | 'places'>

export type MachinePolicy = {
  /** Where it stands, for people. */
  readonly file: string
  /** Null where people choose. */
  readonly server: Server | null
  readonly idleSeconds: number | null
  /** Null where people choose. */
  readonly printers: readonly PolicyPrinter[] | null
  /** Null where an administrator at the workstation chooses. */
  readonly contentProtection: boolean | null
  /** Null where nothing looks for a newer version. */
  readonly updates: PolicyUpdates | null
}

/** The policy of this computer, or null where there is none. One that cannot be trusted, or read, is a fault: nothing weaker takes its place. */
export async function readMachinePolicy(read = readPolicyText): Promise<Attempt<MachinePolicy | null>> {
  const found = await read()
  if (!found.ok) return found
  if (found.value === null) return ok(null)
  const { file, text } = found.value
  const parsed = policyShape.safeParse(parseJson(text))
  if (!parsed.success) return fault('POLICY_FAULTY', { file, part: partOf(parsed.error) })
  const { server, idleMinutes, contentProtection = null, printers = null, updates = null } = parsed.data
  return ok({
    file,
    server: server === undefined ? null : serverOf(server),
    idleSeconds: idleMinutes === undefined ? null : idleMinutes * 60,
    contentProtection,
    printers,
    updates,
  })
}

/** Read once; a fault is looked at again, because somebody mends it. */
export function rememberedPolicy(read = readMachinePolicy): () => Promise<Attempt<MachinePolicy | null>> {
  let known: Attempt<MachinePolicy | null> | null = null
  return async () => {
    if (known?.ok !== true) known = await read()
    return known
  }
}

function serverOf({
  certificateAuthority: ca,
  host = '',
  hosts = [],
  port,
  database,
}: NonNullable<z.output<typeof policyShape>['server']>): Server {
  const places = hosts.map((text) => placeOf(text, port))
  const [first = { host, port }, ...others] = places
  return { ...first, database, tls: { ca: ca ?? 'system' }, ...(others.length > 0 ? { places } : {}) }
}

function placeOf(text: string, port: number): Place {
  const [, host = text, own] = /^(.*?)(?::(\d+))?$/.exec(text) ?? []
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: own === undefined ? port : Number(own) }
}

export const addressOfPolicy = (server: Server): string => addressOf(server)

/** The first part that is wrong, or the name that is not known. */
function partOf({ issues }: z.ZodError): string {
  const [issue] = issues
  const path = issue?.path.join('.') ?? ''
  return issue?.code === 'unrecognized_keys'
    ? [path, issue.keys[0]].filter(Boolean).join('.')
    : path || 'JSON'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { launchTeller, type Teller } from './launch.ts'
import { preparedFolder, seededOf } from './prepared.ts'
import { seedBranch, seedCustomers, type Seeded, signInAs, untilSignedOut } from './seed.ts'
import type { SharedServer } from './shared-server.ts'

/** Starts the application on a branch that is set up, as `seedBranch` leaves it; nobody is signed in. */
export async function launchBranch(options: { hostile?: boolean } = {}): Promise<Teller> {
  const from = await preparedFolder('branch')
  const teller = await launchTeller({ from, ...options })
  await orClose(teller, from === null ? seedBranch(teller.page) : untilSignedOut(teller.page))
  return teller
}

/**
 * Starts it on a branch with customers, as `seedCustomers` leaves it, with its own server or a shared one; the teller is signed in and
 * has an open till.
 */
export async function launchCounter(
  server?: Pick<SharedServer, 'from'> & { readonly env: Record<string, string>; readonly userData?: string },
): Promise<Teller & Seeded> {
  const from = server === undefined ? await preparedFolder('customers') : server.from
  const teller = await launchTeller(
    server === undefined
      ? { from }
      : { env: server.env, ...(server.userData === undefined ? {} : { userData: server.userData }) },
  )
  const seeded = await orClose(teller, from === null ? seed(teller) : signIn(teller, from))
  return { ...teller, ...seeded }
}

async function seed({ page }: Teller): Promise<Seeded> {
  await seedBranch(page)
  return seedCustomers(page)
}

async function signIn(teller: Teller, from: string): Promise<Seeded> {
  await untilSignedOut(teller.page)
  await signInAs(teller.page, 'teller')
  return seededOf(from)
}

async function orClose<T>(teller: Teller, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    await teller.close()
    throw error
  }
}

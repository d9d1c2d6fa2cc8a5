import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const HERE = join(import.meta.dirname, '../../..')

/** Builds a release from the repository in a folder of its own, with today's packages, and answers the folder. One that is there stays. */
export async function buildRelease(ref: string, folder: string): Promise<string> {
  if (existsSync(join(folder, 'out/main/main.js'))) return folder
  await mkdir(folder, { recursive: true })
  const archive = execFileSync('git', ['archive', ref], { cwd: HERE, maxBuffer: 1 << 30 })
  execFileSync('tar', ['x', '-C', folder], { input: archive })
  await symlink(join(HERE, 'node_modules'), join(folder, 'node_modules'))
  execFileSync(process.execPath, [join(HERE, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
    cwd: folder,
    stdio: 'pipe',
  })
  return folder
}

const connection = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string(),
  password: z.string(),
  database: z.string(),
  tls: z.literal('off'),
})
export type Superuser = z.infer<typeof connection>

/**
 * Starts a real server with the durable settings, and lets the release itself make its database and fill it, or go on with a folder that it
 * has filled before. Answers the superuser's connection, and what stops the server.
 */
export async function serveRelease(application: string, customers: number, data: string) {
  const script = `
    const { openLoadedCluster } = await import(process.argv[1])
    const cluster = await openLoadedCluster(Number(process.argv[2]), process.argv[3])
    process.send(cluster.admin)
    process.once('message', async () => { await cluster.close(); process.exit() })`
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      script,
      join(application, 'test/bench/loaded-cluster.ts'),
      String(customers),
      data,
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  const admin = await new Promise<Superuser>((resolve, reject) => {
    child.once('message', (message) => resolve(connection.parse(message)))
    child.once('exit', () => reject(new Error('The release did not fill its database')))
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.send('stop')
    })
  return { admin, stop }
}

import { readdirSync, readFileSync } from 'node:fs'
import type { RequestListener, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import type { Means } from '../../cli/update/means.ts'
import { type ChannelFolder, channelServer, fakeDpkg, updated } from './channel.ts'

type Act = (answer: ServerResponse, content: Buffer) => void

/** Answers with the files of a channel, or where `other` has something for one (`package` is the deb), with that. */
export const served =
  ({ holds }: ChannelFolder, other: Partial<Record<string, Act>> = {}): RequestListener =>
  ({ url = '' }, answer) => {
    const name = basename(decodeURIComponent(url))
    const content = readFileSync(join(holds, name))
    const act = other[name.endsWith('.deb') ? 'package' : name]
    if (act === undefined) answer.end(content)
    else act(answer, content)
  }

/** What differs from a computer on which 0.1.0 is installed, and what is said of the fault beside its code. */
type More = {
  readonly means?: Partial<Means>
  readonly details?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** The code by which an update is refused: in a whole sentence, with nothing installed and no file left. */
export async function refusalOf(channel: ChannelFolder, from: string, more: More = {}): Promise<string> {
  const { means = {}, details, signal } = more
  const dpkg = fakeDpkg('0.1.0')
  const done = await updated(channel, from, { run: dpkg.run, ...means }, [], signal)
  const { code } = done.document as { code: string }
  expect(done).toMatchObject({
    code: code === 'STOPPED' ? 4 : 3,
    document: { state: 'REFUSED', ...(details === undefined ? {} : { details }) },
  })
  const [sentence = ''] = done.words.split('\n').slice(-1)
  expect(sentence).toMatch(/^\S.{20,}\.$/)
  expect(sentence).not.toMatch(/[{}]|undefined/)
  expect({ installed: dpkg.installed, left: readdirSync(channel.parent) }).toEqual({
    installed: [],
    left: [],
  })
  return code
}

/** Does something with the address of a server by HTTPS, and with what believes it. */
export async function overHttps(
  listener: RequestListener,
  work: (from: string, means: Pick<Means, 'authorities'>) => Promise<void>,
): Promise<void> {
  const { from, authorities, close } = await channelServer(listener)
  try {
    await work(from, { authorities })
  } finally {
    await close()
  }
}

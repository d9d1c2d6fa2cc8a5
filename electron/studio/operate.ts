import { adjustPage } from './pages/adjust-page.ts'
import { drawLines } from './pages/draw-lines.ts'
import { drawPage } from './pages/draw-page.ts'
import { prepareFile } from './pages/prepare-file.ts'
import { readPages } from './pages/read-pages.ts'
import type { OnPage } from './on-page.ts'
import type { OperationName, OperationOutput, StudioRequest } from './messages.ts'

async function prepare(content: Uint8Array, onPage: OnPage): Promise<OperationOutput<'prepare'>> {
  const prepared = await prepareFile(content, onPage)
  if (prepared.ok) return { pages: prepared.value }
  const { code, details } = prepared.error
  return { refused: code, details: details ?? {} }
}

/** Does what was asked for. */
export async function operate(
  { operation, input }: StudioRequest,
  onPage: OnPage,
): Promise<OperationOutput<OperationName>> {
  if (operation === 'prepare') return prepare(input.content, onPage)
  if (operation === 'read') return { readings: await readPages(input.pages, input.today, onPage) }
  if (operation === 'drawLines') return drawLines(input)
  if (operation === 'drawPage') return drawPage(input)
  return { page: await adjustPage(input.jpeg, input.corners, input.quarters) }
}

import { drawInThread } from '../write/document-thread.ts'
import type { DocumentFace } from '../write/write-document.ts'
import type { Paper } from './paper.ts'
import { printable } from '../layout/printable.ts'

/** A paper as a file, drawn in the document thread. What no page can hold is left out of its texts. */
export const writePaper = async (paper: Paper, face: DocumentFace): Promise<Uint8Array> => {
  const drawn = await drawInThread({ want: 'paper', face, paper: printablePaper(paper) })
  if (drawn.kind === 'file') return drawn.bytes
  throw new Error(`${drawn.kind} came for a paper`)
}

const printablePaper = (paper: Paper): Paper => ({
  ...paper,
  title: printable(paper.title),
  unit: printable(paper.unit),
  about: printable(paper.about),
  ...(paper.letter === undefined ? {} : { letter: paper.letter.map(printable) }),
  ...(paper.after === undefined ? {} : { after: printable(paper.after) }),
  ...(paper.sender === undefined ? {} : { sender: printable(paper.sender) }),
  ...(paper.signatures === undefined
    ? {}
    : { signatures: paper.signatures.map((one) => ({ ...one, name: printable(one.name), note: printable(one.note) })) }),
  lists: paper.lists.map((list) => ({
    ...list,
    groups: list.groups.map((group) => ({
      title: printable(group.title),
      rows: group.rows.map((row) => row.map((value) => printable(value).trim())),
    })),
  })),
})

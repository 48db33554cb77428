import sharp from 'sharp'

export type Picture = 'record_page' | 'meeting' | 'activity'

/**
 * A placeholder photograph, drawn and without a word in it: a page of a minute book on a desk, a room with rows of
 * seats, people outdoors. The same seed draws the same picture.
 */
export const drawPicture = (kind: Picture, next: () => number): Promise<Buffer> =>
  sharp(Buffer.from(sceneOf(kind, next))).jpeg({ quality: 78 }).toBuffer()

const width = 1200
const height = 900

const sceneOf = (kind: Picture, next: () => number): string => {
  const inside = kind === 'record_page' ? recordPage(next) : kind === 'meeting' ? meeting(next) : activity(next)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`
}

/** A ruled page with lines of handwriting as strokes of uneven length, slightly turned on a wooden desk. */
const recordPage = (next: () => number): string => {
  const turn = (next() * 4 - 2).toFixed(2)
  const lines = Array.from({ length: 17 }, (_, index) => {
    const y = 150 + index * 40
    const rule = `<line x1="260" y1="${y + 12}" x2="940" y2="${y + 12}" stroke="#c9d6e2" stroke-width="2"/>`
    return `${rule}${handwriting(y, next)}`
  })
  return `<rect width="${width}" height="${height}" fill="#8a6a4b"/>
<g transform="rotate(${turn} 600 450)">
<rect x="214" y="56" width="790" height="800" rx="6" fill="#00000030"/>
<rect x="205" y="45" width="790" height="800" rx="6" fill="#fbf8f0"/>
<line x1="245" y1="45" x2="245" y2="845" stroke="#d9867f" stroke-width="2"/>
<rect x="420" y="80" width="360" height="16" rx="8" fill="#3c4654"/>
${lines.join('\n')}</g>`
}

const handwriting = (y: number, next: () => number): string => {
  const strokes: string[] = []
  let x = 270
  const end = next() < 0.18 ? 420 + next() * 200 : 800 + next() * 120
  while (x < end) {
    const length = 16 + next() * 12
    const wave = (next() * 10 - 5).toFixed(1)
    strokes.push(`<path d="M${x.toFixed(0)} ${y} q${(length / 2).toFixed(0)} ${wave} ${length.toFixed(0)} 0" />`)
    x += length + 9
  }
  return `<g fill="none" stroke="#2f3e57" stroke-width="9" stroke-linecap="round">${strokes.join('')}</g>`
}

/** Heads above rows of desks, a board in front. */
const meeting = (next: () => number): string => {
  const rows = [0, 1, 2].map((row) => {
    const y = 430 + row * 145
    const heads = Array.from({ length: 7 - (row % 2) }, (_, index) => {
      const x = 150 + index * 150 + (row % 2) * 70 + next() * 18
      const coat = ['#3f5873', '#6b4f4a', '#4d6651', '#59536e'][Math.floor(next() * 4)]
      return `<circle cx="${x.toFixed(0)}" cy="${y}" r="34" fill="#2b2724"/><path d="M${(x - 62).toFixed(0)} ${y + 112} c0 -58 26 -80 62 -80 s62 22 62 80 z" fill="${coat}"/>`
    })
    return `${heads.join('')}<rect x="60" y="${y + 92}" width="1080" height="26" fill="#b08d63"/>`
  })
  return `<rect width="${width}" height="${height}" fill="#e9e4da"/><rect y="700" width="${width}" height="200" fill="#cdc2ae"/>
<rect x="300" y="70" width="600" height="250" rx="4" fill="#f7f7f2" stroke="#9a9486" stroke-width="8"/>
<rect x="350" y="120" width="500" height="18" rx="9" fill="#b3261e"/><rect x="420" y="170" width="360" height="12" rx="6" fill="#8b8f97"/>
<rect x="420" y="205" width="300" height="12" rx="6" fill="#8b8f97"/>${rows.join('')}`
}

/** A lawn with trees, a group of people in a row. */
const activity = (next: () => number): string => {
  const trees = Array.from({ length: 6 }, (_, index) => {
    const x = 90 + index * 205 + next() * 40
    const r = 80 + next() * 45
    return `<rect x="${(x - 10).toFixed(0)}" y="380" width="20" height="150" fill="#6d563f"/><circle cx="${x.toFixed(0)}" cy="340" r="${r.toFixed(0)}" fill="#6f9a68"/>`
  })
  const people = Array.from({ length: 9 }, (_, index) => {
    const x = 190 + index * 103 + next() * 12
    const y = 560 + next() * 18
    const coat = ['#b3261e', '#b3261e', '#35506e', '#8a8f96'][Math.floor(next() * 4)]
    return `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="30" fill="#3a322c"/><rect x="${(x - 36).toFixed(0)}" y="${(y + 32).toFixed(0)}" width="72" height="150" rx="26" fill="${coat}"/>`
  })
  return `<rect width="${width}" height="${height}" fill="#cfe0ec"/><rect y="500" width="${width}" height="400" fill="#a9bf8f"/>${trees.join('')}${people.join('')}`
}

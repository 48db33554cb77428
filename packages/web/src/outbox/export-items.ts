import { zipStored } from './zip-stored.ts'
import { findBytes } from './own-queue.ts'
import { bytesOf } from './item.ts'
import type { QueuedItem } from './item.ts'
import { sayMark } from './site-acts.ts'

/** A record in words, for people who have to write it down elsewhere. */
export const textOf = (item: QueuedItem): string => {
  const { act } = item
  switch (act.kind) {
    case 'photo':
      return `照片：${act.name}`
    case 'removal':
      return `删除：${act.title}`
    case 'answer':
      return `快速核对：${act.question}　${act.words}`
    case 'mark':
      return act.body === null ? `${act.title}：用系统的分` : `${act.title}：自查${act.body.score}分，理由：${act.body.reason}`
    case 'inspect':
      return `第${act.no}条 ${act.title}：检查${sayMark(act.body)}`
    case 'site_photo':
      return `第${act.no}条现场照片：${act.name}`
    case 'seen':
      return `第${act.no}条${act.seen ? '看了原件' : '没有看原件'}：${act.title}`
    case 'entry': {
      const { happenedOn, title, countsAs, people, note, evidence = [] } = act.body
      return [
        `${happenedOn} ${title}`,
        `算作：${countsAs.join('、')}`,
        ...(people === undefined ? [] : [`人数：${people}`]),
        ...(note === undefined ? [] : [`说明：${note}`]),
        ...evidence.map((one) => ('sha256' in one ? `照片：${one.sha256.slice(0, 12)}` : `存放处：${one.reference}${one.place === undefined ? '' : `，${one.place}`}`)),
      ].join('\n')
    }
  }
}

/**
 * Items as one file: 待上传.txt to read, 待上传.json whole as they would be sent, the photos beside them. Photos that the
 * records name come along where this device has them.
 */
export const exportItems = async (items: readonly QueuedItem[], all: readonly QueuedItem[]): Promise<File> => {
  const named = new Set(
    items.flatMap(({ act }) =>
      act.kind === 'photo' || act.kind === 'site_photo' ? [act.sha256] : act.kind === 'entry' ? (act.body.evidence ?? []).flatMap((one) => ('sha256' in one ? [one.sha256] : [])) : [],
    ),
  )
  const photos = await Promise.all(
    [...named].map(async (sha256) => {
      const bytes = await findBytes(sha256)
      const item = all.find(({ act }) => bytesOf(act) === sha256)
      if (bytes === undefined || (item?.act.kind !== 'photo' && item?.act.kind !== 'site_photo')) return []
      return [{ name: `${sha256.slice(0, 12)}-${item.act.name.replace(/[\\/:*?"<>|]/gu, '_')}`, bytes: new Uint8Array(await bytes.arrayBuffer()) }]
    }),
  )
  const encode = new TextEncoder()
  const zip = zipStored([
    { name: '待上传.txt', bytes: encode.encode(`${items.map(textOf).join('\n\n')}\n`) },
    { name: '待上传.json', bytes: encode.encode(JSON.stringify(items, null, 2)) },
    ...photos.flat(),
  ])
  return new File([zip], '待上传.zip', { type: 'application/zip' })
}

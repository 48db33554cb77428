import { daysWaiting, isUnsent } from './item.ts'
import type { Act, QueuedItem } from './item.ts'
import type { Outbox } from './outbox-state.ts'

export type OutboxNotice = { readonly sentence: string; readonly signIn: boolean }

/** The one fixed line about the queue, the most pressing first; null where nothing needs a person's eye. */
export const noticeOf = (outbox: Outbox, online: boolean, at: number): OutboxNotice | null => {
  const say = (sentence: string, signIn = false) => ({ sentence, signIn })
  if (outbox.standing === 'newer') return say('自查通刚更新过。本机存的都在，请刷新这一页再用。')
  if (outbox.lost > 0) return say(`浏览器清掉了本机存的${outbox.lost}条，没来得及上传。请对照记录补记。`)
  const unsent = outbox.items.filter(isUnsent)
  const stuck = unsent.filter(({ state }) => state.kind === 'stuck')
  if (stuck.length > 0) return say(`${countWords(stuck)}没传上去，要看一下`)
  const lacking = outbox.items.filter(({ state }) => state.kind === 'sent' && state.lacking !== undefined)
  if (lacking.length > 0) return say(`服务器换回了旧的一份，${countWords(lacking)}要再传一遍`)
  if (unsent.length === 0) return null
  if (outbox.held === 'signed_out') return say(`登录到期了。${countWords(unsent)}存在本机，重新登录后接着传`, true)
  const days = daysWaiting(unsent, at)
  if (days >= 2) return say(`最早一条存了${days}天还没上传，请连上网络。共${countWords(unsent)}`)
  if (!online || outbox.held === 'unreachable') return say(`${online ? '' : '没有网络。'}${countWords(unsent)}存在本机，联网后自动上传`)
  return unsent.length > 3 ? say(`正在上传，还剩${countWords(unsent)}`) : null
}

/** 3条记录、2题、5张照片. */
export const countWords = (items: readonly QueuedItem[]): string => {
  const count = (...kinds: readonly Act['kind'][]) => items.filter(({ act }) => kinds.includes(act.kind)).length
  const records = count('entry', 'removal')
  const others = [[count('answer'), '题'], [count('mark'), '处自己定的分'], [count('inspect'), '条打分'], [count('seen'), '件看过的原件'], [count('photo', 'site_photo'), '张照片']] as const
  const more = others.flatMap(([number, what]) => (number === 0 ? [] : [`${number}${what}`]))
  return [...(records === 0 ? [] : [`${records}条${more.length === 0 ? '' : '记录'}`]), ...more].join('、')
}

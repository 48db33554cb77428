import encodeQR from 'qr'
import { printableLine } from '../layout/printable.ts'
import type { Slip, SlipSheet } from './slips.ts'

const hoursAhead = 8 * 3_600_000

/** What `slips.typ` draws, as JSON. */
export const slipSheetOf = ({ from, expiresAt, slips }: SlipSheet): string => {
  const last = new Date(Date.parse(expiresAt) + hoursAhead)
  const until = `${last.getUTCMonth() + 1}月${last.getUTCDate()}日前有效，只能用一次。打不开请找${printableLine(from)}办公室。`
  return JSON.stringify({
    title: `${printableLine(from)}账号链接单`,
    from: printableLine(from),
    madeOn: [last.getUTCFullYear(), last.getUTCMonth() + 1, last.getUTCDate()],
    slips: slips.map((slip) => ({
      unit: printableLine(slip.unitName),
      name: printableLine(slip.name),
      post: printableLine(slip.post),
      username: printableLine(slip.username),
      url: slip.url,
      until,
      steps: stepsOf(slip),
      // Level M: a slip is folded and carried in a pocket.
      code: encodeQR(slip.url, 'svg', { ecc: 'medium', border: 2 }),
    })),
  })
}

const stepsOf = ({ post, isNew }: Slip): readonly string[] => [
  '用微信扫左边的码',
  `${isNew ? '设一个密码' : '重设密码'}，就登录了`,
  firstTask[post] ?? '照首页的提示做',
]

const firstTask: Readonly<Record<string, string>> = {
  书记: '先看还缺什么',
  党务干部: '从最近一次会议记起',
  检查人: '看分给自己的学校',
}

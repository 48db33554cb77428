import type { ListCell } from './list.ts'

const label = /^(?:(?:活动|会议|学习|党日|党课|开展|召开|参加|出席|到会|实到|应到|缺席|请假|列席|主要)?(?:时间|日期|地点|主题|名称|内容|议题|形式|类型|类别|人数|人员|对象|情况|纪要|议程|记录)|(?:主持|主讲|授课|宣讲|记录|参加|出席|缺席|请假|列席|负责|组织)人|应到|实到|缺席|请假|(?:活动|会议|现场)?照片|佐证材料|备注|标题|题目)$/

/** A cell's words without gaps and the mark of a label. */
export const plain = (cell: ListCell): string => cell.text.replace(/[\s：:]/g, '')
export const isLabel = (cell: ListCell): boolean => label.test(plain(cell))

const labelled = /^\s*([^：:]{2,6})[：:]\s*(\S[\s\S]*)$/

/** `时间：2022年3月15日`: a label and what it was, in one cell. */
export const inOneCell = (cell: ListCell): { readonly label: ListCell; readonly value: ListCell } | undefined => {
  const match = labelled.exec(cell.text)
  const [, name = '', value = ''] = match ?? []
  return match !== null && label.test(name.replace(/\s/g, '')) ? { label: { text: name }, value: { text: value } } : undefined
}

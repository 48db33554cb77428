/** What an audit row says, in words: 登录, 记了一条活动, 退回. An action without words here is shown as it is. */
const actionWords: Readonly<Record<string, string>> = {
  'calendar.put': '改了学期',
  'demo.fill': '建了演示局',
  'demo.session': '进了演示',
  'entry.delete': '删了一条活动记录',
  'entry.put': '记了一条活动',
  'evidence.put': '传了一件材料',
  'check.put': '核对了一项责任',
  'facts.put': '答了核对题',
  'figures.put': '填了年度数字',
  'link.make': '出了一次性链接',
  'link-sheet.make': '出了一批一次性链接',
  'link.use': '用链接设了密码',
  'mark.put': '打了检查分',
  'mark.settle': '商定了检查分',
  'original.see': '看了原件',
  'original.unsee': '取消了看过原件',
  'override.delete': '取消了自己定的分',
  'override.put': '自己定了分',
  'remark.put': '写了备注',
  'round.put': '存了轮次',
  'session.close': '退出',
  'session.open': '登录',
  'setup.finish': '设置了本局',
  'site-photo.put': '传了现场照片',
  'site-photo.delete': '删了现场照片',
  'stage.submitted': '提交',
  'stage.returned': '退回',
  'stage.inspecting': '开始检查',
  'stage.inspected': '完成检查',
  'stage.signed': '签字',
  'stage.frozen': '定稿',
  'calendar-link.make': '生成了日历订阅',
  'calendar-link.end': '停用了日历订阅',
  'carry-over.put': '沿用了去年的',
  'entry.restore': '找回了记录',
  'import.put': '导入了清单',
  'photos.remove': '删除了到期的照片',
  'import.undo': '撤销了导入',
  'paper-sheet.put': '按学校报的表代填',
  'owner.put': '定了责任部门',
  'request.make': '请部门补记录',
  'request.withdraw': '撤回了请求',
  'request.file': '按链接传了材料',
  'request.give': '按链接交了记录',
  'suggestion.write': '写了意见',
  'suggestion.answer': '答复了意见',
  'user.handover': '办了交接',
  'roster.take': '导入了学校名单',
  'unit.put': '存了单位',
  'unit.use': '停用或恢复了学校',
  'user.put': '存了人员',
}

export const sayAction = (action: string): string => actionWords[action] ?? action

/** The unit, round or person that an address of the API names; `giver`: whose it was, where another sent it. */
export const aboutTarget = (
  target: string,
): { readonly unit: string | null; readonly person: string | null; readonly round: string | null; readonly item: string | null; readonly giver: string | null } => {
  const after = (word: string): string | null => {
    const found = new RegExp(`/${word}/([^/?]+)`, 'u').exec(target)?.[1]
    return found === undefined ? null : decodeURIComponent(found)
  }
  return { unit: after('units'), person: after('users'), round: after('rounds'), item: after('items') ?? after('settled'), giver: new URLSearchParams(target.split('?')[1]).get('givenBy') }
}
